package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.at;
import static vn.motcua.deadline.Lawbook.due;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.motcua.shared.VietnamTime;

/**
 * Each example was worked out apart from the program; the reasoning is its last column, and so part of the test's name.
 */
class TimeExamplesTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M");

    @ParameterizedTest(name = "{0} from {1} is due {2}: {3}")
    @CsvFileSource(
            resources = "/law/time-examples.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void isDueWhenTheHandCountSays(String limit, String received, String expected, String why) {
        var due = due(limit, received);

        assertThat(VietnamTime.local(due.at())).as(why).hasToString(expected);
        assertThat(Retold.due(TimeLimit.parse(limit), due.explanation())).hasToString(expected);
        assertThat(due.provisional()).as("provisional").isEqualTo(why.endsWith("provisional"));
    }

    /** The subtracting clock: a day on which the dossier waited when the agency closed is not counted. */
    @ParameterizedTest(name = "{0} from {1}, waiting {2}, is due {3}: {4}")
    @CsvFileSource(
            resources = "/law/time-examples-waiting.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void waitingIsLeftOutAsTheHandCountSays(String limit, String received, String waits, String expected, String why) {
        var waited = waits(waits);
        var due = Deadlines.subtracting(TimeLimit.parse(limit), at(received), waited, HOURS, CALENDAR);

        assertThat(VietnamTime.local(due.at())).as(why).hasToString(expected);
        assertThat(Retold.due(TimeLimit.parse(limit), due.explanation())).hasToString(expected);
    }

    /** One certain day with hours of its own, over the national calendar. */
    @ParameterizedTest(name = "{0} from {1}, own hours {2}, is due {3}: {4}")
    @CsvFileSource(
            resources = "/law/time-examples-own-hours.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void aDayWithHoursOfItsOwnIsCountedAsTheHandCountSays(
            String limit, String received, String days, String expected, String why) {
        var due = Deadlines.due(TimeLimit.parse(limit), at(received), HOURS, Lawbook.withOwnHours(days));

        assertThat(VietnamTime.local(due.at())).as(why).hasToString(expected);
        assertThat(Retold.due(TimeLimit.parse(limit), due.explanation())).hasToString(expected);
    }

    /** The clock that starts from zero, a new date, an apology, forwarding, and a reception out of bounds. */
    @ParameterizedTest(name = "{0} {1} from {2} {3}: {4}, {6}")
    @CsvFileSource(
            resources = "/law/time-examples-acts.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void anActHasTheMomentThatTheHandCountSays(
            String act,
            @Nullable String limit,
            String from,
            @Nullable String waits,
            String expected,
            String why,
            String whyInEnglish) {
        if (act.equals("out-of-bounds")) {
            assertThat(List.of(why, whyInEnglish))
                    .as("says what it would be from the first moment, and that is another day")
                    .allSatisfy(it -> assertThat(it).endsWith(" " + fromTheFirstMoment(limit, from)))
                    .noneSatisfy(it -> assertThat(it).endsWith(" " + DAY.format(LocalDateTime.parse(expected))));
        }
        assertThat(VietnamTime.local(moment(act, limit == null ? "" : limit, from, waits == null ? "" : waits)))
                .as(why + " / " + whyInEnglish)
                .hasToString(expected);
    }

    private static Instant moment(String act, String limit, String from, String waits) {
        return switch (act) {
            case "restart" ->
                Deadlines.restarted(TimeLimit.parse(limit), at(from), waits(waits), HOURS, CALENDAR)
                        .at();
            case "extend" ->
                Deadlines.extended(TimeLimit.parse(limit), at(from), HOURS, CALENDAR)
                        .at();
            case "apology" -> Deadlines.apologyBy(at(from), HOURS, CALENDAR);
            case "forward" -> Deadlines.forwardBy(at(from), HOURS, CALENDAR);
            case "out-of-bounds" -> outOfBounds(limit, waits(from).getFirst());
            default -> throw new IllegalArgumentException(act);
        };
    }

    /**
     * From when one one-stop took it in to when the competent one received it: only the second moment counts, and no other gives
     * the same day. That the desks count from the second is the test of {@code TransfersDesksTest}.
     */
    private static Instant outOfBounds(String limit, Interval way) {
        return Deadlines.due(TimeLimit.parse(limit), way.to(), HOURS, CALENDAR).at();
    }

    /** The day on which it would be due if the clock had begun where it was taken in. */
    private static String fromTheFirstMoment(@Nullable String limit, String way) {
        var due = due(limit == null ? "" : limit, way.substring(0, way.indexOf('/')));
        return DAY.format(VietnamTime.local(due.at()));
    }

    private static List<Interval> waits(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ", -1))
                        .map(it -> it.split("/", -1))
                        .map(it -> new Interval(at(it[0]), at(it[1])))
                        .toList();
    }
}
