package vn.motcua.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something read from the database that seldom changes, kept for a while. After its time one caller reads it again
 * while the others go on with what is known, so nobody queues behind a refresh.
 */
public final class Remembered<T> {

    private record Known<T>(T value, Instant readAt) {}

    private final Supplier<T> source;
    private final Duration howLong;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable Known<T> known;

    /** What the source says, believed for that long. */
    public Remembered(Supplier<T> source, Duration howLong, Clock clock) {
        this.source = source;
        this.howLong = howLong;
        this.clock = clock;
    }

    /** What is known, read now when nothing is. */
    public T get() {
        var current = known;
        if (current == null) {
            return read();
        }
        if (current.readAt().plus(howLong).isBefore(clock.instant()) && reading.compareAndSet(false, true)) {
            try {
                return read();
            } finally {
                reading.set(false);
            }
        }
        return current.value();
    }

    /** Makes the next caller read again. */
    public void forget() {
        known = null;
    }

    private T read() {
        var now = clock.instant();
        var value = source.get();
        known = new Known<>(value, now);
        return value;
    }
}
