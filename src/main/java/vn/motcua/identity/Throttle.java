package vn.motcua.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down who keeps failing: after some failures within a while, each further try has to wait. Kept in memory; a
 * restart forgets, which a guesser cannot cause. Pure but for what it remembers: the time is passed in.
 */
public final class Throttle {

    private static final int KEPT_AT_MOST = 100_000;

    private final int failures;
    private final Duration window;
    private final Map<String, Deque<Instant>> failed = new ConcurrentHashMap<>();

    /** Allows that many failures within that time, for each key. */
    public Throttle(int failures, Duration window) {
        this.failures = failures;
        this.window = window;
    }

    /** How long this key has to wait, empty when it may try now. */
    public Optional<Duration> wait(String key, Instant now) {
        var times = failed.get(key);
        if (times == null) {
            return Optional.empty();
        }
        synchronized (times) {
            forgetBefore(times, now.minus(window));
            if (times.size() < failures) {
                return Optional.empty();
            }
            return Optional.of(Duration.between(now, times.getFirst().plus(window)));
        }
    }

    /** Notes a failure. */
    public void failed(String key, Instant now) {
        if (failed.size() >= KEPT_AT_MOST) {
            failed.values().removeIf(it -> isOver(it, now.minus(window)));
        }
        var times = failed.computeIfAbsent(key, _ -> new ArrayDeque<>());
        synchronized (times) {
            forgetBefore(times, now.minus(window));
            times.addLast(now);
            if (times.size() > failures) {
                times.removeFirst();
            }
        }
    }

    /** Forgets the failures of a key that has succeeded. */
    public void succeeded(String key) {
        failed.remove(key);
    }

    private static boolean isOver(Deque<Instant> times, Instant before) {
        synchronized (times) {
            return times.isEmpty() || times.getLast().isBefore(before);
        }
    }

    private static void forgetBefore(Deque<Instant> times, Instant before) {
        while (!times.isEmpty() && !times.getFirst().isAfter(before)) {
            times.removeFirst();
        }
    }
}
