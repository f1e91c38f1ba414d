package vn.motcua.outbox;

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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets the relay go its round again and again, from the moment the program is up until it stops. */
@Component
class RelayRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayRounds.class);

    private final Relay relay;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread rounds;

    /** @param every how long it rests after a round; nothing or less: it never goes by itself */
    RelayRounds(Relay relay, @Value("${motcua.outbox.every:1s}") Duration every) {
        this.relay = relay;
        this.every = every;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (every.isPositive() && rounds == null) {
            rounds = Thread.ofPlatform().daemon().name("outbox-relay").start(this::go);
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
            relay.handOn();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the outbox could not be read; the next round tries again", e);
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
