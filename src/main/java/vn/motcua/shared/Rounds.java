package vn.motcua.shared;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Work that goes its round again and again on a thread of its own, from the moment the program is up until it stops. A
 * round that fails is written to the log, and the next one tries again.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(10);

    private final String name;
    private final Duration every;
    private final Runnable round;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread rounds;

    /**
     * @param name of the thread
     * @param every how long it rests after a round; nothing or less: it never goes by itself
     */
    protected Rounds(String name, Duration every, Runnable round) {
        this.name = name;
        this.every = every;
        this.round = round;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (every.isPositive() && rounds == null) {
            rounds = Thread.ofPlatform().daemon().name(name).start(this::go);
        }
    }

    private void go() {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: this round failed; the next one tries again", name, e);
        }
    }

    @Override
    public void start() {
        // The rounds begin when the program is ready, not while it still loads.
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = rounds;
        if (running != null) {
            try {
                running.join(LAST_ROUND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
