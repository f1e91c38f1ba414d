package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(15));

    @Test
    void afterTooManyFailuresOneWaitsUntilTheOldestIsForgotten() {
        throttle.failed("mai", NOW);
        throttle.failed("mai", NOW.plusSeconds(60));
        assertThat(throttle.wait("mai", NOW.plusSeconds(60))).isEmpty();

        throttle.failed("mai", NOW.plusSeconds(120));

        assertThat(throttle.wait("mai", NOW.plusSeconds(120))).contains(Duration.ofMinutes(13));
        assertThat(throttle.wait("mai", NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    }

    @Test
    void othersDoNotWait() {
        for (int i = 0; i < 10; i++) {
            throttle.failed("mai", NOW);
        }

        assertThat(throttle.wait("lan", NOW)).isEmpty();
    }

    @Test
    void successWipesTheSlate() {
        for (int i = 0; i < 3; i++) {
            throttle.failed("mai", NOW);
        }
        throttle.succeeded("mai");

        assertThat(throttle.wait("mai", NOW)).isEmpty();
    }
}
