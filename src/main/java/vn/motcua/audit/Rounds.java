package vn.motcua.audit;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Goes round all tenants: seals, closes days, has them stamped, publishes them. What fails is tried in the next round. */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Units units;
    private final AuditLog log;
    private final Sealer sealer;
    private final PublishedDays published;
    private final Optional<TimeStamping> authority;
    private final TransactionTemplate transaction;

    Rounds(
            Units units,
            AuditLog log,
            Sealer sealer,
            PublishedDays published,
            EvidenceSettings settings,
            PlatformTransactionManager transactions) {
        this.units = units;
        this.log = log;
        this.sealer = sealer;
        this.published = published;
        this.authority = settings.timeStampAuthority()
                .filter(it -> !it.isBlank())
                .map(URI::create)
                .map(TimeStamping::new);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round. */
    @Scheduled(initialDelayString = "${motcua.evidence.every:1m}", fixedDelayString = "${motcua.evidence.every:1m}")
    void go() {
        var all = Stream.concat(
                        Stream.of(TenantId.NATIONAL), units.tenants().stream().map(Tenant::id))
                .distinct()
                .toList();
        OneByOne.each("sealing", all, tenant -> {
            sealer.bring(tenant)
                    .forEach(it -> published.publish(tenant, it.root().day()));
            authority.ifPresent(it -> stamp(tenant, it));
        });
    }

    private void stamp(TenantId tenant, TimeStamping authority) {
        for (var day : in(tenant, log::unstamped)) {
            try {
                var token = authority.token(day.signature());
                keep(tenant, day.root().day(), token);
            } catch (IOException e) {
                LOG.warn(
                        "day {} of tenant {} is not stamped yet: {}", day.root().day(), tenant, e.getMessage());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void keep(TenantId tenant, LocalDate day, String token) {
        in(tenant, () -> {
            log.addStamp(day, token);
            return List.of();
        });
        published.publish(tenant, day);
    }

    private <T> T in(TenantId tenant, java.util.function.Supplier<T> work) {
        return Scope.of(tenant).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
