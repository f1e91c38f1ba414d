package vn.motcua.filing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
 * How long a draft is kept that nobody touches: {@code motcua.drafts.keep}, 90 days unless set, and its last day is told
 * on its pages. After that it is deleted with its papers; their files are swept when nothing else needs them.
 */
@Component
public class DraftLife {

    private static final int AT_ONCE = 500;
    private static final Logger LOG = LoggerFactory.getLogger(DraftLife.class);

    private final JdbcClient db;
    private final Destructions destructions;
    private final Duration keep;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DraftLife(
            JdbcClient db,
            Destructions destructions,
            @Value("${motcua.drafts.keep:90d}") Duration keep,
            Clock clock,
            PlatformTransactionManager transactions) {
        if (keep.toDays() < 1) {
            throw new IllegalArgumentException("motcua.drafts.keep must be at least one day: " + keep);
        }
        this.db = db;
        this.destructions = destructions;
        this.keep = keep;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The last day on which a draft is kept that was saved then. */
    public LocalDate keptUntil(Instant savedAt) {
        return VietnamTime.dayOf(savedAt.plus(keep));
    }

    /** Deletes the drafts whose last day is over; how many. Several copies of the program may do it at once. */
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
            LOG.info("swept: {} drafts untouched for {} days", swept, keep.toDays());
        }
        return swept;
    }

    private int sweepSome() {
        db.sql("select set_config('motcua.sweeping', 'drafts', true)")
                .query(String.class)
                .single();
        var today = VietnamTime.dayOf(clock.instant()).atStartOfDay(VietnamTime.ZONE);
        var gone = db.sql("""
                        with old as (
                            select tenant_id, id from draft where saved_at < :before
                            order by saved_at limit :most for update skip locked
                        )
                        delete from draft d using old where d.tenant_id = old.tenant_id and d.id = old.id
                        returning d.id::text
                        """)
                .param("before", today.toOffsetDateTime().minus(keep))
                .param("most", AT_ONCE)
                .query((row, _) -> row.getString(1))
                .list();
        destructions.report("drafts", "motcua.drafts.keep=" + keep.toDays() + "d", gone);
        return gone.size();
    }
}
