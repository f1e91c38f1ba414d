package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = 1_000_000_000L;

    private final Rate rate = new Rate(6);

    @Test
    void soManyAreAllowedAtOnceAndThenOneMustWait() {
        for (var i = 0; i < 6; i++) {
            assertThat(rate.take("a", 0)).isEmpty();
        }
        assertThat(rate.take("a", 0)).contains(Duration.ofSeconds(10));
        assertThat(rate.take("a", 4 * SECOND)).contains(Duration.ofSeconds(6));
        assertThat(rate.take("a", 10 * SECOND)).isEmpty();
        assertThat(rate.take("a", 10 * SECOND)).isPresent();
    }

    @Test
    void askingWhileWaitingDoesNotProlongIt() {
        for (var i = 0; i < 50; i++) {
            rate.take("a", 0);
        }
        assertThat(rate.take("a", 10 * SECOND)).isEmpty();
    }

    @Test
    void aPauseGivesBackAsMuchAsThereWasAndNoMore() {
        rate.take("a", 0);
        for (var i = 0; i < 6; i++) {
            assertThat(rate.take("a", 3600 * SECOND)).isEmpty();
        }
        assertThat(rate.take("a", 3600 * SECOND)).isPresent();
    }

    @Test
    void eachIsCountedAlone() {
        for (var i = 0; i < 7; i++) {
            rate.take("a", 0);
        }
        assertThat(rate.take("b", 0)).isEmpty();
    }

    @Test
    void zeroIsNoLimit() {
        var none = new Rate(0);
        for (var i = 0; i < 1000; i++) {
            assertThat(none.take("a", 0)).isEmpty();
        }
    }
}
