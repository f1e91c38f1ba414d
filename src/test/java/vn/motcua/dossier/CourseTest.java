package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Interval;
import vn.motcua.dossier.Course.Place.AtStep;
import vn.motcua.dossier.Course.Place.Waited;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Tokens;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;

/** Where the time of a dossier went. */
class CourseTest {

    private static final Instant RECEIVED = at("2026-11-02T08:00");
    private static final DossierEvent CAME = new DossierEvent.WaitLapsed(LocalDate.EPOCH, Optional.empty());

    @Test
    void eachStepCountsFromWhenItCameToWhenItWentOnAndTheOpenOneUntilNow() {
        var spells = Course.since(
                RECEIVED,
                List.of(
                        moved("2026-11-01T08:00", seat(0, "intake", "2026-11-01T08:00")),
                        moved("2026-11-02T09:00", seat(1, "appraisal", "2026-11-02T09:00")),
                        happened("2026-11-03T08:00", asked(WaitKind.AGENCY, false)),
                        happened("2026-11-04T08:00", CAME),
                        moved("2026-11-05T09:00", seat(2, "decision", "2026-11-05T09:00"))),
                at("2026-11-05T15:00"));

        assertThat(spells)
                .containsExactly(
                        new Course.Spell(new AtStep("intake"), RECEIVED, at("2026-11-02T09:00"), true),
                        new Course.Spell(new AtStep("appraisal"), at("2026-11-02T09:00"), at("2026-11-05T09:00"), true),
                        new Course.Spell(
                                new Waited(Optional.of(WaitKind.AGENCY), false),
                                at("2026-11-03T08:00"),
                                at("2026-11-04T08:00"),
                                true),
                        new Course.Spell(
                                new AtStep("decision"), at("2026-11-05T09:00"), at("2026-11-05T15:00"), false));
        assertThat(Course.spent(spells, CourseTest::round)).isEqualTo(Map.of("decision", Duration.ofHours(6)));
    }

    @Test
    void aStepIsNotBlamedForWhatWasWaitedAtIt() {
        for (var kind : WaitKind.values()) {
            var spells = Course.since(
                    RECEIVED,
                    List.of(
                            moved("2026-11-02T08:00", seat(0, "appraisal", "2026-11-02T08:00")),
                            happened("2026-11-02T12:00", asked(kind, false)),
                            happened("2026-11-05T12:00", CAME),
                            moved("2026-11-05T14:00", seat(1, "decision", "2026-11-05T14:00"))),
                    at("2026-11-05T15:00"));

            assertThat(cause(spells)).isEqualTo(new Waited(Optional.of(kind), false));
        }
    }

    @Test
    void whatIsStillWaitedForIsTheCauseAlsoWhereItsTimeDoesNotCount() {
        var spells = Course.since(
                RECEIVED,
                List.of(
                        moved("2026-11-02T08:00", seat(0, "appraisal", "2026-11-02T08:00")),
                        happened("2026-11-02T09:00", asked(WaitKind.PAYMENT, true))),
                at("2026-11-05T15:00"));

        assertThat(cause(spells)).isEqualTo(new Waited(Optional.of(WaitKind.PAYMENT), true));
        assertThat(spells.getLast().waits()).isPresent();
        assertThat(spells.getFirst().waits()).isEmpty();
    }

    @Test
    void aSupplementThatMovedTheDueMomentCostsOnlyTheDayOnWhichItCame() {
        var request = new DossierEvent.SupplementRequested(new SupplementRequest(List.of(), Optional.empty()));
        var history = List.of(
                moved("2026-11-02T08:00", seat(0, "appraisal", "2026-11-02T08:00")),
                happened("2026-11-02T09:00", request),
                happened("2026-11-09T10:00", new DossierEvent.SupplementLapsed(LocalDate.EPOCH, Optional.empty())));

        assertThat(cause(Course.since(RECEIVED, history, at("2026-11-09T12:00"))))
                .as("ten hours of that day, the step had its own")
                .isEqualTo(new Waited(Optional.empty(), true));
        assertThat(cause(Course.since(RECEIVED, history, at("2026-11-10T12:00"))))
                .as("the step took 27 hours, 4 were meant")
                .isEqualTo(new AtStep("appraisal"));
    }

