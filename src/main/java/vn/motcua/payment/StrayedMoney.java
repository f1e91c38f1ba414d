package vn.motcua.payment;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** Money that came to the current tenant and does not belong where it came. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class StrayedMoney {

    private final JdbcClient db;

    StrayedMoney(JdbcClient db) {
        this.db = db;
    }

    /** What came for a dossier, does not belong there, and no refund has asked for yet. */
    List<Dong> of(DossierId dossier) {
        return db.sql("""
                        select a.amount - coalesce(f.back, 0) as amount from payment_arrival a
                        join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                        left join lateral (
                            select sum(f.amount)::bigint as back from refund f
                            where f.tenant_id = a.tenant_id and f.channel = a.channel and f.transaction = a.transaction
                                and f.payment_no is null and f.state <> 'REFUSED') f on true
                        where o.tenant_id = :tenant and o.dossier = :dossier and not a.counts and a.amount > coalesce(f.back, 0)
                        union all
                        select s.amount - coalesce(f.back, 0) from payment_share s
                        join payment_order o on o.tenant_id = s.tenant_id and o.id = s.payment_order
                        left join lateral (
                            select sum(f.amount)::bigint as back from refund f
                            where f.tenant_id = o.tenant_id and f.channel = o.channel and f.transaction = o.transaction
                                and f.dossier = s.dossier and f.payment_no is null and f.state <> 'REFUSED') f on true
                        where s.tenant_id = :tenant and s.dossier = :dossier and s.strayed and s.amount > coalesce(f.back, 0)
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> new Dong(row.getLong("amount")))
                .list();
    }

    /**
     * What came for several dossiers at once, that one among them, does not belong there, and no refund has asked for
     * wholly yet: it stands with another of them.
     */
    List<StrayedTogether> together(DossierId dossier) {
        return db.sql("""
                        select o.dossier, a.amount - coalesce(f.back, 0) as amount,
                            (select count(*) from payment_share n
                                where n.tenant_id = o.tenant_id and n.payment_order = o.id)::int as together
                        from payment_share s
                        join payment_order o on o.tenant_id = s.tenant_id and o.id = s.payment_order
                        join payment_arrival a on a.tenant_id = o.tenant_id and a.payment_order = o.id
                        left join lateral (
                            select sum(f.amount)::bigint as back from refund f
                            where f.tenant_id = a.tenant_id and f.channel = a.channel and f.transaction = a.transaction
                                and f.payment_no is null and f.state <> 'REFUSED') f on true
                        where s.tenant_id = :tenant and s.dossier = :dossier and o.dossier <> s.dossier and not a.counts
                            and a.amount > coalesce(f.back, 0)
                        order by a.recorded_at, a.transaction
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> new StrayedTogether(
                        new Dong(row.getLong("amount")),
                        new DossierId(row.getObject("dossier", UUID.class)),
                        row.getInt("together")))
                .list();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
