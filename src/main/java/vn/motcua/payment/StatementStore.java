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
import vn.motcua.shared.Refused;
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

    /** From where a statement is. */
    enum Origin {
        /** An officer took it in. */
        HAND,
        /** It lay in the folder. */
        FOLDER,
        /** The gateway was asked for it. */
        GATEWAY
    }

    /** A statement to be kept. */
    record New(UUID id, UnitId unit, PaymentChannel channel, String digest, Origin origin, Optional<UUID> by) {}

    /** A file that could not be read. */
    record Unread(UUID id, UnitId unit, String name, String digest, Refused why, Instant at) {}

    /**
     * A statement as it is kept.
     *
     * @param differences how many lines are not simply known
     */
    record Kept(
            UUID id, UnitId unit, PaymentChannel channel, Instant takenAt, Origin origin, int lines, int differences) {}

    /**
     * What was found about one payment.
     *
     * @param order of ours; empty for none
     * @param known the amount that we know, where it is another
     */
    record Found(
            Instant at, Dong amount, String transaction, Verdict verdict, Optional<UUID> order, Optional<Dong> known) {}

    /** Keeps a statement; false when the one of that id was kept before. */
    boolean add(New it, Instant now) {
        return db.sql("""
                                insert into statement (tenant_id, id, unit, channel, digest, origin, taken_by, taken_at)
                                values (:tenant, :id, :unit, :channel, :digest, :origin, :by, :now) on conflict do nothing
                                """)
                        .param("tenant", tenant())
                        .param("id", it.id())
                        .param("unit", it.unit().value())
                        .param("channel", it.channel().name())
                        .param("digest", it.digest())
                        .param("origin", it.origin().name())
                        .param("by", it.by().orElse(null))
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
                        select s.id, s.unit, s.channel, s.taken_at, s.origin,
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

    /** Whether a statement of that id was taken in, or could not be read. */
    boolean seen(UUID id) {
        return db.sql("""
                        select exists (select 1 from statement s where s.tenant_id = :tenant and s.id = :id)
                            or exists (select 1 from statement_refused r where r.tenant_id = :tenant and r.id = :id)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Keeps that a file could not be read, once. */
    void add(Unread it) {
        db.sql("""
                        insert into statement_refused (tenant_id, id, unit, name, digest, reason, detail, refused_at)
                        values (:tenant, :id, :unit, :name, :digest, :reason, :detail, :at) on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("unit", it.unit().value())
                .param("name", it.name())
                .param("digest", it.digest())
                .param("reason", it.why().code().name())
                .param(
                        "detail",
                        it.why().arguments().stream()
                                .findFirst()
                                .map(String::valueOf)
                                .orElse(""))
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last files of these units that could not be read. */
    List<Unread> unread(List<UnitId> units, int most) {
        return db.sql("""
                        select r.id, r.unit, r.name, r.digest, r.reason, r.detail, r.refused_at from statement_refused r
                        where r.tenant_id = :tenant and r.unit in (:units) order by r.refused_at desc, r.id limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("most", most)
                .query((row, _) -> new Unread(
                        row.getObject("id", UUID.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("name"),
                        row.getString("digest"),
                        new Refused(PaymentRefusal.valueOf(row.getString("reason")), row.getString("detail")),
                        row.getObject("refused_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The units of orders for which money came by that way in a period. */
    List<UnitId> unitsOf(PaymentChannel channel, Instant from, Instant to) {
        return db.sql("""
                        select distinct o.unit from payment_arrival a
                        join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                        where a.tenant_id = :tenant and a.channel = :channel and a.at >= :from and a.at <= :to
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new UnitId(row.getObject("unit", UUID.class)))
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

    /** The money of units that came by that way in a period, as we know it. */
    List<Found> known(List<UnitId> units, PaymentChannel channel, Instant from, Instant to) {
        return db.sql("""
                        select a.at, a.amount, a.transaction, a.payment_order from payment_arrival a
                        join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                        where a.tenant_id = :tenant and a.channel = :channel and a.at >= :from and a.at <= :to and o.unit in (:units)
                        order by a.at
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("units", units.stream().map(UnitId::value).toList())
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

    /**
     * Money as we know it.
     *
     * @param unlisted what a statement made of it that was broken off before it was kept; empty for nothing
     */
    record Known(Dong amount, UUID order, Optional<Verdict> unlisted) {}

    /** That money as we know it; empty when it never came. */
    Optional<Known> arrived(Arrival it) {
        return db.sql("""
                        select a.amount, a.payment_order, a.counts,
                            exists (select 1 from payment_event e where e.tenant_id = a.tenant_id and e.payment_order = a.payment_order
                                and e.source = 'STATEMENT' and e.at = a.recorded_at)
                            and not exists (select 1 from statement_line l where l.tenant_id = a.tenant_id
                                and l.transaction = a.transaction and l.verdict in ('PAID', 'STRAYED')) as unlisted
                        from payment_arrival a
                        where a.tenant_id = :tenant and a.channel = :channel and a.transaction = :transaction
                        """)
                .param("tenant", tenant())
                .param("channel", it.channel().name())
                .param("transaction", it.transaction())
                .query((row, _) -> new Known(
                        new Dong(row.getLong("amount")),
                        row.getObject("payment_order", UUID.class),
                        row.getBoolean("unlisted")
                                ? Optional.of(row.getBoolean("counts") ? Verdict.PAID : Verdict.STRAYED)
                                : Optional.empty()))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                PaymentChannel.valueOf(row.getString("channel")),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                Origin.valueOf(row.getString("origin")),
                row.getInt("lines"),
                row.getInt("differences"));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
