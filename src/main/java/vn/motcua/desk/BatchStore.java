package vn.motcua.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
import vn.motcua.desk.Batch.Item;
import vn.motcua.desk.Batch.State;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** The batches of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BatchStore {

    private static final String COLUMNS = """
            select b.id, b.account, b.act, b.note, b.from_officer, b.from_name, b.to_officer, b.to_name, b.language, b.site,
                b.created_at, b.finished_at
            from batch b where b.tenant_id = :tenant and\s""";
    private static final String ITEM = """
            select i.no, i.dossier, i.step, i.version, i.number, i.procedure, i.step_name, i.state, i.sentence
            from batch_item i where i.tenant_id = :tenant and i.batch = :batch""";

    private final JdbcClient db;

    BatchStore(JdbcClient db) {
        this.db = db;
    }

    /** Writes it with what is in it; says whether it was new. */
    boolean add(Batch batch, List<Item> items) {
        int added = db.sql("""
                        insert into batch (tenant_id, id, account, act, note, from_officer, from_name, to_officer, to_name, site,
                            language, created_at, finished_at)
                        values (:tenant, :id, :account, :act, :note, :from, :fromName, :to, :toName, :site,
                            :language, :at, null)
                        on conflict do nothing
                        """)
                .param("tenant", tenant())
                .param("id", batch.id())
                .param("account", batch.account().value())
                .param("act", batch.what().name())
                .param("note", batch.note())
                .param("from", batch.from().map(OfficerId::value).orElse(null), Types.OTHER)
                .param("fromName", batch.fromName())
                .param("to", batch.to().map(OfficerId::value).orElse(null), Types.OTHER)
                .param("toName", batch.toName())
                .param("site", batch.site())
                .param("language", batch.language().name())
                .param("at", utc(batch.createdAt()))
                .update();
        if (added == 1) {
            items.forEach(it -> add(batch.id(), it));
        }
        return added == 1;
    }

    private void add(UUID batch, Item item) {
        db.sql("""
                        insert into batch_item (tenant_id, batch, no, dossier, step, version, number, procedure, step_name,
                            state, sentence)
                        values (:tenant, :batch, :no, :dossier, :step, :version, :number, :procedure, :stepName,
                            :state, :sentence)
                        """)
                .param("tenant", tenant())
                .param("batch", batch)
                .param("no", item.no())
                .param("dossier", item.dossier().value())
                .param("step", item.step())
                .param("version", item.version())
                .param("number", item.number())
                .param("procedure", item.procedure())
                .param("stepName", item.stepName())
                .param("state", item.state().name())
                .param("sentence", item.sentence())
                .update();
    }

    Optional<Batch> find(UUID id) {
        return db.sql(COLUMNS + "b.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((row, _) -> batch(row))
                .optional();
    }

    List<Item> items(UUID batch) {
        return db.sql(ITEM + " order by i.no")
                .param("tenant", tenant())
                .param("batch", batch)
                .query((row, _) -> item(row))
                .list();
    }

    /** Those that are not finished, the oldest first. */
    List<Batch> unfinished() {
        return db.sql(COLUMNS + "b.finished_at is null order by b.created_at, b.id limit 20")
                .param("tenant", tenant())
                .query((row, _) -> batch(row))
                .list();
    }

    /** The last ones of that account. */
    List<Batch> of(AccountId account) {
        return db.sql(COLUMNS + "b.account = :account order by b.created_at desc, b.id limit 10")
                .param("tenant", tenant())
                .param("account", account.value())
                .query((row, _) -> batch(row))
                .list();
    }

    /** One that waits and that nobody else has in hand, held until the transaction ends. */
    Optional<Item> take(UUID batch) {
        return db.sql(ITEM + " and i.state = 'WAITING' order by i.no limit 1 for update skip locked")
                .param("tenant", tenant())
                .param("batch", batch)
                .query((row, _) -> item(row))
                .optional();
    }

    /** What became of it; what was settled meanwhile stays. */
    void settle(UUID batch, int no, State state, String sentence, Instant now) {
        db.sql("""
                        update batch_item set state = :state, sentence = :sentence, done_at = :now
                        where tenant_id = :tenant and batch = :batch and no = :no and state = 'WAITING'
                        """)
                .param("tenant", tenant())
                .param("batch", batch)
                .param("no", no)
                .param("state", state.name())
                .param("sentence", sentence)
                .param("now", utc(now))
                .update();
    }

    /** Finished when nothing waits. */
    void finish(UUID batch, Instant now) {
        db.sql("""
                        update batch set finished_at = :now where tenant_id = :tenant and id = :batch and finished_at is null
                            and not exists (select 1 from batch_item i where i.tenant_id = :tenant and i.batch = :batch
                                and i.state = 'WAITING')
                        """)
                .param("tenant", tenant())
                .param("batch", batch)
                .param("now", utc(now))
                .update();
    }

    /** Forgets those that were finished before; how many. */
    int forget(Instant before) {
        return db.sql("delete from batch where tenant_id = :tenant and finished_at < :before")
                .param("tenant", tenant())
                .param("before", utc(before))
                .update();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                Batch.What.valueOf(row.getString("act")),
                row.getString("note"),
                Optional.ofNullable(row.getObject("from_officer", UUID.class)).map(OfficerId::new),
                row.getString("from_name"),
                Optional.ofNullable(row.getObject("to_officer", UUID.class)).map(OfficerId::new),
                row.getString("to_name"),
                row.getString("site"),
                Language.valueOf(row.getString("language")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getInt("no"),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("step"),
                row.getInt("version"),
                row.getString("number"),
                row.getString("procedure"),
                row.getString("step_name"),
                State.valueOf(row.getString("state")),
                row.getString("sentence"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
