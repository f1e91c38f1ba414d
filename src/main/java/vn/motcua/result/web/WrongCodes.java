package vn.motcua.result.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Throttle;
import vn.motcua.shared.Network;

/** Makes guessing codes of results hopeless: an address that has missed twenty times within ten minutes waits. */
@Component
class WrongCodes {

    private static final int MISSES = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Throttle throttle = new Throttle(MISSES, WINDOW);
    private final Clock clock;

    WrongCodes(Clock clock) {
        this.clock = clock;
    }

    /** How long that address has to wait; empty when it need not. */
    Optional<Duration> wait(String address) {
        return throttle.wait(Network.of(address), clock.instant());
    }

    /** Notes that a code from that address was wrong. */
    void missed(String address) {
        throttle.failed(Network.of(address), clock.instant());
    }

    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.toSeconds()));
    }

    static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
