package vn.motcua.payment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The cash that somebody took at the counter, day by day, in the current tenant. */
@Repository
public class CashBook {

    private final JdbcClient db;

    CashBook(JdbcClient db) {
        this.db = db;
    }

    /** All cash that this account took on that day in Vietnam, less what it paid back in cash; nothing where that was more. */
    @Transactional(readOnly = true)
    public Dong taken(AccountId account, LocalDate day) {
        return new Dong(db.sql("""
                        select greatest(0,
                            (select coalesce(sum(p.amount), 0) from fee_payment p
                            where p.tenant_id = :tenant and p.taken_by = :account and p.means = 'CASH'
                                and p.taken_at >= :from and p.taken_at < :to)
                            - (select coalesce(sum(f.amount), 0) from refund f
                            where f.tenant_id = :tenant and f.payer = :account and f.way = 'CASH'
                                and f.paid_at >= :from and f.paid_at < :to))
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("account", account.value())
                .param("from", day.atStartOfDay(VietnamTime.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param(
                        "to",
                        day.plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }
}
