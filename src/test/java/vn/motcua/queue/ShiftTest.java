package vn.motcua.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Dong;

/** What is left to settle of a shift. */
class ShiftTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    @Test
    void whatWasTakenAfterSettlingIsSettledOnceMore() {
        var noon = shift(10, 6, 2, 48_000).close(new Dong(48_000), "", NOON);
        var evening = shift(14, 9, 2, 72_000).without(List.of(noon));

        assertThat(evening).isEqualTo(shift(4, 3, 0, 24_000));
        var again = evening.close(new Dong(24_000), "", NOON.plusSeconds(18_000));
        assertThat(shift(14, 9, 2, 72_000).without(List.of(noon, again)).taken())
                .isEqualTo(Dong.ZERO);
    }

    @Test
    void whatWasPaidBackSinceLeavesNothingRatherThanLess() {
        var noon = shift(10, 6, 2, 48_000).close(new Dong(48_000), "", NOON);

        assertThat(shift(10, 6, 1, 40_000).without(List.of(noon))).isEqualTo(shift(0, 0, 0, 0));
    }

    private static Shift shift(int tickets, int received, int handedOver, long taken) {
        return new Shift("Trần Thu Hà", tickets, received, handedOver, new Dong(taken));
    }
}
