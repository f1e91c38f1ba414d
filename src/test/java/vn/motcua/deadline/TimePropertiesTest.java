package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.MESSAGES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** What holds for every limit and every reception from 2024 to 2029. */
@PropertyDefaults(tries = 1_000)
class TimePropertiesTest {

    private static final Instant FIRST = Lawbook.at("2024-01-01T00:00");
    private static final int SECONDS = (int) Duration.ofDays(6 * 365).toSeconds();

    @Property
    void aDueMomentIsNeverOnADayOfRestNorOutsideOpeningHours(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at) {
        var due = VietnamTime.local(due(limit, at).at());

        assertThat(CALENDAR.rests(due.toLocalDate())).isFalse();
        assertThat(HOURS.open(due, CALENDAR)).isTrue();
    }

    @Property
    void receivedLaterIsNeverDueEarlier(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant at,
            @ForAll @IntRange(max = 900_000) int later) {
        assertThat(due(limit, at.plusSeconds(later)).at())
                .isAfterOrEqualTo(due(limit, at).at());
    }

    @Property
    void aLargerLimitIsNeverDueEarlier(@ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at) {
        if (limit.start() != Start.SAME_DAY) {
            var larger = new TimeLimit(limit.amount() + 1, limit.unit(), limit.start());
            assertThat(due(larger, at).at()).isAfterOrEqualTo(due(limit, at).at());
        }
    }

    @Property
    void moreWorkingDaysAreTheFirstOnesAndThenTheOthers(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll("moments") Instant at) {
        var first = due(TimeLimit.workingDays(n), at).at();

        assertThat(due(TimeLimit.workingDays(m), first).at())
                .isEqualTo(due(TimeLimit.workingDays(n + m), at).at());
    }

    @Property
    void theExplanationCountsExactlyTheLimit(@ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at) {
        var explanation = due(limit, at).explanation();
        var days = explanation.stream().mapToInt(Reason::countedDays).sum();
        var minutes = explanation.stream().mapToInt(Reason::countedMinutes).sum();

        switch (limit.unit()) {
            case WORKING_DAY -> assertThat(days).isEqualTo(limit.start() == Start.SAME_DAY ? 0 : limit.amount());
            case CALENDAR_DAY -> assertThat(days).isEqualTo(limit.amount());
            case WORKING_HOUR -> assertThat(minutes).isEqualTo(limit.amount() * 60);
            case HOUR, MONTH, YEAR -> assertThat(days + minutes).isZero();
        }
    }

    /** Without the calendar, the waits and the last line: whoever adds the lines up comes to the due moment. */
    @Property
    void theExplanationAloneLeadsToTheDueMoment(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at, @ForAll("waits") List<Interval> waits) {
        var waited = shifted(waits, at);
        var plain = Deadlines.due(limit, at, HOURS, CALENDAR);
        var subtracted = Deadlines.subtracting(limit, at, waited, HOURS, CALENDAR);
        var restarted = Deadlines.restarted(limit, at, waited, HOURS, CALENDAR);
        var extended = Deadlines.extended(limit, at, HOURS, CALENDAR);

        for (var due : List.of(plain, subtracted, restarted, extended)) {
            assertThat(Retold.due(limit, due.explanation())).isEqualTo(VietnamTime.local(due.at()));
        }
    }

    @Property
    void theExplanationNamesDaysInOrderAndCanBeSaid(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at, @ForAll("waits") List<Interval> waits) {
        var due = Deadlines.subtracting(limit, at, waits, HOURS, CALENDAR);

        assertThat(due.explanation().getFirst().kind()).isEqualTo(Reason.Kind.RECEIVED);
        assertThat(due.explanation().getLast().kind()).isEqualTo(Reason.Kind.ENDS);
        assertThat(due.say(Language.VI, MESSAGES)).noneMatch(it -> it.contains("{"));
        assertThat(due.say(Language.EN, MESSAGES)).noneMatch(it -> it.contains("{"));
        if (limit.unit() == TimeLimit.Unit.WORKING_DAY) {
            assertThat(due.explanation().stream().filter(it -> it.kind() != Reason.Kind.NOT_ANNOUNCED))
                    .extracting(Reason::date)
                    .isSorted();
        }
    }

    @Property
    void aNaiveCountAgrees(@ForAll @IntRange(min = 1, max = 60) int amount, @ForAll("moments") Instant at) {
        var start = VietnamTime.local(at);
        var day = start.toLocalDate();
        if (rests(day) || start.toLocalTime().toString().compareTo("17:01") >= 0) {
            do {
                day = day.plusDays(1);
            } while (rests(day));
        }
        for (var left = amount; left > 0; ) {
            day = day.plusDays(1);
            left -= rests(day) ? 0 : 1;
        }

        assertThat(due(TimeLimit.workingDays(amount), at).at()).isEqualTo(Lawbook.at(day + "T17:00"));
    }

