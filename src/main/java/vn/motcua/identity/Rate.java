package vn.motcua.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How often something may be done: so many times at once, and as many again spread over each minute. Kept in memory, for
 * each key apart; a restart forgets. The time is passed in, from a clock that only goes forward.
 */
final class Rate {

    private static final int KEPT_AT_MOST = 100_000;
    private static final double MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final Map<String, Left> left = new ConcurrentHashMap<>();

    /** Allows that much a minute for each key; 0 allows everything. */
    Rate(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes one; how long to wait when none is left, at least a second.
     *
     * @param nanos now
     */
    Optional<Duration> take(String key, long nanos) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        if (left.size() >= KEPT_AT_MOST) {
            left.values().removeIf(it -> it.at(nanos, perMinute).count() >= perMinute);
        }
        var after = left.compute(key, (_, before) -> {
            var now = before == null ? new Left(perMinute, nanos, true) : before.at(nanos, perMinute);
            return now.count() >= 1 ? new Left(now.count() - 1, nanos, true) : new Left(now.count(), nanos, false);
        });
        return after.taken() ? Optional.empty() : Optional.of(wait(after));
    }

    private Duration wait(Left it) {
        var seconds = Math.ceil((1 - it.count()) * 60 / perMinute);
        return Duration.ofSeconds(Math.max(1, (long) seconds));
    }

    /**
     * What is left of the allowance.
     *
     * @param taken whether the last one who asked got one
     */
    private record Left(double count, long nanos, boolean taken) {

        Left at(long now, int perMinute) {
            var grown = Math.max(0, now - nanos) / MINUTE * perMinute;
            return new Left(Math.min(perMinute, count + grown), now, taken);
        }
    }
}
