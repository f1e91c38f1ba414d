package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.deadline.Lawbook.due;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.motcua.shared.VietnamTime;

/** Each example was worked out by hand; the reasoning is its last column, and so part of the test's name. */
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
}
