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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** The refunds of the current tenant with their events. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RefundStore {

    private static final TypeReference<List<ReceiptLine>> LINES = new TypeReference<>() {};

    private static final String REFUND = """
            select f.id, f.dossier, f.unit, f.no, f.payment_no, f.channel, f.transaction, f.payment_order, f.amount, f.lines, f.way,
                f.account, f.reason, f.state, f.version, f.proposer, f.proposer_name, f.proposed_at, f.decider, f.decider_name, f.decided_at,
                f.answer, f.payer, f.payer_name, f.paid_at, f.proof, f.asks
            from refund f
            where f.tenant_id = :tenant
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    RefundStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Who told what happened. */
    enum Source {
        CALLBACK,
        POLL,
        OFFICER,
        TIME
    }

    /**
     * Money that can go back, or a part of it.
     *
     * @param payment which payment of the dossier; empty for what came and did not belong here
     * @param transaction its number at the bank or the gateway; empty for cash, and for what came before it was kept
     * @param left how much of it no refund asks for
     */
    record Money(
            Optional<Integer> payment,
            PaymentChannel channel,
            Optional<String> transaction,
            Optional<UUID> order,
            UnitId unit,
            Dong amount,
            Dong left) {

        /** Its name among the money of its dossier. */
        String key() {
            return payment.map(it -> "p" + it).orElseGet(() -> channel + "." + transaction.orElse(""));
        }
    }

    /**
     * A refund as it is kept.
     *
     * @param lines what of each fee it gives up; none where nothing was collected
     * @param decidedBy account of who decided
     * @param paidBy account of the officer who paid it back
     */
    record Stored(
            Refund refund,
            DossierId dossier,
            UnitId unit,
            int no,
            Optional<Integer> payment,
            PaymentChannel channel,
            Optional<String> transaction,
            Optional<UUID> order,
            List<ReceiptLine> lines,
            String account,
            String reason,
            String proposer,
            Instant proposedAt,
            Optional<UUID> decidedBy,
            String decider,
            Optional<Instant> decidedAt,
            String answer,
            Optional<UUID> paidBy,
            String payer,
            Optional<Instant> paidAt,
            String proof,
            int asks) {}

    /** All money of a dossier of which something is left, what was collected first. */
    List<Money> money(DossierId dossier) {
        return db
                .sql("""
                        select p.no as payment_no, p.means as channel, o.transaction, p.payment_order, p.unit, p.amount,
                            (select coalesce(sum(f.amount), 0) from refund f where f.tenant_id = p.tenant_id
                                and f.dossier = p.dossier and f.payment_no = p.no and f.state <> 'REFUSED') as back
                        from fee_payment p
                        join receipt r on r.tenant_id = p.tenant_id and r.dossier = p.dossier and r.payment_no = p.no
                            and r.kind = 'ORIGINAL'
                        left join payment_order o on o.tenant_id = p.tenant_id and o.id = p.payment_order
                        where p.tenant_id = :tenant and p.dossier = :dossier and p.unit is not null
                        union all
                        select null, a.channel, a.transaction, a.payment_order, o.unit, a.amount,
                            (select coalesce(sum(f.amount), 0) from refund f where f.tenant_id = a.tenant_id
                                and f.channel = a.channel and f.transaction = a.transaction and f.payment_no is null
                                and f.state <> 'REFUSED')
                        from payment_arrival a
                        join payment_order o on o.tenant_id = a.tenant_id and o.id = a.payment_order
                        where a.tenant_id = :tenant and o.dossier = :dossier and not a.counts
                        union all
                        select null, o.channel, o.transaction, o.id, s.unit, s.amount,
                            (select coalesce(sum(f.amount), 0) from refund f where f.tenant_id = o.tenant_id
                                and f.channel = o.channel and f.transaction = o.transaction and f.dossier = s.dossier
                                and f.payment_no is null and f.state <> 'REFUSED')
                        from payment_share s
                        join payment_order o on o.tenant_id = s.tenant_id and o.id = s.payment_order
                        where s.tenant_id = :tenant and s.dossier = :dossier and s.strayed
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> money(row))
                .list()
                .stream()
                .filter(it -> it.left().amount() > 0)
                .toList();
    }

    /** Keeps a new one; the next of its dossier, which is locked. */
    void add(Refund it, DossierId dossier, Money of, Words words, Instant now) {
        db.sql("""
                        insert into refund (tenant_id, id, dossier, unit, no, payment_no, channel, transaction, payment_order, amount,
                            lines, way, account, reason, state, version, proposer, proposer_name, proposed_at)
                        values (:tenant, :id, :dossier, :unit,
                            (select coalesce(max(f.no), 0) + 1 from refund f where f.tenant_id = :tenant and f.dossier = :dossier),
                            :payment, :channel, :transaction, :order, :amount, '[]', :way, :account, :reason,
                            :state, :version, :proposer, :name, :now)
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("dossier", dossier.value())
                .param("unit", of.unit().value())
                .param("payment", of.payment().orElse(null))
                .param("channel", of.channel().name())
                .param("transaction", of.transaction().orElse(null))
                .param("order", of.order().orElse(null))
                .param("amount", it.amount().amount())
                .param("way", it.way().name())
                .param("account", words.account())
                .param("reason", words.reason())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("proposer", it.proposer())
                .param("name", words.proposer())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        event(it, RefundEvent.PROPOSED, Source.OFFICER, now);
    }

    /** What stands in a new refund besides its amount: to which account, why, who asks. */
    record Words(String account, String reason, String proposer) {}

    /** Saves what happened, after whoever did it was written down. */
    void save(Refund.Step step, Source source, Instant now) {
        var it = step.after();
        int changed = db.sql("""
                        update refund f
                        set state = :state, version = :version, way = :way,
                            paid_at = case when :state = 'PAID_BACK' then cast(:now as timestamptz) end,
                            ask_at = case when :way = 'GATEWAY' and :state in ('APPROVED', 'SENT')
                                then coalesce(f.ask_at, cast(:now as timestamptz)) end
                        where f.tenant_id = :tenant and f.id = :id and f.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("way", it.way().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("changed while its dossier was locked: " + it.id());
        }
        event(it, step.event(), source, now);
    }

    /** Saves what a second person said, and which lines are given up by it. */
    void decided(Refund.Step step, UUID by, String name, String answer, List<ReceiptLine> lines, Instant now) {
        db.sql("""
                        update refund f
                        set state = :state, version = :version, decider = :by, decider_name = :name, decided_at = :now, answer = :answer,
                            lines = cast(:lines as jsonb),
                            ask_at = case when f.way = 'GATEWAY' and :state = 'APPROVED' then cast(:now as timestamptz) end
                        where f.tenant_id = :tenant and f.id = :id and f.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", step.after().id())
                .param("state", step.after().state().name())
                .param("version", step.after().version())
                .param("by", by)
                .param("name", name)
                .param("answer", answer)
                .param("lines", json.writeValueAsString(lines))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        event(step.after(), step.event(), Source.OFFICER, now);
    }

    /** Writes down who paid it back and by which paper. */
    void payer(UUID refund, UUID by, String name, String proof) {
        db.sql("""
                        update refund set payer = :by, payer_name = :name, proof = :proof
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", refund)
                .param("by", by)
                .param("name", name)
                .param("proof", proof)
                .update();
    }

    /** The one of that id. */
    Optional<Stored> find(UUID id) {
        return db.sql(REFUND + " and f.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** Those of a dossier, first to last. */
    List<Stored> of(DossierId dossier) {
        return db.sql(REFUND + " and f.dossier = :dossier order by f.no")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> stored(row))
                .list();
    }

    /** Those of units: what waits for somebody first, then the newest. */
    List<Stored> of(List<UnitId> units, int most) {
        return db.sql(REFUND + """
                         and f.unit in (:units)
                        order by f.state in ('REFUSED', 'PAID_BACK'), f.proposed_at desc, f.id limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** Those about which the gateway is to be told or asked; another copy of the program leaves out those that this one has. */
    List<Stored> toAsk(Instant now, int most) {
        return db.sql(REFUND + " and f.ask_at <= :now order by f.ask_at limit :most for update skip locked")
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** The gateway is asked again then. */
    void askAt(UUID id, Instant at, int asks) {
        db.sql("update refund set ask_at = :at, asks = :asks where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("asks", asks)
                .update();
    }

    /** Those of whose last state the applicant was not told. */
    List<Stored> untold(int most) {
        return db.sql(REFUND + " and f.told < f.version order by f.proposed_at limit :most")
                .param("tenant", tenant())
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** They were told up to that version. */
    void told(UUID id, int version) {
        db.sql("update refund set told = :version where tenant_id = :tenant and id = :id and told < :version")
                .param("tenant", tenant())
                .param("id", id)
                .param("version", version)
                .update();
    }

    /** Whether all of the money with which an order is held went back. */
    boolean allBack(UUID order) {
        return db.sql("""
                        select coalesce((select sum(f.amount) from refund f where f.tenant_id = o.tenant_id and f.payment_order = o.id
                                and f.channel = o.channel and f.transaction = o.transaction and f.state = 'PAID_BACK'), 0) = a.amount
                        from payment_order o
                        join payment_arrival a on a.tenant_id = o.tenant_id and a.channel = o.channel and a.transaction = o.transaction
                        where o.tenant_id = :tenant and o.id = :order
                        """)
                .param("tenant", tenant())
                .param("order", order)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void event(Refund it, RefundEvent event, Source source, Instant now) {
        db.sql("""
                        insert into refund_event (tenant_id, refund, version, kind, state, at, source)
                        values (:tenant, :id, :version, :kind, :state, :at, :source)
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("version", it.version())
                .param("kind", event.name())
                .param("state", it.state().name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("source", source.name())
                .update();
    }

    private static Money money(ResultSet row) throws SQLException {
        var amount = row.getLong("amount");
        return new Money(
                Optional.ofNullable(row.getObject("payment_no", Integer.class)),
                PaymentChannel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("transaction")),
                Optional.ofNullable(row.getObject("payment_order", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                new Dong(amount),
                new Dong(Math.max(0, amount - row.getLong("back"))));
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new Refund(
                        row.getObject("id", UUID.class),
                        new Dong(row.getLong("amount")),
                        PaymentChannel.valueOf(row.getString("way")),
                        row.getObject("proposer", UUID.class),
                        RefundState.valueOf(row.getString("state")),
                        row.getInt("version")),
                new DossierId(row.getObject("dossier", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getInt("no"),
                Optional.ofNullable(row.getObject("payment_no", Integer.class)),
                PaymentChannel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("transaction")),
                Optional.ofNullable(row.getObject("payment_order", UUID.class)),
                json.readValue(row.getString("lines"), LINES),
                row.getString("account"),
                row.getString("reason"),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("decider", UUID.class)),
                row.getString("decider_name"),
                moment(row, "decided_at"),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("payer", UUID.class)),
                row.getString("payer_name"),
                moment(row, "paid_at"),
                row.getString("proof"),
                row.getInt("asks"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
