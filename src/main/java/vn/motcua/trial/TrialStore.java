package vn.motcua.trial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.UnitId;

/** The trials of officers, each one row: theirs alone, and only until their day is over. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TrialStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Trial.Done>> DONE = new TypeReference<>() {};
    private static final String COLUMNS =
            "t.id, t.procedure, t.edition, t.version, t.unit, t.answers, t.acts, t.filed_at, t.ends_at";

    private final JdbcClient db;

    TrialStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps a new one; the same again changes nothing. */
    void add(OfficerAt who, Trial it) {
        db.sql("""
                        insert into trial (tenant_id, account, id, procedure, edition, version, unit, answers, acts, filed_at,
                            ends_at)
                        values (:tenant, :account, :id, :procedure, :edition, :version, :unit, cast(:answers as jsonb),
                            cast(:acts as jsonb), :filed, :ends)
                        on conflict (tenant_id, account, id) do nothing
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("id", it.id())
                .param("procedure", it.procedure())
                .param("edition", it.edition())
                .param("version", it.version())
                .param("unit", it.unit().value())
                .param("answers", JSON.writeValueAsString(it.answers()))
                .param("acts", JSON.writeValueAsString(it.done()))
                .param("filed", it.filedAt().atOffset(ZoneOffset.UTC))
                .param("ends", it.endsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One of theirs that is not over at that moment. */
    Optional<Trial> find(OfficerAt who, UUID id, Instant now) {
        return db.sql("select " + COLUMNS + """
                         from trial t
                        where t.tenant_id = :tenant and t.account = :account and t.id = :id and t.ends_at > :now
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> trial(row))
                .optional();
    }

    /** Theirs of that edition, the last begun first. */
    List<Trial> of(OfficerAt who, String procedure, int edition, Instant now) {
        return db.sql("select " + COLUMNS + """
                         from trial t
                        where t.tenant_id = :tenant and t.account = :account and t.procedure = :procedure
                            and t.edition = :edition and t.ends_at > :now
                        order by t.ends_at desc, t.id
                        """)
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("procedure", procedure)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> trial(row))
                .list();
    }

    /** How many of theirs there are. */
    int count(OfficerAt who, Instant now) {
        return db.sql(
                        "select count(*) from trial t where t.tenant_id = :tenant and t.account = :account and t.ends_at > :now")
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Keeps what was done by now; not when somebody did something else since so much had been done. */
    boolean save(OfficerAt who, UUID id, int seen, List<Trial.Done> done) {
        return db.sql("""
                        update trial set acts = cast(:acts as jsonb)
                        where tenant_id = :tenant and account = :account and id = :id and jsonb_array_length(acts) = :seen
                        """)
                        .param("seen", seen)
                        .param("acts", JSON.writeValueAsString(done))
                        .param("tenant", who.tenant().value())
                        .param("account", who.account().value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Throws one away. */
    void end(OfficerAt who, UUID id) {
        db.sql("delete from trial where tenant_id = :tenant and account = :account and id = :id")
                .param("tenant", who.tenant().value())
                .param("account", who.account().value())
                .param("id", id)
                .update();
    }

    /** Throws away what is over in a tenant, no more than that at once; the ids. */
    List<String> sweep(int tenant, Instant now, int most) {
        return db.sql("""
                        with old as (
                            select tenant_id, account, id from trial where tenant_id = :tenant and ends_at <= :now
                            order by ends_at limit :most for update skip locked
                        )
                        delete from trial t using old
                        where t.tenant_id = old.tenant_id and t.account = old.account and t.id = old.id
                        returning t.id::text
                        """)
                .param("tenant", tenant)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getObject("id", UUID.class),
                row.getString("procedure"),
                row.getInt("edition"),
                row.getInt("version"),
                new UnitId(row.getObject("unit", UUID.class)),
                JSON.readValue(row.getString("answers"), ANSWERS),
                JSON.readValue(row.getString("acts"), DONE),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }
}
