package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An amount under conditions is read as rules, and written again as it was meant. */
class StudioWaysTest {

    @Test
    void aChainOfConditionsIsATableOfRules() {
        assertThat(StudioWays.split("channel==\"ONLINE\" && province.free ? 0 : (w.kind=='HOUSE' ? 75000 : 150000)"))
                .containsExactly(
                        new StudioWays("channel==\"ONLINE\" && province.free", "0"),
                        new StudioWays("w.kind=='HOUSE'", "75000"),
                        new StudioWays("", "150000"));
        assertThat(StudioWays.split("(a ? 1 : 2) + 3")).containsExactly(new StudioWays("", "(a ? 1 : 2) + 3"));
        assertThat(StudioWays.split("x == 'a ? b : c' ? 1 : 2"))
                .containsExactly(new StudioWays("x == 'a ? b : c'", "1"), new StudioWays("", "2"));
        assertThat(StudioWays.split("a ? b ? 1 : 2 : 3"))
                .containsExactly(new StudioWays("a", "b ? 1 : 2"), new StudioWays("", "3"));
        assertThat(StudioWays.split("8000")).containsExactly(new StudioWays("", "8000"));
    }

    @Test
    void whatIsWrittenIsReadAsTheSameRules() {
        for (var ways : List.of(
                List.of(new StudioWays("a ? b : c", "1"), new StudioWays("", "2")),
                List.of(new StudioWays("a", "b ? 1 : 2"), new StudioWays("d", "4"), new StudioWays("", "5 + 6")),
                List.of(new StudioWays("", "7")))) {
            assertThat(StudioWays.split(StudioWays.joined(ways))).isEqualTo(ways);
        }
    }
}
