package vn.motcua.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Destructions;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * How long applicants find what they were told: {@code motcua.notices.keep}, two years unless set. What happened itself
 * stands in the dossier. No law was found that sets a time.
 */
@Component
class NoticeLife {

    private static final int AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(NoticeLife.class);

    private final JdbcClient db;
    private final Destructions destructions;
    private final Duration keep;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NoticeLife(
            JdbcClient db,
            Destructions destructions,
            @Value("${motcua.notices.keep:730d}") Duration keep,
            Clock clock,
            PlatformTransactionManager transactions) {
        if (keep.toDays() < 30) {
            throw new IllegalArgumentException("motcua.notices.keep must be at least thirty days: " + keep);
        }
        this.db = db;
        this.destructions = destructions;
        this.keep = keep;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Deletes what is older; how many. Several copies of the program may do it at once. */
    @Scheduled(initialDelayString = "${motcua.sweep.after:PT20M}", fixedDelayString = "${motcua.sweep.every:PT6H}")
    public int sweep() {
        int swept = 0;
        int last;
        do {
            last = Scope.of(TenantId.NATIONAL)
                    .call(() -> Objects.requireNonNull(transaction.execute(_ -> sweepSome())));
            swept += last;
        } while (last == AT_ONCE);
        if (swept > 0) {
            LOG.info("swept: {} notices older than {} days", swept, keep.toDays());
        }
        return swept;
    }

    private int sweepSome() {
        var today = VietnamTime.dayOf(clock.instant()).atStartOfDay(VietnamTime.ZONE);
        var gone = db.sql("""
                        with old as (
                            select n.tenant_id, n.owner, n.dossier, n.version from notification n
                            where n.tenant_id = 0 and n.at < :before
                            order by n.at limit :most for update skip locked
                        )
                        delete from notification n using old
                        where n.tenant_id = old.tenant_id and n.owner = old.owner and n.dossier = old.dossier
                            and n.version = old.version
                        returning concat_ws(' ', n.owner, n.dossier, n.version)
                        """)
                .param("before", today.toOffsetDateTime().minus(keep))
                .param("most", AT_ONCE)
                .query((row, _) -> row.getString(1))
                .list();
        destructions.report("notices", "motcua.notices.keep=" + keep.toDays() + "d", gone);
        return gone.size();
    }
}
