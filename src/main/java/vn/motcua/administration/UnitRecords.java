package vn.motcua.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Scope;

/** The decided changes of the current tenant's units. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UnitRecords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS =
            "select id, content, effective_on, decision, decided_by, decided_at, done_at, positions, dossiers, trouble from unit_change ";

    private final JdbcClient db;

    UnitRecords(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param doneAt when it was carried out; empty while it is planned
     * @param trouble why it could not be the last time; empty when it could
     */
    record Kept(
            UnitOrder order,
            LocalDate day,
            String decision,
            UUID decidedBy,
            Instant decidedAt,
            Optional<Instant> doneAt,
            int positions,
            int dossiers,
            String trouble) {}

    /** One change of units at a time in a tenant. */
    void hold() {
        db.sql("select cast(pg_advisory_xact_lock(hashtext('unit_change'), :tenant) as text)")
                .param("tenant", tenant())
                .query()
                .listOfRows();
    }

    void plan(UnitOrder order, LocalDate day, String decision, UUID by, Instant now) {
        db.sql("""
                        insert into unit_change (tenant_id, id, content, effective_on, decision, decided_by, decided_at)
                        values (:tenant, :id, cast(:content as jsonb), :day, :decision, :by, :now)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", order.id())
                .param("content", JSON.writeValueAsString(order.fields()))
                .param("day", day)
                .param("decision", decision)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void done(UUID id, int positions, int dossiers, Instant now) {
        db.sql("""
                        update unit_change set done_at = :now, positions = :positions, dossiers = :dossiers, trouble = null
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("positions", positions)
                .param("dossiers", dossiers)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void more(UUID id, int dossiers) {
        db.sql("update unit_change set dossiers = dossiers + :more where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("more", dossiers)
                .update();
    }

    void failed(UUID id, String why) {
        db.sql("update unit_change set trouble = :why where tenant_id = :tenant and id = :id and done_at is null")
                .param("tenant", tenant())
                .param("id", id)
                .param("why", why)
                .update();
    }

    /** Whether that change is planned or done. */
    boolean keeps(UUID id) {
        return db.sql("select exists (select 1 from unit_change where tenant_id = :tenant and id = :id)")
                .param("tenant", tenant())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Planned ones first, then the latest. */
    List<Kept> all() {
        return db.sql(COLUMNS + """
                        where tenant_id = :tenant order by done_at is not null, effective_on desc, decided_at desc limit 200
                        """)
                .param("tenant", tenant())
                .query((row, _) -> kept(row))
                .list();
    }

    /** Those not carried out yet, in their order. */
    List<Kept> planned() {
        return db.sql(COLUMNS + """
                        where tenant_id = :tenant and done_at is null order by effective_on, decided_at, id
                        """)
                .param("tenant", tenant())
                .query((row, _) -> kept(row))
                .list();
    }

    /** Those carried out since. */
    List<Kept> doneSince(Instant since) {
        return db.sql(COLUMNS + "where tenant_id = :tenant and done_at >= :since order by done_at, id")
                .param("tenant", tenant())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Map<String, String> content = JSON.readValue(row.getString("content"), new TypeReference<>() {});
        return new Kept(
                new UnitOrder(row.getObject("id", UUID.class), content),
                row.getObject("effective_on", LocalDate.class),
                row.getString("decision"),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("positions"),
                row.getInt("dossiers"),
                Optional.ofNullable(row.getString("trouble")).orElse(""));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
