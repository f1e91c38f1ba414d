package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.payment.StatementDifference.Event;
import vn.motcua.payment.StatementDifference.Proposed;
import vn.motcua.payment.StatementDifference.Step;
import vn.motcua.payment.StatementStore.Found;
import vn.motcua.payment.TransferStore.By;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The differences between statements of the current tenant and what is recorded, with what happened to them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DifferenceStore {

    private static final String DIFFERENCE = """
            select d.id, d.unit, d.statement, d.channel, d.transaction, d.payment_order, d.at, d.known, d.told, d.state, d.version, d.proposal,
                d.proposer, d.short_at
            from statement_difference d where d.tenant_id = :tenant
            """;

    private final JdbcClient db;

    DifferenceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One as it is kept.
     *
     * @param statement the first that shows it
     * @param order whose payment it is
     */
    record Stored(StatementDifference difference, UUID statement, UUID order) {}

    /** Something that happened. */
    record Happened(Event event, Instant at, String name, String said) {}

    /**
     * Keeps one that a statement shows, once. Where a later statement has another amount, nobody has settled it and it waits again with that amount:
     * what somebody proposed was about another one.
     *
     * @param missing whether the statement does not have it; else it has it with another amount
     */
    void found(StatementStore.New of, Found it, boolean missing, Instant now) {
        var kept = db.sql("""
                        insert into statement_difference as d (tenant_id, id, unit, statement, channel, transaction, payment_order, at, known, told,
                            found_at, state, version)
                        values (:tenant, :id, :unit, :statement, :channel, :transaction, :order, :at, :known, :told, :now, 'WAITING', 1)
                        on conflict (tenant_id, channel, transaction) do update
                        set told = excluded.told, statement = excluded.statement, state = 'WAITING', proposal = null, proposer = null,
                            version = d.version + 1
                        where d.state in ('WAITING', 'PROPOSED') and excluded.told is not null and d.told is distinct from excluded.told
                        returning d.id, d.version
                        """)
                .param("tenant", tenant())
                .param("id", Ids.next())
                .param("unit", of.unit().value())
                .param("statement", of.id())
                .param("channel", of.channel().name())
                .param("transaction", it.transaction())
                .param("order", it.order().orElseThrow())
                .param("at", it.at().atOffset(ZoneOffset.UTC))
                .param("known", it.known().orElse(it.amount()).amount())
                .param("told", missing ? null : it.amount().amount())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Kept(row.getObject("id", UUID.class), row.getInt("version")))
                .optional();
        kept.ifPresent(one -> event(one.id(), one.version(), Event.FOUND, By.ITSELF, now));
    }

    private record Kept(UUID id, int version) {}

    /** Those of these payments that are not settled, or stand as a shortage; held until this transaction ends. */
    List<Stored> unsettled(PaymentChannel channel, Collection<String> transactions) {
        return db.sql(DIFFERENCE + """
                         and d.channel = :channel and d.transaction = any(:transactions) and d.state in ('WAITING', 'PROPOSED', 'SHORT')
                        order by d.id for update
                        """)
                .param("tenant", tenant())
                .param("channel", channel.name())
                .param("transactions", transactions.toArray(String[]::new))
                .query((row, _) -> stored(row))
                .list();
    }

    /** Saves what happened. */
    void save(Step step, By by, Instant now) {
        var it = step.after();
        int changed = db.sql("""
                        update statement_difference d
                        set state = :state, version = :version, proposal = :proposal, proposer = :proposer,
                            settled_at = case when :open then null else coalesce(d.settled_at, :now) end,
                            short_at = case when :state = 'SHORT' then cast(:now as timestamptz) else d.short_at end,
                            came_at = case when :state = 'CAME' and d.short_at is not null then cast(:now as timestamptz) end
                        where d.tenant_id = :tenant and d.id = :id and d.version = :version - 1
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("state", it.state().name())
                .param("version", it.version())
                .param("proposal", it.proposed().map(one -> one.ending().name()).orElse(null))
                .param("proposer", it.proposed().map(Proposed::by).orElse(null))
                .param("open", it.open())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (changed != 1) {
            throw new IllegalStateException("changed while it was locked: " + it.id());
        }
        event(it.id(), it.version(), step.event(), by, now);
    }

    private void event(UUID difference, int version, Event event, By by, Instant now) {
        db.sql("""
                        insert into statement_difference_event (tenant_id, difference, version, kind, at, who, who_name, said)
                        values (:tenant, :difference, :version, :kind, :at, :who, :name, :said)
                        """)
                .param("tenant", tenant())
                .param("difference", difference)
                .param("version", version)
                .param("kind", event.name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("who", by.who().orElse(null))
                .param("name", by.name())
                .param("said", by.said())
                .update();
    }

    /** That of this id. */
    Optional<Stored> find(UUID id) {
        return db.sql(DIFFERENCE + " and d.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .optional();
    }

    /** The same, held until this transaction ends. */
    Stored locked(UUID id) {
        return db.sql(DIFFERENCE + " and d.id = :id for update")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> stored(row))
                .single();
    }

    /** Those of these units that are to be settled, the oldest first. */
    List<Stored> open(List<UnitId> units, int most) {
        return list(" and d.state in ('WAITING', 'PROPOSED') order by d.at, d.id", units, most);
    }

    /** Those that are settled, the last first. */
    List<Stored> settled(List<UnitId> units, int most) {
        return list(" and d.settled_at is not null order by d.settled_at desc, d.id", units, most);
    }

    private List<Stored> list(String which, List<UnitId> units, int most) {
        return db.sql(DIFFERENCE + " and d.unit in (:units)" + which + " limit :most")
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toList())
                .param("most", most)
                .query((row, _) -> stored(row))
                .list();
    }

    /** What happened to it, from the beginning. */
    List<Happened> history(UUID id) {
        return db.sql("""
                        select e.kind, e.at, e.who_name, e.said from statement_difference_event e
                        where e.tenant_id = :tenant and e.difference = :id order by e.version
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> new Happened(
                        Event.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who_name"),
                        row.getString("said")))
                .list();
    }

    /** What that person did last, where nothing has happened since. */
    Optional<Event> last(StatementDifference it, UUID who) {
        return db.sql("""
                        select e.kind from statement_difference_event e
                        where e.tenant_id = :tenant and e.difference = :id and e.version = :version and e.who = :who
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("version", it.version())
                .param("who", who)
                .query(String.class)
                .optional()
                .map(Event::valueOf);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var proposal = Optional.ofNullable(row.getString("proposal")).map(DifferenceEnding::valueOf);
        var proposer = row.getObject("proposer", UUID.class);
        return new Stored(
                new StatementDifference(
                        row.getObject("id", UUID.class),
                        new UnitId(row.getObject("unit", UUID.class)),
                        PaymentChannel.valueOf(row.getString("channel")),
                        row.getString("transaction"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Dong(row.getLong("known")),
                        Optional.ofNullable(row.getObject("told", Long.class)).map(Dong::new),
                        DifferenceState.valueOf(row.getString("state")),
                        proposal.map(it -> new Proposed(it, proposer)),
                        row.getObject("short_at", OffsetDateTime.class) != null,
                        row.getInt("version")),
                row.getObject("statement", UUID.class),
                row.getObject("payment_order", UUID.class));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
