package vn.motcua.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.linked.WholeClock.Course;
import vn.motcua.linked.WholeClock.Leg;

/** The one clock of a linked filing, over any groups of up to six parts. */
class WholeClockTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.national();
    private static final WholeClock.Counting COUNTING = WholeClock.over(OpeningHours.usual(), CALENDAR);
    private static final Instant FROM = Instant.parse("2026-01-05T01:00:00Z");

    @Property(tries = 2_000)
    void theWholeIsNeverBeforeAnyPartThatItCovers(@ForAll("groups") List<Leg> legs, @ForAll("moments") Instant now) {
        var expected = WholeClock.expected(legs, now, COUNTING);
        var whole = WholeClock.whole(legs, expected);

        for (var leg : legs) {
            if (!leg.outside() && expected.containsKey(leg.part())) {
                assertThat(whole.orElseThrow()).isAfterOrEqualTo(expected.get(leg.part()));
            }
        }
    }

    @Property(tries = 2_000)
    void aPartThatWaitsIsExpectedAfterThoseItWaitsFor(
            @ForAll("groups") List<Leg> legs, @ForAll("moments") Instant now) {
        var expected = WholeClock.expected(legs, now, COUNTING);

        for (var leg : legs) {
            if (leg.course() instanceof Course.Waiting) {
                for (var before : leg.after()) {
                    if (expected.containsKey(before)) {
                        assertThat(expected.get(leg.part())).isAfterOrEqualTo(expected.get(before));
                    }
                }
            }
        }
    }

    @Property(tries = 2_000)
    void aPartThatWillNotBeNeverMakesTheWholeLater(
            @ForAll("groups") List<Leg> legs, @ForAll("moments") Instant now, @ForAll int which) {
        var before = WholeClock.whole(legs, WholeClock.expected(legs, now, COUNTING));
        var dropped = with(legs, Math.floorMod(which, legs.size()), new Course.Never());
        var after = WholeClock.whole(dropped, WholeClock.expected(dropped, now, COUNTING));

        after.ifPresent(it -> assertThat(it).isBeforeOrEqualTo(before.orElseThrow()));
    }

    @Property(tries = 2_000)
    void aPartThatComesLaterNeverMakesTheWholeEarlier(
            @ForAll("groups") List<Leg> legs,
            @ForAll("moments") Instant now,
            @ForAll int which,
            @ForAll("moments") Instant due) {
        int index = Math.floorMod(which, legs.size());
        var one = with(legs, index, new Course.Running(due));
        var later = with(legs, index, new Course.Running(due.plus(Duration.ofDays(3))));

        var before = WholeClock.whole(one, WholeClock.expected(one, now, COUNTING));
        var after = WholeClock.whole(later, WholeClock.expected(later, now, COUNTING));

        assertThat(after.orElse(Instant.MAX)).isAfterOrEqualTo(before.orElse(Instant.MIN));
    }

    @Property(tries = 2_000)
    void withoutALimitOfItsOwnItIsPromisedWhatIsExpectedAtItsReception(
            @ForAll("groups") List<Leg> legs, @ForAll("moments") Instant received) {
        var begun = new ArrayList<Leg>();
        legs.forEach(it -> begun.add(with(
                it,
                it.after().isEmpty()
                        ? new Course.Running(COUNTING.due(it.limit(), received).at())
                        : new Course.Waiting())));

        var promise = WholeClock.promise(begun, Optional.empty(), received, COUNTING);

        assertThat(promise.due().at())
                .isEqualTo(WholeClock.whole(begun, WholeClock.expected(begun, received, COUNTING))
                        .orElseThrow());
        assertThat(promise.stations().getFirst().part())
                .isEqualTo(legs.getFirst().part());
    }

    @Property(tries = 500)
    void aLimitOfTheWholeIsCountedFromItsReception(
            @ForAll("groups") List<Leg> legs, @ForAll("moments") Instant received) {
        var limit = TimeLimit.workingDays(3);

        assertThat(WholeClock.promise(legs, Optional.of(limit), received, COUNTING)
                        .due())
                .isEqualTo(COUNTING.due(limit, received));
    }

    @Property(tries = 2_000)
    void whatTheApplicantTakesNeverMakesThePromiseEarlierAndNoneLeavesIt(
            @ForAll("groups") List<Leg> legs,
            @ForAll("moments") Instant received,
            @ForAll("moments") Instant from,
            @ForAll int which,
            @ForAll @IntRange(min = 0, max = 20_000) int minutes) {
        int index = Math.floorMod(which, legs.size());
        var promise = WholeClock.promise(legs, Optional.empty(), received, COUNTING);
        var less = lost(legs, index, new Interval(from, from.plus(Duration.ofMinutes(minutes))));
        var more = lost(legs, index, new Interval(from, from.plus(Duration.ofMinutes(minutes + 3_000))));

        assertThat(WholeClock.moved(promise, legs, Optional.empty(), received, COUNTING))
                .isEqualTo(promise.due().at());
        var moved = WholeClock.moved(promise, less, Optional.empty(), received, COUNTING);
        assertThat(moved).isAfterOrEqualTo(promise.due().at());
        assertThat(WholeClock.moved(promise, more, Optional.empty(), received, COUNTING))
                .isAfterOrEqualTo(moved);
    }

    /** The agency takes all of its time and no more; the applicant answers whenever they like. */
    @Property(tries = 2_000)
    void anAgencyInTimeIsNeverLateForWhatTheApplicantTook(
            @ForAll("moments") Instant received,
            @ForAll @IntRange(min = 1, max = 10) int first,
            @ForAll @IntRange(min = 1, max = 10) int second,
            @ForAll @IntRange(min = 0, max = 4_000) int asked,
            @ForAll @IntRange(min = 0, max = 40_000) int took,
            @ForAll boolean restarts,
            @ForAll boolean inFirst) {
        var hours = OpeningHours.usual();
        var one = new Leg("p0", List.of(), TimeLimit.workingDays(first), false, new Course.Filed(), List.of());
        var two = new Leg("p1", List.of("p0"), TimeLimit.workingDays(second), false, new Course.Waiting(), List.of());
        var legs = List.of(one, two);
        var promise = WholeClock.promise(legs, Optional.empty(), received, COUNTING);
        var began = inFirst ? received : COUNTING.due(one.limit(), received).at();
        var limit = inFirst ? one.limit() : two.limit();
        var due = COUNTING.due(limit, began).at();
        var from = began.plus(Duration.ofMinutes(asked));
        if (from.isAfter(due)) {
            return;
        }
        var until = from.plus(Duration.ofMinutes(took));
        var wait = new Interval(from, until);
        var own = restarts
                ? Deadlines.restarted(limit, until, hours, CALENDAR).at()
                : Deadlines.subtracting(limit, began, List.of(wait), hours, CALENDAR)
                        .at();
        var after = lost(legs, inFirst ? 0 : 1, restarts ? new Interval(began, until) : wait);

        var end = inFirst ? COUNTING.due(two.limit(), own).at() : own;
        assertThat(WholeClock.moved(promise, after, Optional.empty(), received, COUNTING))
                .isAfterOrEqualTo(end);
    }

    @Test
    void aWeekInWhichTheApplicantSupplementsMovesTheWholeByThatWeek() {
        var received = Instant.parse("2026-03-02T02:00:00Z");
        var legs = List.of(new Leg(
                "p0",
                List.of(),
                TimeLimit.workingDays(5),
                false,
                new Course.Running(received),
                List.of(new Interval(Instant.parse("2026-03-04T02:00:00Z"), Instant.parse("2026-03-11T02:00:00Z")))));
        for (var whole : List.of(Optional.<TimeLimit>empty(), Optional.of(TimeLimit.workingDays(5)))) {
            var promise = WholeClock.promise(legs, whole, received, COUNTING);

            assertThat(promise.due().at()).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));
            assertThat(WholeClock.moved(promise, legs, whole, received, COUNTING))
                    .isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
        }
    }

    private static List<Leg> lost(List<Leg> legs, int index, Interval lost) {
        var changed = new ArrayList<>(legs);
        var leg = legs.get(index);
        changed.set(index, new Leg(leg.part(), leg.after(), leg.limit(), leg.outside(), leg.course(), List.of(lost)));
        return changed;
    }

    @Provide
    static Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 500_000).map(it -> FROM.plus(Duration.ofMinutes(it)));
    }

    /** The first begins; each other waits for one before it. */
    @Provide
    static Arbitrary<List<Leg>> groups() {
        var leg = Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, false, false, false),
                        moments())
                .as(Drawn::new);
        return leg.list().ofMinSize(1).ofMaxSize(6).map(WholeClockTest::legs);
    }

    private record Drawn(int days, int before, int course, boolean outside, Instant at) {}

    private static List<Leg> legs(List<Drawn> drawn) {
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < drawn.size(); i++) {
            var it = drawn.get(i);
            legs.add(new Leg(
                    "p" + i,
                    i == 0 ? List.of() : List.of("p" + it.before() % i),
                    TimeLimit.workingDays(it.days()),
                    i > 0 && it.outside(),
                    course(it, i == 0),
                    List.of()));
        }
        return legs;
    }

    private static Course course(Drawn drawn, boolean first) {
        return switch (drawn.course()) {
            case 0 -> new Course.Running(drawn.at());
            case 1 -> new Course.Ended(drawn.at());
            case 2 -> new Course.Filed();
            case 3 -> first ? new Course.Filed() : new Course.Never();
            default -> first ? new Course.Filed() : new Course.Waiting();
        };
    }

    private static List<Leg> with(List<Leg> legs, int index, Course course) {
        var changed = new ArrayList<>(legs);
        changed.set(index, with(legs.get(index), course));
        return changed;
    }

    private static Leg with(Leg leg, Course course) {
        return new Leg(leg.part(), leg.after(), leg.limit(), leg.outside(), course, leg.lost());
    }
}
