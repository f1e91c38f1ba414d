package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** How many dossiers somebody took in and handed over on a day, in the current tenant. */
@Repository
public class DayCount {

    private final JdbcClient db;

    DayCount(JdbcClient db) {
        this.db = db;
    }

    /**
     * What somebody did on a day.
     *
     * @param received dossiers received
     * @param handedOver results handed over
     */
    public record Done(int received, int handedOver) {}

    /** What that account did on that day in Vietnam. */
    @Transactional(readOnly = true)
    public Done of(AccountId account, LocalDate day) {
        return db.sql("""
                        select count(*) filter (where e.kind = 'received') as received,
                            count(*) filter (where e.kind = 'result-handed-over') - count(*) filter (where e.kind = 'stage-undone'
                                and exists (select 1 from dossier_event h where h.tenant_id = e.tenant_id
                                    and h.dossier = e.dossier and h.version = e.version - 1
                                    and h.kind = 'result-handed-over')) as handed_over
                        from dossier_event e
                        where e.tenant_id = :tenant and e.actor = :actor and e.recorded_at >= :from and e.recorded_at < :to
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("actor", account.value())
                .param("from", day.atStartOfDay(VietnamTime.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param(
                        "to",
                        day.plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Done(row.getInt("received"), row.getInt("handed_over")))
                .single();
    }
}
