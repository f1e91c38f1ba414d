package vn.motcua.payment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * What stands on each account of the ledger at the end of a day, and beside it what receipts, transfers that belong nowhere and refunds
 * say should stand there. The sum of the ledger is zero whatever is written into it; only the second column shows that what is written is right.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class Standings {

    private static final String STANDINGS = """
            with money (channel, money) as (values ('CASH', 'CASH'), ('CARD', 'CARD'), ('VIETQR', 'BANK'), ('GATEWAY', 'GATEWAY')),
            kind (kind, account) as (values ('FEE', 'FEES'), ('CHARGE', 'CHARGES'), ('TAX', 'DUTIES')),
            known as (
                select m.money as account, r.amount
                from receipt r join money m on m.channel = r.channel
                where r.tenant_id = :tenant and r.unit in (:units) and r.kind = 'ORIGINAL' and r.issued_at < :end
                union all
                select k.account, -(l.line ->> 'amount')::bigint
                from receipt r
                cross join lateral jsonb_array_elements(r.lines) as l (line)
                join kind k on k.kind = l.line ->> 'kind'
                where r.tenant_id = :tenant and r.unit in (:units) and r.kind = 'ORIGINAL' and r.issued_at < :end
                union all
                select v.account, v.amount
                from payment_arrival a
                join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                join money m on m.channel = a.channel
                cross join lateral (values (m.money, a.amount), ('TO_PAY_BACK', -a.amount)) as v (account, amount)
                where a.tenant_id = :tenant and o.unit in (:units) and not a.counts and a.recorded_at < :end
                union all
                select v.account, v.amount
                from payment_share s
                join payment_arrival a on a.tenant_id = s.tenant_id and a.payment_order = s.payment_order and a.counts
                join money m on m.channel = a.channel
                cross join lateral (values (m.money, s.amount), ('TO_PAY_BACK', -s.amount)) as v (account, amount)
                where s.tenant_id = :tenant and s.unit in (:units) and s.strayed and a.recorded_at < :end
                union all
                select v.account, v.amount
                from refund f
                cross join lateral jsonb_array_elements(f.lines) as l (line)
                join kind k on k.kind = l.line ->> 'kind'
                cross join lateral (values (k.account, (l.line ->> 'amount')::bigint), ('TO_PAY_BACK', -(l.line ->> 'amount')::bigint))
                    as v (account, amount)
                where f.tenant_id = :tenant and f.unit in (:units) and f.payment_no is not null
                    and f.state not in ('PROPOSED', 'REFUSED') and f.decided_at < :end
                union all
                select v.account, v.amount
                from refund f
                join money m on m.channel = f.way
                cross join lateral (values ('TO_PAY_BACK', f.amount), (m.money, -f.amount)) as v (account, amount)
                where f.tenant_id = :tenant and f.unit in (:units) and f.state = 'PAID_BACK' and f.paid_at < :end
                union all
                select v.account, v.amount
                from unidentified_transfer t
                join money m on m.channel = t.channel
                cross join lateral (values
                    (m.money, t.amount, t.found_at), ('UNIDENTIFIED', -t.amount, t.found_at),
                    ('UNIDENTIFIED', t.amount, t.settled_at),
                    (case when t.state = 'ASSIGNED' then m.money when t.state = 'OTHER_INCOME' then 'OTHER_INCOME' else 'TO_PAY_BACK' end,
                        -t.amount, t.settled_at),
                    ('TO_PAY_BACK', t.amount, t.paid_at), (m.money, -t.amount, t.paid_at)) as v (account, amount, at)
                where t.tenant_id = :tenant and t.unit in (:units) and v.at < :end
                union all
                select v.account, v.amount
                from statement_difference d
                join money m on m.channel = d.channel
                cross join lateral (select d.known - coalesce(d.told, 0) as short) x
                cross join lateral (values
                    ('SHORTAGE', x.short, d.short_at), (m.money, -x.short, d.short_at),
                    ('SHORTAGE', -x.short, d.came_at), (m.money, x.short, d.came_at)) as v (account, amount, at)
                where d.tenant_id = :tenant and d.unit in (:units) and v.at < :end),
            papers as (select account, sum(amount)::bigint as amount from known group by 1),
            ledger as (
                select v.account, sum(v.amount)::bigint as amount
                from ledger_entry e
                cross join lateral (values (e.debit, e.amount), (e.credit, -e.amount)) as v (account, amount)
                where e.tenant_id = :tenant and e.unit in (:units) and e.at < :end
                group by 1)
            select account, coalesce(l.amount, 0) as ledger, coalesce(p.amount, 0) as papers
            from ledger l full join papers p using (account)
            """;

    private final JdbcClient db;

    Standings(JdbcClient db) {
        this.db = db;
    }

    /**
     * An account.
     *
     * @param ledger what stands there; less than nothing for what was collected or is owed to somebody
     * @param papers what should, by receipts, arrivals and refunds
     */
    record Standing(LedgerAccount account, Balance ledger, Balance papers) {}

    /** The accounts of these units of the current tenant at the end of that day, in the order of the plan of accounts. */
    List<Standing> of(List<UnitId> units, LocalDate day) {
        return db
                .sql(STANDINGS)
                .param("tenant", Scope.current().tenant().value())
                .param("units", units.stream().map(UnitId::value).toList())
                .param(
                        "end",
                        day.plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Standing(
                        LedgerAccount.valueOf(row.getString("account")),
                        new Balance(row.getLong("ledger")),
                        new Balance(row.getLong("papers"))))
                .list()
                .stream()
                .sorted(Comparator.comparing(Standing::account))
                .toList();
    }
}
