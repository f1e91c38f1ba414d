package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.CALENDAR;
import static vn.motcua.deadline.Lawbook.HOURS;
import static vn.motcua.deadline.Lawbook.at;
import static vn.motcua.deadline.Lawbook.due;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.motcua.shared.VietnamTime;

/**
 * Each example was worked out apart from the program; the reasoning is its last column, and so part of the test's name.
 */
class TimeExamplesTest {

    @ParameterizedTest(name = "{0} from {1} is due {2}: {3}")
    @CsvFileSource(
            resources = "/law/time-examples.csv",
            delimiter = '|',
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void isDueWhenTheHandCountSays(String limit, String received, String expected, String why) {
        var due = due(limit, received);

        assertThat(VietnamTime.local(due.at())).as(why).hasToString(expected);
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
        var waited = Stream.of(waits.split(" ", -1))
                .map(it -> it.split("/", -1))
                .map(it -> new Interval(at(it[0]), at(it[1])))
                .toList();
        var due = Deadlines.subtracting(TimeLimit.parse(limit), at(received), waited, HOURS, CALENDAR);

        assertThat(VietnamTime.local(due.at())).as(why).hasToString(expected);
    }
}