    @Property
    void withoutWaitsBothClocksAreThePlainOne(@ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at) {
        var plain = due(limit, at);

        assertThat(Deadlines.subtracting(limit, at, List.of(), HOURS, CALENDAR)).isEqualTo(plain);
        assertThat(Deadlines.restarted(limit, at, HOURS, CALENDAR).at()).isEqualTo(plain.at());
    }

    @Property
    void moreWaitingNeverMakesADueMomentEarlier(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant at,
            @ForAll("waits") List<Interval> waits,
            @ForAll("waits") List<Interval> more) {
        var all = new ArrayList<>(shifted(waits, at));
        var some = Deadlines.subtracting(limit, at, List.copyOf(all), HOURS, CALENDAR)
                .at();
        all.addAll(shifted(more, at));

        assertThat(Deadlines.subtracting(limit, at, all, HOURS, CALENDAR).at()).isAfterOrEqualTo(some);
        assertThat(some).isAfterOrEqualTo(due(limit, at).at());
    }

    @Property
    void nothingIsDueWhileItWaitsAndRestartingNeverGivesLessTime(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant at, @ForAll("waits") List<Interval> waits) {
        var shifted = shifted(waits, at);
        var due = Deadlines.subtracting(limit, at, shifted, HOURS, CALENDAR).at();

        assertThat(shifted)
                .noneMatch(it -> Count.minute(it.from()).isBefore(VietnamTime.local(due))
                        && Count.minute(it.to()).isAfter(VietnamTime.local(due)));
        var last = shifted.stream().map(Interval::to).max(Instant::compareTo).orElse(at);
        if (limit.unit() != TimeLimit.Unit.MONTH && limit.unit() != TimeLimit.Unit.YEAR) {
            assertThat(Deadlines.restarted(limit, last, HOURS, CALENDAR).at()).isAfterOrEqualTo(due);
        }
    }

    @Property
    void howAWaitIsCutChangesNothing(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant at,
            @ForAll("waits") List<Interval> waits,
            @ForAll @IntRange(max = 100) int cut) {
        var whole = shifted(waits, at);
        var pieces = whole.stream()
                .flatMap(it -> {
                    var middle = it.from()
                            .plus(Duration.between(it.from(), it.to())
                                    .multipliedBy(cut)
                                    .dividedBy(100));
                    return List.of(new Interval(middle, it.to()), new Interval(it.from(), middle)).stream();
                })
                .toList();

        assertThat(Deadlines.subtracting(limit, at, pieces, HOURS, CALENDAR))
                .isEqualTo(Deadlines.subtracting(limit, at, whole, HOURS, CALENDAR));
    }

    @Property
    void workingTimeAddsUp(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 900_000) int one,
            @ForAll @IntRange(max = 900_000) int two) {
        var middle = from.plusSeconds(one);
        var to = middle.plusSeconds(two);

        assertThat(time(from, middle).plus(time(middle, to))).isEqualTo(time(from, to));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, SECONDS).map(FIRST::plusSeconds);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        var counted = Combinators.combine(
                        Arbitraries.of(TimeLimit.Unit.class),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(Start.AT_RECEPTION, Start.AFTER_15_NEXT_DAY))
                .as((unit, amount, start) ->
                        new TimeLimit(unit == TimeLimit.Unit.YEAR ? 1 + amount % 3 : amount, unit, start));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, counted), net.jqwik.api.Tuple.of(1, Arbitraries.just(TimeLimit.sameDay())));
    }

    /** Waits by their distance from {@link #FIRST}; {@link #shifted} puts them after a reception. */
    @Provide
    Arbitrary<List<Interval>> waits() {
        var wait = Combinators.combine(
                        Arbitraries.integers().between(0, 60 * 86_400),
                        Arbitraries.integers().between(0, 20 * 86_400))
                .as((from, length) -> new Interval(FIRST.plusSeconds(from), FIRST.plusSeconds(from + length)));
        return wait.list().ofMaxSize(4);
    }

    private static List<Interval> shifted(List<Interval> waits, Instant received) {
        var by = Duration.between(FIRST, received);
        return waits.stream()
                .map(it -> new Interval(it.from().plus(by), it.to().plus(by)))
                .toList();
    }

    private static boolean rests(LocalDate day) {
        return CALENDAR.special(day)
                .map(it -> it.kind() != SpecialDay.Kind.SWAP_WORK)
                .orElse(day.getDayOfWeek().getValue() > 5);
    }

    private static Duration time(Instant from, Instant to) {
        return Deadlines.workingTime(from, to, List.of(), HOURS, CALENDAR);
    }

    private static Due due(TimeLimit limit, Instant at) {
        return Deadlines.due(limit, at, HOURS, CALENDAR);
    }
}
