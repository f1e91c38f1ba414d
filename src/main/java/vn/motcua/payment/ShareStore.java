package vn.motcua.payment;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** What of the payment orders of the current tenant is for which dossier. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ShareStore {

    /** The shares of an order {@code o}, as {@link #shares} reads them. */
    static final String OF_ORDER = """
            array(select s.dossier || ' ' || s.unit || ' ' || s.amount from payment_share s
                where s.tenant_id = o.tenant_id and s.payment_order = o.id) as shares
            """;

    private final JdbcClient db;

    ShareStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps those of a new order. */
    void add(UUID order, List<Share> shares) {
        for (var share : shares) {
            db.sql("""
                            insert into payment_share (tenant_id, payment_order, dossier, unit, amount, open)
                            values (:tenant, :order, :dossier, :unit, :amount, true)
                            """)
                    .param("tenant", tenant())
                    .param("order", order)
                    .param("dossier", share.dossier().value())
                    .param("unit", share.unit().value())
                    .param("amount", share.amount().amount())
                    .update();
        }
    }

    /** The open orders over any of these dossiers, in the order of their ids. */
    List<UUID> open(Collection<DossierId> dossiers) {
        return db.sql("""
                        select distinct s.payment_order from payment_share s
                        where s.tenant_id = :tenant and s.open and s.dossier in (:dossiers) order by s.payment_order
                        """)
                .param("tenant", tenant())
                .param("dossiers", dossiers.stream().map(DossierId::value).toList())
                .query((row, _) -> row.getObject("payment_order", UUID.class))
                .list();
    }

    /** Their order waits for no money any more. */
    void close(UUID order) {
        db.sql("update payment_share set open = false where tenant_id = :tenant and payment_order = :order and open")
                .param("tenant", tenant())
                .param("order", order)
                .update();
    }

    /** One came and its dossier does not owe it any more. */
    void strayed(UUID order, DossierId dossier) {
        db.sql("""
                        update payment_share set strayed = true
                        where tenant_id = :tenant and payment_order = :order and dossier = :dossier
                        """)
                .param("tenant", tenant())
                .param("order", order)
                .param("dossier", dossier.value())
                .update();
    }

    /** What {@link #OF_ORDER} found. */
    static List<Share> shares(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("shares").getArray())
                .map(it -> it.split(" "))
                .map(it -> new Share(
                        new DossierId(UUID.fromString(it[0])),
                        new UnitId(UUID.fromString(it[1])),
                        new Dong(Long.parseLong(it[2]))))
                .sorted(comparing(it -> it.dossier().toString()))
                .toList();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
