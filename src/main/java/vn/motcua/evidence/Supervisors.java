package vn.motcua.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.Actors;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Brings what the configuration says of supervision into the database, and knows the names of who supervises. */
@Component
class Supervisors {

    private final SupervisionSettings settings;
    private final JdbcClient db;
    private final Actors actors;
    private final Units units;
    private final TransactionTemplate transaction;

    Supervisors(
            SupervisionSettings settings,
            JdbcClient db,
            Actors actors,
            Units units,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.db = db;
        this.actors = actors;
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes the table say what the configuration says, no more and no less. */
    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        Scope.of(TenantId.NATIONAL)
                .run(() -> transaction.executeWithoutResult(_ -> {
                    db.sql("delete from sector_supervision where tenant_id = 0").update();
                    settings.ministries()
                            .forEach((ministry, issuers) -> issuers.forEach(it -> db.sql("""
                            insert into sector_supervision (tenant_id, issuer, ministry) values (0, :issuer, :ministry)
                            """)
                                    .param("issuer", it)
                                    .param("ministry", ministry)
                                    .update()));
                }));
    }

    /** The names of those accounts that belong to a ministry which supervises, each with the ministry's. */
    Map<UUID, String> names(Collection<UUID> accounts) {
        var names = new HashMap<UUID, String>();
        if (accounts.isEmpty()) {
            return names;
        }
        settings.ministries().keySet().stream().map(TenantId::new).forEach(ministry -> {
            var of = units.tenant(ministry).map(it -> it.name()).orElse(ministry.toString());
            Scope.of(ministry)
                    .call(() -> Objects.requireNonNull(transaction.execute(_ -> actors.names(List.copyOf(accounts)))))
                    .forEach((account, name) -> names.put(account, name + " (" + of + ")"));
        });
        return names;
    }
}
