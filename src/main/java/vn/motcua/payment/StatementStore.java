package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** The statements of the current tenant and what was found in them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StatementStore {

    private final JdbcClient db;

    StatementStore(JdbcClient db) {
        this.db = db;
    }

    /** What was found about a payment on a statement. */
    enum Verdict {
        /** It was known. */
        KNOWN,
        /** It was not known, and pays its order now. */
        PAID,
        /** It was not known, and is to be paid back now. */
        STRAYED,
        /** It is known with another amount. */
        OTHER_AMOUNT,
        /** It names no order of ours. */
        NO_ORDER,
        /** It is known, and the statement does not have it. */
        MISSING
    }

    /**
     * A statement as it is kept.
     *
     * @param differences how many lines are not simply known
     */
    record Kept(UUID id, UnitId unit, PaymentChannel channel, Instant takenAt, int lines, int differences) {}

    /**
     * What was found about one payment.
     *
     * @param order of ours; empty for none
     * @param known the amount that we know, where it is another
     */
    record Found(
            Instant at, Dong amount, String transaction, Verdict verdict, Optional<UUID> order, Optional<Dong> known) {}

    /** Keeps a statement; false when that command kept one before. */
    boolean add(UUID id, UnitId unit, PaymentChannel channel, String digest, UUID by, Instant now) {
        return db.sql("""
                                insert into statement (tenant_id, id, unit, channel, digest, taken_by, taken_at)
                                values (:tenant, :id, :unit, :channel, :digest, :by, :now) on conflict do nothing
                                """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("unit", unit.value())
                        .param("channel", channel.name())
                        .param("digest", digest)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Adds what was found. */
    void add(UUID statement, int no, Found it) {
        db.sql("""
                        insert into statement_line (tenant_id, statement, no, at, amount, transaction, verdict, payment_order, known)
                        values (:tenant, :statement, :no, :at, :amount, :transaction, :verdict, :order, :known)
                        """)
                .param("tenant", tenant())
                .param("statement", statement)
                .param("no", no)
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("amount", it.amount().amount())
                .param("transaction", it.transaction())
                .param("verdict", it.verdict().name())
                .param("order", it.order().orElse(null))
                .param("known", it.known().map(Dong::amount).orElse(null))
                .update();
    }

    /** The last statements of these units. */
    List<Kept> last(List<UnitId> units, int most) {
        return db.sql("""
                        select s.id, s.unit, s.channel, s.taken_at,
                            (select count(*) from statement_line l where l.tenant_id = s.tenant_id and l.statement = s.id)::int as lines,
                            (select count(*) from statement_line l where l.tenant_id = s.tenant_id and l.statement = s.id
                                and l.verdict <> 'KNOWN')::int as differences
                        from statement s where s.tenant_id = :tenant and s.unit in (:units)
                        order by s.taken_at desc, s.id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("most", most)
                .query((row, _) -> kept(row))
                .list();
    }

    /** The unit of a statement. */
    Optional<UnitId> unit(UUID id) {
        return db.sql("select s.unit from statement s where s.tenant_id = :tenant and s.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(UnitId::new);
    }

    /** What was found in one, differences first. */
    List<Found> found(UUID statement) {
        return db.sql("""
                        select l.at, l.amount, l.transaction, l.verdict, l.payment_order, l.known from statement_line l
                        where l.tenant_id = :tenant and l.statement = :statement order by l.verdict = 'KNOWN', l.no
                        """)
                .param("tenant", tenant())
                .param("statement", statement)
                .query((row, _) -> new Found(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Dong(row.getLong("amount")),
                        row.getString("transaction"),
                        Verdict.valueOf(row.getString("verdict")),
                        Optional.ofNullable(row.getObject("payment_order", UUID.class)),
                        Optional.ofNullable(row.getObject("known", Long.class)).map(Dong::new)))
                .list();
    }

    /** The money of a unit that came by that way in a period, as we know it. */
    List<Found> known(UnitId unit, PaymentChannel channel, Instant from, Instant to) {
        return db.sql("""
                        select a.at, a.amount, a.transaction, a.payment_order from payment_arrival a
                        join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                        where a.tenant_id = :tenant and a.channel = :channel and a.at >= :from and a.at <= :to and o.unit = :unit
                        order by a.at
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("unit", unit.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Found(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Dong(row.getLong("amount")),
                        row.getString("transaction"),
                        Verdict.MISSING,
                        Optional.of(row.getObject("payment_order", UUID.class)),
                        Optional.empty()))
                .list();
    }

    /** The amount of that money as we know it; empty when it never came. */
    Optional<Dong> amount(PaymentChannel channel, String transaction) {
        return db.sql("""
                        select a.amount from payment_arrival a
                        where a.tenant_id = :tenant and a.channel = :channel and a.transaction = :transaction
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("transaction", transaction)
                .query((row, _) -> new Dong(row.getLong("amount")))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                PaymentChannel.valueOf(row.getString("channel")),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getInt("lines"),
                row.getInt("differences"));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