    @Test
    void whereAllGoesAsPlannedNothingIsTheCause() {
        var history = List.of(moved("2026-11-02T08:00", seat(0, "appraisal", "2026-11-02T08:00")));

        assertThat(Course.cause(
                        Course.since(RECEIVED, history, at("2026-11-02T12:00")),
                        _ -> Optional.of(Duration.ofHours(4)),
                        CourseTest::round))
                .isEmpty();
        assertThat(Course.cause(
                        Course.since(RECEIVED, history, at("2026-11-12T12:00")),
                        _ -> Optional.empty(),
                        CourseTest::round))
                .as("nobody said how long it should take")
                .isEmpty();
    }

    @Test
    void theSentenceNamesWhatWasWaitedFor() {
        var words = new ApologyWords(new Messages());
        var route = DossierFixture.PATH.route();
        var sentences = new ArrayList<String>();
        for (var kind : Stream.concat(
                        Stream.of(WaitKind.values()).map(Optional::of), Stream.of(Optional.<WaitKind>empty()))
                .toList()) {
            var place = new Waited(kind, true);
            sentences.add(words.of(route, new Course.Spell(place, RECEIVED, at("2026-11-03T09:00"), false)));
        }
        assertThat(sentences)
                .containsExactly(
                        "Hồ sơ chờ người nộp thực hiện nghĩa vụ tài chính từ 08:00, 02/11/2026 và hiện chưa có.",
                        "Hồ sơ chờ ý kiến của cơ quan khác từ 08:00, 02/11/2026 và hiện chưa có.",
                        "Hồ sơ chờ kết quả kiểm tra thực địa từ 08:00, 02/11/2026 và hiện chưa có.",
                        "Hồ sơ chờ quyết định của cấp trên từ 08:00, 02/11/2026 và hiện chưa có.",
                        "Hồ sơ chờ người nộp bổ sung từ 08:00, 02/11/2026 và hiện chưa có.");
        assertThat(words.of(
                        route,
                        new Course.Spell(
                                new Waited(Optional.of(WaitKind.PAYMENT), false),
                                RECEIVED,
                                at("2026-11-03T09:00"),
                                true)))
                .isEqualTo("Hồ sơ chờ người nộp thực hiện nghĩa vụ tài chính từ 08:00, 02/11/2026 đến 09:00,"
                        + " 03/11/2026, nên các bước sau bắt đầu muộn hơn dự kiến.");
        assertThat(words.left(Duration.ofMinutes(421)))
                .isEqualTo("Các bước còn lại cần khoảng 8 giờ làm việc, nhiều hơn thời gian còn lại đến ngày hẹn.");
    }

    @Property(tries = 5_000)
    void stepsOneAfterAnotherFillTheTimeWithoutAGap(@ForAll List<@IntRange(min = 1, max = 500) Integer> minutes) {
        var history = new ArrayList<Course.Happened>();
        var at = RECEIVED;
        for (int i = 0; i < minutes.size(); i++) {
            history.add(moved(at, new Desk.Seat(i, "s" + i, "r", new UnitId(new UUID(0, 1)), Optional.empty(), at)));
            at = at.plusSeconds(minutes.get(i) * 60L);
        }
        var spells = Course.since(RECEIVED, history, at);
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

    private static Course.Place cause(List<Course.Spell> spells) {
        return Course.cause(spells, _ -> Optional.of(Duration.ofHours(4)), CourseTest::round)
                .orElseThrow()
                .place();
    }

    /** Round the clock: what the calendar makes of it is tested there. */
    private static Duration round(Instant from, Instant until, List<Interval> without) {
        var out = without.stream()
                .map(it -> Duration.between(
                        it.from().isBefore(from) ? from : it.from(), it.to().isAfter(until) ? until : it.to()))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
        return Duration.between(from, until).minus(out);
    }

    private static DossierEvent asked(WaitKind kind, boolean stops) {
        var what = new WaitingFor(kind, "Xin ý kiến", Optional.empty(), Optional.empty(), stops);
        return kind == WaitKind.PAYMENT ? new DossierEvent.PaymentAwaited(what) : new DossierEvent.AnswerAwaited(what);
    }

    private static Course.Happened happened(String when, DossierEvent event) {
        return new Course.Happened(at(when), event);
    }

    private static Course.Happened moved(String when, Desk.Seat seat) {
        return moved(at(when), seat);
    }

    private static Course.Happened moved(Instant when, Desk.Seat seat) {
        var desk = new Desk(new Tokens(List.of()), List.of(seat), List.of());
        return new Course.Happened(when, new DossierEvent.StepReleased(seat.step(), desk));
    }

    private static Desk.Seat seat(int visit, String step, String since) {
        return new Desk.Seat(visit, step, "officer", new UnitId(new UUID(0, 1)), Optional.empty(), at(since));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VietnamTime.ZONE).toInstant();
    }
}
