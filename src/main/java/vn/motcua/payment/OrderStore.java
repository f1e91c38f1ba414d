package vn.motcua.payment;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.PaymentOrder.Step;
import vn.motcua.payment.PaymentState.Cancelled;
import vn.motcua.payment.PaymentState.Expired;
import vn.motcua.payment.PaymentState.Held;
import vn.motcua.payment.PaymentState.Kind;
import vn.motcua.payment.PaymentState.Misplaced;
import vn.motcua.payment.PaymentState.Paid;
import vn.motcua.payment.PaymentState.PaidBack;
import vn.motcua.payment.PaymentState.ToPayBack;
import vn.motcua.payment.PaymentState.Waiting;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** The payment orders of the current tenant with their events and the money that came. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrderStore {

    private static final String ORDER = """
            select o.id, o.dossier, o.unit, o.amount, o.until, o.version, o.state, o.channel, o.transaction, o.misplaced,
                o.attempts, o.asks, a.amount as came, a.at as came_at,
                (select e.kind from payment_event e where e.tenant_id = o.tenant_id and e.payment_order = o.id
                    and e.version = o.version) as last_event,
                array(select m.channel || ' ' || m.transaction from payment_arrival m
                    where m.tenant_id = o.tenant_id and m.payment_order = o.id) as money,
            """ + ShareStore.OF_ORDER + """
            from payment_order o
            left join payment_arrival a on a.tenant_id = o.tenant_id and a.channel = o.channel and a.transaction = o.transaction
            where o.tenant_id = :tenant
            """;

    private final JdbcClient db;
    private final ShareStore shares;

    OrderStore(JdbcClient db, ShareStore shares) {
        this.db = db;
        this.shares = shares;
    }

    /** Who told what happened. */
    enum Source {
        PAYER,
        CALLBACK,
        RETURN,
        POLL,
        STATEMENT,
        OFFICER,
        TIME
    }

    /** Why an order is not wanted any more. */
    enum Why {
        /** Something else is owed by now. */
        OTHER_DEMAND,
        /** It was taken at the counter. */
        TAKEN_IN_CASH,
        /** The dossier was turned away, withdrawn, halted, given away or denied. */
        DOSSIER_ENDED
    }

    /**
     * An order as it is kept.
     *
     * @param dossier the one with which stands what came and did not belong here
     * @param unit of that dossier
     * @param shares what of it is for which dossier, in the order of their ids
     * @param attempts how often the payer set out to the gateway
     * @param asks how often the gateway was asked
     * @param last what happened last
     */
    record Stored(
            PaymentOrder order,
            DossierId dossier,
            UnitId unit,
            List<Share> shares,
            int attempts,
            int asks,
            PaymentEvent last) {

        /** All of its dossiers. */
        List<DossierId> dossiers() {
            return shares.stream().map(Share::dossier).toList();
        }
    }

    /** The open order over a dossier. */
    Optional<Stored> open(DossierId dossier) {
        return db.sql(ORDER + """
                         and o.id = (select s.payment_order from payment_share s
                            where s.tenant_id = o.tenant_id and s.dossier = :dossier and s.open)
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> stored(row))
                .optional();
    }

    /** The open orders over any of these dossiers, which are locked; held until this transaction ends. */
    List<Stored> open(Collection<DossierId> dossiers) {
        return shares.open(dossiers).stream()
                .map(this::locked)
                .filter(it -> it.order().open())
                .toList();
    }

    /** The order of that id, held until this transaction ends: what happens to it by one of its dossiers waits for another's. */
    Stored locked(UUID id) {
        db.sql("select o.version from payment_order o where o.tenant_id = :tenant and o.id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query(Integer.class)
                .single();
        return find(id).orElseThrow();
    }

    /** The order with that reference. */
    Optional<Stored> find(PaymentReference reference) {
        return db.sql(ORDER + " and o.reference = :reference")
                .param("tenant", tenant())
                .param("reference", reference.value())
                .query((row, _) -> stored(row))
                .optional();
    }

    /** The order of that id. */
    Optional<Stored> find(UUID id) {
        return db.sql(ORDER + " and o.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** The orders for which nothing came in time. */
    List<Stored> late(Instant now, int most) {
        return db.sql(ORDER + " and o.state = 'WAITING' and o.until <= :now order by o.until limit :most")
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** The orders of these units over just that much that can still be paid, those nearest to a moment first. */
    List<Stored> payable(List<UnitId> units, Dong amount, Instant near, int most) {
        return db.sql(ORDER + """
                         and o.amount = :amount and o.unit in (:units) and o.state in ('WAITING', 'EXPIRED')
                        order by abs(extract(epoch from o.opened_at - cast(:near as timestamptz))), o.id desc limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("amount", amount.amount())
                .param("near", near.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** The order to which that money was put; empty when it never came. */
    Optional<UUID> orderOf(PaymentChannel channel, String transaction) {
        return db.sql("""
                        select a.payment_order from payment_arrival a
                        where a.tenant_id = :tenant and a.channel = :channel and a.transaction = :transaction
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("transaction", transaction)
                .query(UUID.class)
                .optional();
    }

    /** Makes one; its first share says with which dossier stands what does not belong here. */
    void add(PaymentOrder order, List<Share> shares, Instant now) {
        db.sql("""
                        insert into payment_order (tenant_id, id, dossier, unit, reference, amount, until, opened_at, version, state)
                        values (:tenant, :id, :dossier, :unit, :reference, :amount, :until, :now, 1, 'WAITING')
                        """)
                .param("tenant", tenant())
                .param("id", order.id())
                .param("dossier", shares.getFirst().dossier().value())
                .param("unit", shares.getFirst().unit().value())
                .param("reference", order.reference().value())
                .param("amount", order.amount().amount())
                .param("until", order.until().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        this.shares.add(order.id(), shares);
        event(order, PaymentEvent.OPENED, Source.PAYER, Optional.empty(), now);
    }

    /** Saves what happened; the money that came is put into the book first. */
    void save(Step step, Source source, Instant now) {
        save(step, source, Optional.empty(), now);
    }

    /** Saves that it is not wanted any more. */
    void cancelled(Step step, Source source, Why why, Instant now) {
        save(step, source, Optional.of(why), now);
    }

    private void save(Step step, Source source, Optional<Why> why, Instant now) {
        var order = step.after();
        step.arrival().ifPresent(it -> arrival(order, it, step.event() == PaymentEvent.MONEY_CAME, now));
        var row = Row.of(order.state());
        int changed = db.sql("""
                        update payment_order o
                        set version = :version, state = :state, channel = :channel, transaction = :transaction, misplaced = :misplaced,
                            attempts = o.attempts + :attempt,
                            ask_at = case when :state in ('WAITING', 'EXPIRED', 'CANCELLED') then o.ask_at end
                        where o.tenant_id = :tenant and o.id = :id and o.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", order.id())
                .param("version", order.version())
                .param("state", order.state().kind().name())
                .param("channel", row.channel())
                .param("transaction", row.transaction())
                .param("misplaced", row.misplaced())
                .param("attempt", step.event() == PaymentEvent.ATTEMPTED ? 1 : 0)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("changed while its dossier was locked: " + order.id());
        }
        if (!order.open()) {
            shares.close(order.id());
        }
        event(order, step.event(), source, why, now);
    }

    /** The gateway is to be asked at that moment what became of it; never again for none. */
    void askAt(UUID order, Optional<Instant> at, int asks) {
        db.sql("""
                        update payment_order set ask_at = :at, asks = :asks where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", order)
                .param("at", at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("asks", asks)
                .update();
    }

    /**
     * The orders about which the gateway is to be asked; another copy of the program leaves out those that this one has. They
     * are read after they are held: a row that somebody changed meanwhile is held as it is now, while what is joined to it would
     * be as it was before.
     */
    List<Stored> toAsk(Instant now, int most) {
        var held = db.sql("""
                        select o.id from payment_order o where o.tenant_id = :tenant and o.ask_at <= :now
                        order by o.ask_at limit :most for update skip locked
                        """)
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        return held.stream().map(it -> find(it).orElseThrow()).toList();
    }

    private void event(PaymentOrder order, PaymentEvent event, Source source, Optional<Why> why, Instant now) {
        db.sql("""
                        insert into payment_event (tenant_id, payment_order, version, kind, state, at, source, why)
                        values (:tenant, :id, :version, :kind, :state, :at, :source, :why)
                        """)
                .param("why", why.map(Why::name).orElse(null))
                .param("tenant", tenant())
                .param("id", order.id())
                .param("version", order.version())
                .param("kind", event.name())
                .param("state", order.state().kind().name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("source", source.name())
                .update();
    }

    private void arrival(PaymentOrder order, Arrival it, boolean counts, Instant now) {
        db.sql("""
                        insert into payment_arrival (tenant_id, channel, transaction, payment_order, amount, at, recorded_at, counts)
                        values (:tenant, :channel, :transaction, :order, :amount, :at, :now, :counts)
                        """)
                .param("tenant", tenant())
                .param("channel", it.channel().name())
                .param("transaction", it.transaction())
                .param("order", order.id())
                .param("amount", it.amount().amount())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("counts", counts)
                .update();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var order = new PaymentOrder(
                row.getObject("id", UUID.class),
                new Dong(row.getLong("amount")),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                state(row),
                row.getInt("version"),
                texts(row));
        return new Stored(
                order,
                new DossierId(row.getObject("dossier", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                ShareStore.shares(row),
                row.getInt("attempts"),
                row.getInt("asks"),
                PaymentEvent.valueOf(row.getString("last_event")));
    }

    private static Set<String> texts(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("money").getArray()).collect(toSet());
    }

    private static PaymentState state(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("state"))) {
            case WAITING -> new Waiting();
            case EXPIRED -> new Expired();
            case CANCELLED -> new Cancelled();
            case PAID, TO_PAY_BACK -> held(row);
            case PAID_BACK -> new PaidBack(money(row));
        };
    }

    private static Held held(ResultSet row) throws SQLException {
        var why = row.getString("misplaced");
        return why == null ? new Paid(money(row)) : new ToPayBack(money(row), Misplaced.valueOf(why));
    }

    private static Arrival money(ResultSet row) throws SQLException {
        return new Arrival(
                PaymentChannel.valueOf(row.getString("channel")),
                row.getString("transaction"),
                new Dong(row.getLong("came")),
                row.getObject("came_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }

    /** What of a state stands in columns. */
    private record Row(
            @Nullable String channel,
            @Nullable String transaction,
            @Nullable String misplaced) {

        static Row of(PaymentState state) {
            return switch (state) {
                case Waiting _, Expired _, Cancelled _ -> new Row(null, null, null);
                case Paid(var money) -> new Row(money.channel().name(), money.transaction(), null);
                case ToPayBack(var money, var why) -> new Row(money.channel().name(), money.transaction(), why.name());
                case PaidBack(var money) -> new Row(money.channel().name(), money.transaction(), null);
            };
        }
    }
}
