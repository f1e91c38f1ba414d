package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.shared.VietnamTime;

/** What holds for a promise with more time, whatever the dossier waits for afterwards. */
@PropertyDefaults(tries = 2_000)
class PromisedPropertiesTest {

    private static final Instant FIRST = Lawbook.at("2024-01-01T00:00");
    private static final int YEARS = 4 * 365 * 86_400;
    private static final int DAYS = 30 * 86_400;

    @Property
    void moreWaitingNeverMakesItEarlier(
            @ForAll("receptions") Instant received,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll @IntRange(max = DAYS) int begins,
            @ForAll @IntRange(max = DAYS) int length,
            @ForAll @IntRange(max = DAYS) int longer) {
        var promised = promised(received, limit, more);
        var from = received.plusSeconds(begins);
        var until = from.plusSeconds(length);

        var some = after(promised, received, new Interval(from, until));
        var most = after(promised, received, new Interval(from, until.plusSeconds(longer)));
        var again = after(some, received, new Interval(until.plusSeconds(longer / 2), until.plusSeconds(longer)));

        assertThat(some).isAfterOrEqualTo(promised);
        assertThat(most).isAfterOrEqualTo(some);
        assertThat(again).isAfterOrEqualTo(some);
    }

    @Property
    void nothingIsDueWhileItWaitsNorOnADayOfRest(
            @ForAll("receptions") Instant received,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll @IntRange(max = DAYS) int begins,
            @ForAll @IntRange(max = DAYS) int length) {
        var promised = promised(received, limit, more);
        var wait = new Interval(
                received.plusSeconds(begins), received.plusSeconds(begins).plusSeconds(length));
        var due = after(promised, received, wait);
        var moment = VietnamTime.local(due);

        assertThat(Count.minute(wait.from()).isBefore(moment)
                        && Count.minute(wait.to()).isAfter(moment))
                .isFalse();
        assertThat(CALENDAR.rests(moment.toLocalDate())).isFalse();
        if (wait.from().isAfter(promised.plusSeconds(60))) {
            assertThat(due).as("was late already").isEqualTo(promised);
        }
    }

    @Property
    void theWorkingDaysOfTheWaitAreAddedAndNoOthers(
            @ForAll("receptions") Instant received,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll @IntRange(max = DAYS) int begins,
            @ForAll @IntRange(max = DAYS) int length) {
        var promised = promised(received, limit, more);
        var wait = new Interval(
                received.plusSeconds(begins), received.plusSeconds(begins).plusSeconds(length));
        var due = VietnamTime.dayOf(after(promised, received, wait));
        var last = VietnamTime.dayOf(promised);

        int lost = 0;
        if (!Count.minute(wait.from()).isAfter(VietnamTime.local(promised))) {
            for (var day = VietnamTime.dayOf(received).plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
                var close = day.atTime(17, 0);
                var away = !Count.minute(wait.from()).isAfter(close)
                        && Count.minute(wait.to()).isAfter(close);
                lost += away && !CALENDAR.rests(day) ? 1 : 0;
            }
        }
        for (; lost > 0; lost--) {
            last = CALENDAR.nextWorkingDay(last);
        }

        assertThat(due).isEqualTo(last);
    }

    @Property
    void itsExplanationLeadsToIt(
            @ForAll("receptions") Instant received,
            @ForAll @IntRange(min = 1, max = 20) int limit,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll @IntRange(max = DAYS) int begins,
            @ForAll @IntRange(max = DAYS) int length) {
        var promised = promised(received, limit, more);
        var wait = new Interval(
                received.plusSeconds(begins), received.plusSeconds(begins).plusSeconds(length));
        var due = Deadlines.promisedAfter(promised, received, wait, HOURS, CALENDAR);

        var told = Retold.due(TimeLimit.workingDays(left(promised, received, wait)), due.explanation());

        assertThat(told).isEqualTo(VietnamTime.local(due.at()));
    }

    /** How many working days of the promise were left on the day of the wait, or after that of the reception. */
    private static int left(Instant promised, Instant received, Interval wait) {
        var last = VietnamTime.dayOf(promised);
        var first = Stream.of(
                        VietnamTime.dayOf(wait.from()),
                        VietnamTime.dayOf(received).plusDays(1))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var left = 1;
        for (var day = first; day.isBefore(last); day = day.plusDays(1)) {
            left += CALENDAR.rests(day) ? 0 : 1;
        }
        return left;
    }

    @Provide
    Arbitrary<Instant> receptions() {
        return Arbitraries.integers().between(0, YEARS).map(FIRST::plusSeconds);
    }

    private static Instant promised(Instant received, int limit, int more) {
        var due = Deadlines.due(TimeLimit.workingDays(limit), received, HOURS, CALENDAR);
        return Deadlines.extended(TimeLimit.workingDays(more), due.at(), HOURS, CALENDAR)
                .at();
    }

    private static Instant after(Instant promised, Instant received, Interval wait) {
        return Deadlines.promisedAfter(promised, received, wait, HOURS, CALENDAR)
                .at();
    }
}
