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
import vn.motcua.payment.UnidentifiedTransfer.Proposed;
import vn.motcua.payment.UnidentifiedTransfer.Step;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Scope;

/** The money of the current tenant that belongs to no order, with what happened to it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TransferStore {

    private static final String TRANSFER = """
            select t.id, t.unit, t.channel, t.transaction, t.account, t.amount, t.at, t.words, t.state, t.version, t.proposal, t.proposer,
                t.payment_order
            from unidentified_transfer t where t.tenant_id = :tenant
            """;

    private final JdbcClient db;

    TransferStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One as it is kept.
     *
     * @param account to which it came; empty at the gateway
     * @param words as the payer and the banks wrote them; empty when it belongs to an order
     * @param order to which it was put
     */
    record Stored(UnidentifiedTransfer transfer, String account, String words, Optional<UUID> order) {}

    /** Who did something, and what they said. */
    record By(Optional<UUID> who, String name, String said) {
        static final By ITSELF = new By(Optional.empty(), "", "");
    }

    /** Something that happened. */
    record Happened(TransferEvent event, Instant at, String name, String said) {}

    /** Keeps one; false where it is known. */
    boolean add(UnidentifiedTransfer it, String account, String words, Instant now) {
        int added = db.sql("""
                        insert into unidentified_transfer (tenant_id, id, unit, channel, transaction, account, amount, at, words, found_at,
                            state, version)
                        values (:tenant, :id, :unit, :channel, :transaction, :account, :amount, :at, :words, :now, :state, :version)
                        on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("unit", it.unit().value())
                .param("channel", it.money().channel().name())
                .param("transaction", it.money().transaction())
                .param("account", account)
                .param("amount", it.money().amount().amount())
                .param("at", it.money().at().atOffset(ZoneOffset.UTC))
                .param("words", words)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("state", it.state().name())
                .param("version", it.version())
                .update();
        if (added == 1) {
            event(it, TransferEvent.FOUND, By.ITSELF, now);
        }
        return added == 1;
    }

    /** Saves what happened. */
    void save(Step step, Optional<UUID> order, By by, Instant now) {
        var it = step.after();
        int changed = db.sql("""
                        update unidentified_transfer t
                        set state = :state, version = :version, proposal = :proposal, proposer = :proposer, payment_order = :order,
                            words = case when :state = 'ASSIGNED' then '' else t.words end,
                            settled_at = case when :open then null else coalesce(t.settled_at, :now) end,
                            paid_at = case when :state = 'GIVEN_BACK' then cast(:now as timestamptz) end
                        where t.tenant_id = :tenant and t.id = :id and t.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("proposal", it.proposed().map(one -> one.ending().name()).orElse(null))
                .param("proposer", it.proposed().map(Proposed::by).orElse(null))
                .param("order", order.orElse(null))
                .param("open", it.open())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("changed while it was locked: " + it.id());
        }
        event(it, step.event(), by, now);
    }

    private void event(UnidentifiedTransfer it, TransferEvent event, By by, Instant now) {
        db.sql("""
                        insert into unidentified_transfer_event (tenant_id, transfer, version, kind, at, who, who_name, said)
                        values (:tenant, :transfer, :version, :kind, :at, :who, :name, :said)
                        """)
                .param("tenant", tenant())
                .param("transfer", it.id())
                .param("version", it.version())
                .param("kind", event.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("who", by.who().orElse(null))
                .param("name", by.name())
                .param("said", by.said())
                .update();
    }

    /** That of this id. */
    Optional<Stored> find(UUID id) {
        return db.sql(TRANSFER + " and t.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** The same, held until this transaction ends. */
    Stored locked(UUID id) {
        return db.sql(TRANSFER + " and t.id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .single();
    }

    /** That money, held until this transaction ends; empty where it was never without an order. */
    Optional<Stored> locked(Arrival money) {
        return db.sql(TRANSFER + " and t.channel = :channel and t.transaction = :transaction for update")
                .param("tenant", tenant())
                .param("channel", money.channel().name())
                .param("transaction", money.transaction())
                .query((row, _) -> stored(row))
                .optional();
    }

    /**
     * Those of these units for which something is to be done, the oldest first.
     *
     * @param like what is looked for among words, numbers and accounts, with the signs of {@code like}
     * @param amount in đồng; 0 for any
     */
    List<Stored> open(List<UnitId> units, String like, long amount, int most) {
        return list(
                " and t.state in ('WAITING', 'PROPOSED', 'TO_GIVE_BACK')",
                " order by t.at, t.id",
                units,
                like,
                amount,
                most);
    }

    /** Those that are settled, the last first. */
    List<Stored> settled(List<UnitId> units, String like, long amount, int most) {
        return list(
                " and t.settled_at is not null and t.state <> 'TO_GIVE_BACK'",
                " order by t.settled_at desc, t.id",
                units,
                like,
                amount,
                most);
    }

    private List<Stored> list(String which, String order, List<UnitId> units, String like, long amount, int most) {
        return db.sql(TRANSFER + " and t.unit in (:units)" + which + """
                         and (:amount = 0 or t.amount = :amount)
                         and (t.words ilike :like or t.transaction ilike :like or t.account ilike :like)
                        """ + order + " limit :most")
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("like", like)
                .param("amount", amount)
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** What happened to it, from the beginning. */
    List<Happened> history(UUID id) {
        return db.sql("""
                        select e.kind, e.at, e.who_name, e.said from unidentified_transfer_event e
                        where e.tenant_id = :tenant and e.transfer = :id order by e.version
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> new Happened(
                        TransferEvent.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who_name"),
                        row.getString("said")))
                .list();
    }

    /** What that person did last, where nothing has happened since. */
    Optional<TransferEvent> last(UnidentifiedTransfer it, UUID who) {
        return db.sql("""
                        select e.kind from unidentified_transfer_event e
                        where e.tenant_id = :tenant and e.transfer = :id and e.version = :version and e.who = :who
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("version", it.version())
                .param("who", who)
                .query(String.class)
                .optional()
                .map(TransferEvent::valueOf);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var proposal = Optional.ofNullable(row.getString("proposal")).map(TransferEnding::valueOf);
        var proposer = row.getObject("proposer", UUID.class);
        return new Stored(
                new UnidentifiedTransfer(
                        row.getObject("id", UUID.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        new Arrival(
                                PaymentChannel.valueOf(row.getString("channel")),
                                row.getString("transaction"),
                                new Dong(row.getLong("amount")),
                                row.getObject("at", OffsetDateTime.class).toInstant()),
                        TransferState.valueOf(row.getString("state")),
                        proposal.map(it -> new Proposed(it, proposer)),
                        row.getInt("version")),
                row.getString("account"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("payment_order", UUID.class)));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
