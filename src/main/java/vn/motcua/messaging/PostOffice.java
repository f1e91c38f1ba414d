package vn.motcua.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.messaging.Carrier.Outcome;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Takes messages from the queue to their carriers, some at once, no transaction open meanwhile. Who dies in the middle lets
 * the lease run out: then a message may come twice, with the same number, and none is lost.
 */
@Component
public class PostOffice {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int AT_ONCE = 16;
    /** Longer than a carrier may take. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final DeliveryStore store;
    private final Carriers carriers;
    private final MessagingSettings settings;
    private final OurAddress ours;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<String, Health> health = new ConcurrentHashMap<>();

    PostOffice(
            DeliveryStore store,
            Carriers carriers,
            MessagingSettings settings,
            OurAddress ours,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.carriers = carriers;
        this.settings = settings;
        this.ours = ours;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Carries all that is due in all tenants; how many were taken by a carrier. */
    public int carry() {
        var all = Stream.concat(
                        Stream.of(TenantId.NATIONAL), units.tenants().stream().map(Tenant::id))
                .distinct()
                .toList();
        return OneByOne.sum("post", all, this::carry);
    }

    private int carry(TenantId tenant) {
        return Scope.of(tenant).call(() -> {
            int sent = 0;
            var batch = lease();
            while (!batch.isEmpty()) {
                sent += carry(batch);
                batch = batch.size() < AT_ONCE ? List.of() : lease();
            }
            return sent;
        });
    }

    private List<DeliveryStore.Leased> lease() {
        var now = clock.instant();
        return Objects.requireNonNull(transaction.execute(_ -> store.lease(now, now.plus(LEASE), AT_ONCE)));
    }

    private int carry(List<DeliveryStore.Leased> batch) {
        var scope = Scope.current();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = batch.stream()
                    .<Callable<Boolean>>map(it -> () -> scope.call(() -> carry(it)))
                    .toList();
            int sent = 0;
            for (var done : hands.invokeAll(work)) {
                sent += done.get() ? 1 : 0;
            }
            return sent;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message was not carried", e.getCause());
        }
    }

    private boolean carry(DeliveryStore.Leased it) {
        var now = clock.instant();
        var letter = it.letter();
        var quiet = settings.quietHours();
        if (!letter.urgent() && settings.quietChannels().contains(letter.channel()) && quiet.at(now)) {
            keep(() -> store.postponed(it, quiet.over(now)));
            return false;
        }
        var all = carriers.of(letter.channel());
        var chosen = Health.first(all.stream().map(Carrier::name).toList(), health, now)
                .flatMap(name ->
                        all.stream().filter(one -> one.name().equals(name)).findFirst());
        if (chosen.isEmpty()) {
            var names = all.stream().map(Carrier::name).toList();
            var next = all.isEmpty() ? now.plus(Duration.ofHours(1)) : Health.nextUp(names, health, now);
            keep(() -> store.postponed(it, next));
            return false;
        }
        return carry(it, chosen.get());
    }

    private boolean carry(DeliveryStore.Leased it, Carrier carrier) {
        var begun = System.nanoTime();
        var outcome = carrier.carry(parcel(it));
        var slow = Duration.ofNanos(System.nanoTime() - begun).compareTo(settings.slow()) > 0;
        var now = clock.instant();
        var failed = outcome instanceof Outcome.Unavailable;
        health.compute(carrier.name(), (_, before) -> {
            var known = before == null ? Health.GOOD : before;
            return failed || slow ? known.struck(now) : known.good();
        });
        switch (outcome) {
            case Outcome.Accepted _ -> keep(() -> store.sent(it.id(), carrier.name(), now));
            case Outcome.NoSuchAddress(var why) -> keep(() -> store.ended(it.id(), DeliveryState.BOUNCED, why, now));
            case Outcome.Unavailable(var why) -> failed(it, why);
        }
        return outcome instanceof Outcome.Accepted;
    }

    private void failed(DeliveryStore.Leased it, String why) {
        var now = clock.instant();
        LOG.warn("message {} was not taken, attempt {}: {}", it.id(), it.attempt(), why);
        Retries.again(it.attempt(), now, it.giveUpAt())
                .ifPresentOrElse(
                        next -> keep(() -> store.again(it, why, next)),
                        () -> keep(() -> store.ended(it.id(), DeliveryState.FAILED, why, now)));
    }

    private Parcel parcel(DeliveryStore.Leased it) {
        var letter = it.letter();
        return new Parcel(
                Scope.current().tenant(),
                it.id(),
                letter.channel(),
                letter.address(),
                letter.language(),
                letter.sender(),
                letter.title(),
                letter.body(),
                Optional.of(letter.path())
                        .filter(path -> !path.isEmpty())
                        .map(path -> ours.of(letter.language(), path)),
                letter.urgent(),
                it.attempt());
    }

    private void keep(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }
}
