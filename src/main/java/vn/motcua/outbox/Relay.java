package vn.motcua.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Takes entries from the outbox and tells every listener. An entry is taken away when all have heard it; when one fails,
 * all hear it again later, which is why hearing twice must be hearing once.
 */
@Component
public class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Outbox outbox;
    private final List<Listener> listeners;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Relay(Outbox outbox, List<Listener> listeners, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.listeners = List.copyOf(listeners);
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Hands on all that is due in all tenants; says how many entries arrived. */
    public int handOn() {
        return OneByOne.sum(
                "handing on", units.tenants().stream().map(Tenant::id).toList(), this::handOn);
    }

    /** Hands on all that is due in that tenant, until nothing is. */
    int handOn(TenantId tenant) {
        return Scope.of(tenant).call(() -> {
            int arrived = 0;
            var now = clock.instant();
            var batch = lease(now);
            while (!batch.isEmpty()) {
                for (var happening : batch) {
                    arrived += handOn(happening) ? 1 : 0;
                }
                batch = lease(now);
            }
            return arrived;
        });
    }

    /** How long after that many attempts it is tried again: twice as long each time, an hour at most. */
    static Duration waitAfter(int attempts) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private List<Happening> lease(Instant now) {
        return inTransaction(() -> outbox.lease(now, now.plus(LEASE), BATCH));
    }

    // A listener may fail in any way; its failure is kept with the entry and concerns no other dossier.
    private boolean handOn(Happening happening) {
        try {
            listeners.forEach(it -> it.hear(happening));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} of dossier {} was not handed on, attempt {}",
                    happening.kind(),
                    happening.dossier().id(),
                    happening.attempt(),
                    failure);
            inTransaction(() -> {
                outbox.failed(happening, failure.toString(), clock.instant().plus(waitAfter(happening.attempt())));
                return happening;
            });
            return false;
        }
        inTransaction(() -> {
            outbox.arrived(happening);
            return happening;
        });
        return true;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
