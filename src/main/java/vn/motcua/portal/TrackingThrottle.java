package vn.motcua.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Network;

/**
 * Makes guessing tracking codes hopeless: an address that has missed {@value #MISSES} times within ten minutes waits,
 * also when it then has a right code, so that waiting tells nothing. Kept in memory; a restart forgets.
 */
@Component
public class TrackingThrottle {

    static final int MISSES = 20;
    static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int ADDRESSES = 50_000;

    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;

    TrackingThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long that address has to wait; empty when it need not. */
    public Optional<Duration> wait(String address) {
        var now = clock.instant();
        return Optional.ofNullable(windows.get(Network.of(address)))
                .filter(it -> it.misses() >= MISSES && it.end().isAfter(now))
                .map(it -> Duration.between(now, it.end()));
    }

    /** Notes that a code from that address was wrong. */
    public void missed(String address) {
        var now = clock.instant();
        if (windows.size() >= ADDRESSES) {
            windows.values().removeIf(it -> !it.end().isAfter(now));
        }
        windows.compute(
                Network.of(address),
                (_, before) -> before == null || !before.end().isAfter(now)
                        ? new Window(1, now.plus(WINDOW))
                        : new Window(before.misses() + 1, before.end()));
    }

    /** How often it was wrong until when. */
    private record Window(int misses, Instant end) {}
}
