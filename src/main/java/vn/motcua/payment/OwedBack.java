package vn.motcua.payment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Of what the account of money to be paid back consists at the end of a day, and what of statements is left to be settled now. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class OwedBack {

    private final JdbcClient db;

    OwedBack(JdbcClient db) {
        this.db = db;
    }

    /**
     * What it consists of.
     *
     * @param misplaced money that came and does not belong here
     * @param refunds that were agreed to
     * @param transfers money of nobody known that goes back to who sent it
     */
    record Parts(Balance misplaced, Balance refunds, Balance transfers) {}

    /** Of these units of the current tenant. */
    Parts of(List<UnitId> units, LocalDate day) {
        return db.sql("""
                        select
                            (select coalesce(sum(a.amount), 0) from payment_arrival a
                                join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                                where a.tenant_id = :tenant and o.unit in (:units) and not a.counts and a.recorded_at < :end)
                            + (select coalesce(sum(s.amount), 0) from payment_share s
                                join payment_arrival a on a.tenant_id = s.tenant_id and a.payment_order = s.payment_order and a.counts
                                where s.tenant_id = :tenant and s.unit in (:units) and s.strayed and a.recorded_at < :end)
                            - (select coalesce(sum(f.amount), 0) from refund f
                                where f.tenant_id = :tenant and f.unit in (:units) and f.payment_no is null and f.paid_at < :end)
                                as misplaced,
                            (select coalesce(sum(f.amount), 0) from refund f
                                where f.tenant_id = :tenant and f.unit in (:units) and f.payment_no is not null
                                    and f.state not in ('PROPOSED', 'REFUSED') and f.decided_at < :end
                                    and (f.paid_at is null or f.paid_at >= :end)) as refunds,
                            (select coalesce(sum(t.amount), 0) from unidentified_transfer t
                                where t.tenant_id = :tenant and t.unit in (:units) and t.state in ('TO_GIVE_BACK', 'GIVEN_BACK')
                                    and t.settled_at < :end and (t.paid_at is null or t.paid_at >= :end)) as transfers
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("units", units.stream().map(UnitId::value).toList())
                .param(
                        "end",
                        day.plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Parts(
                        new Balance(row.getLong("misplaced")),
                        new Balance(row.getLong("refunds")),
                        new Balance(row.getLong("transfers"))))
                .single();
    }

    /** How many differences of statements of these units nobody has settled. */
    int differences(List<UnitId> units) {
        return db.sql("""
                        select count(*) from statement_difference d
                        where d.tenant_id = :tenant and d.unit in (:units) and d.state in ('WAITING', 'PROPOSED')
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("units", units.stream().map(UnitId::value).toList())
                .query(Integer.class)
                .single();
    }
}
