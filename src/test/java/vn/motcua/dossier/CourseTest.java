package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Tokens;
import vn.motcua.shared.VietnamTime;

/** Where the time of a dossier went. */
class CourseTest {

    private static final Instant RECEIVED = at("2026-11-02T08:00");

    @Test
    void eachStepCountsFromWhenItCameToWhenItWentOnAndTheOpenOneUntilNow() {
        var spells = Course.since(
                RECEIVED,
                List.of(
                        moved("2026-11-01T08:00", seat(0, "intake", "2026-11-01T08:00")),
                        moved("2026-11-02T09:00", seat(1, "appraisal", "2026-11-02T09:00")),
                        moved("2026-11-05T09:00", seat(2, "decision", "2026-11-05T09:00"))),
                List.of(new Wait(StageKind.SUPPLEMENT_IN_PROCESS, at("2026-11-03T08:00"), at("2026-11-04T08:00"))),
                at("2026-11-05T15:00"));

        assertThat(spells)
                .containsExactly(
                        new Course.Spell(Optional.of("intake"), RECEIVED, at("2026-11-02T09:00"), true),
                        new Course.Spell(
                                Optional.of("appraisal"), at("2026-11-02T09:00"), at("2026-11-05T09:00"), true),
                        new Course.Spell(Optional.empty(), at("2026-11-03T08:00"), at("2026-11-04T08:00"), true),
                        new Course.Spell(
                                Optional.of("decision"), at("2026-11-05T09:00"), at("2026-11-05T15:00"), false));
        assertThat(Course.longest(
                        spells, it -> Duration.between(it.from(), it.until()).toMinutes()))
                .contains(spells.get(1));
    }

    @Property(tries = 5_000)
    void stepsOneAfterAnotherFillTheTimeWithoutAGap(@ForAll List<@IntRange(min = 1, max = 500) Integer> minutes) {
        var history = new java.util.ArrayList<Course.Moved>();
        var at = RECEIVED;
        for (int i = 0; i < minutes.size(); i++) {
            history.add(new Course.Moved(
                    at, desk(new Desk.Seat(i, "s" + i, "r", new UnitId(new UUID(0, 1)), Optional.empty(), at))));
            at = at.plusSeconds(minutes.get(i) * 60L);
        }
        var spells = Course.since(RECEIVED, history, List.of(), at);
        assertThat(spells.stream()
                        .mapToLong(it -> Duration.between(it.from(), it.until()).toMinutes())
                        .sum())
                .isEqualTo(minutes.stream().mapToLong(it -> it).sum());
        assertThat(spells.stream().filter(it -> !it.over())).hasSize(minutes.isEmpty() ? 0 : 1);
    }

    @Test
    void whatIsLeftMakesWholeDaysAtLeastOne() {
        assertThat(Course.daysFor(Duration.ZERO, Duration.ofHours(8), 90)).isEqualTo(1);
        assertThat(Course.daysFor(Duration.ofHours(8), Duration.ofHours(8), 90)).isEqualTo(1);
        assertThat(Course.daysFor(Duration.ofHours(9), Duration.ofHours(8), 90)).isEqualTo(2);
        assertThat(Course.daysFor(Duration.ofDays(99), Duration.ofHours(8), 90)).isEqualTo(90);
    }

    private static Course.Moved moved(String when, Desk.Seat seat) {
        return new Course.Moved(at(when), desk(seat));
    }

    private static Desk desk(Desk.Seat seat) {
        return new Desk(new Tokens(List.of()), List.of(seat), List.of());
    }

    private static Desk.Seat seat(int visit, String step, String since) {
        return new Desk.Seat(visit, step, "officer", new UnitId(new UUID(0, 1)), Optional.empty(), at(since));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }
}
