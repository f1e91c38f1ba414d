package vn.motcua.messaging;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Destructions;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** How long it is kept what was sent to whom: {@code motcua.messages.keep}, ninety days unless set. */
@Component
class DeliveryLife {

    private static final int AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLife.class);

    private final JdbcClient db;
    private final Destructions destructions;
    private final MessagingSettings settings;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeliveryLife(
            JdbcClient db,
            Destructions destructions,
            MessagingSettings settings,
            Units units,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.destructions = destructions;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Deletes what is older and no longer on its way; how many. Several copies of the program may do it at once. */
    @Scheduled(initialDelayString = "${motcua.sweep.after:PT20M}", fixedDelayString = "${motcua.sweep.every:PT6H}")
    public int sweep() {
        var all = Stream.concat(
                        Stream.of(TenantId.NATIONAL), units.tenants().stream().map(Tenant::id))
                .distinct()
                .toList();
        var swept = OneByOne.sum("old messages", all, it -> Scope.of(it).call(this::sweepTenant));
        if (swept > 0) {
            LOG.info(
                    "swept: {} messages older than {} days",
                    swept,
                    settings.keep().toDays());
        }
        return swept;
    }

    private int sweepTenant() {
        int swept = 0;
        List<String> last;
        do {
            last = Objects.requireNonNull(transaction.execute(_ -> sweepSome()));
            swept += last.size();
        } while (last.size() == AT_ONCE);
        return swept;
    }

    private List<String> sweepSome() {
        var gone = db.sql("""
                        with old as (
                            select d.tenant_id, d.id from delivery d
                            where d.tenant_id = :tenant and d.created_at < :before and d.state <> 'QUEUED'
                            order by d.created_at limit :most for update skip locked
                        )
                        delete from delivery d using old where d.tenant_id = old.tenant_id and d.id = old.id
                        returning d.id
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("before", clock.instant().minus(settings.keep()).atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, _) -> row.getString("id"))
                .list();
        destructions.report(
                "messages", "motcua.messages.keep=" + settings.keep().toDays() + "d", gone);
        return gone;
    }
}
