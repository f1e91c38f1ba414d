package vn.motcua.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the post go its round again and again, from the moment the program is up until it stops. */
@Component
class PostRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);

    private final PostOffice office;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread rounds;

    /** @param every how long it rests after a round; nothing or less: it never goes by itself */
    PostRounds(PostOffice office, @Value("${motcua.messages.every:1s}") Duration every) {
        this.office = office;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (every.isPositive() && rounds == null) {
            rounds = Thread.ofPlatform().daemon().name("messages-post").start(this::go);
        }
    }

    private void go() {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            office.carry();
        } catch (RuntimeException e) {
            LOG.warn("the messages could not be read; the next round tries again", e);
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
                running.join(Duration.ofSeconds(10));
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
