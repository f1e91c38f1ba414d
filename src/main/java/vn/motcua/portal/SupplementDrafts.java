package vn.motcua.portal;

import java.sql.Types;
import java.time.Instant;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.DossierId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The unsent supplements of the account of the current scope; the database shows it no others. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SupplementDrafts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<String>> NOTES = new TypeReference<>() {};

    private final JdbcClient db;

    SupplementDrafts(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is there for that dossier.
     *
     * @param asked when the request was made that it answers; empty for what was put together for any
     */
    SupplementDraft of(DossierId dossier, Optional<Instant> asked) {
        return db.sql("""
                        select s.notes, s.answers from supplement_draft s
                        where s.tenant_id = :tenant and s.dossier = :dossier and s.owner = :owner
                            and (s.asked_at is null or s.asked_at = coalesce(:asked, s.asked_at))
                        """)
                .param(
                        "asked",
                        asked.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .query((row, _) -> new SupplementDraft(
                        JSON.readValue(row.getString("notes"), NOTES),
                        Optional.ofNullable(row.getString("answers")).map(it -> JSON.readValue(it, ANSWERS)),
                        papers(dossier)))
                .optional()
                .orElse(SupplementDraft.NONE);
    }

    /** Writes notes and answers; what was put together for an earlier request goes. */
    void save(
            DossierId dossier, Instant asked, List<String> notes, Optional<Map<String, Object>> answers, Instant now) {
        db.sql("""
                        delete from supplement_draft
                        where tenant_id = :tenant and dossier = :dossier and owner = :owner and asked_at <> :asked
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                        insert into supplement_draft (tenant_id, dossier, owner, asked_at, notes, answers, saved_at)
                        values (:tenant, :dossier, :owner, :asked, cast(:notes as jsonb), cast(:answers as jsonb), :now)
                        on conflict (tenant_id, dossier, owner) do update
                        set asked_at = excluded.asked_at, notes = excluded.notes, answers = excluded.answers,
                            saved_at = excluded.saved_at
                        """)
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .param("notes", JSON.writeValueAsString(notes))
                .param("answers", answers.map(JSON::writeValueAsString).orElse(null), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a file to a line of the request. */
    void add(DossierId dossier, int line, StoredFile file, Instant now) {
        db.sql("""
                        insert into supplement_draft_paper
                            (tenant_id, dossier, owner, id, line, name, file, size, added_at)
                        values (:tenant, :dossier, :owner, :id, :line, :name, :file, :size, :now)
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .param("id", Ids.next())
                .param("line", line)
                .param("name", file.name())
                .param("file", file.id().sha256())
                .param("size", file.size())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a file away. */
    void remove(DossierId dossier, UUID paper) {
        db.sql("""
                        delete from supplement_draft_paper
                        where tenant_id = :tenant and dossier = :dossier and owner = :owner and id = :id
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .param("id", paper)
                .update();
    }

    /** Forgets all of it. */
    void forget(DossierId dossier) {
        db.sql("delete from supplement_draft where tenant_id = :tenant and dossier = :dossier and owner = :owner")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .update();
    }

    /** Forgets what any account has for a dossier that no longer waits; in a scope without an account. */
    void forgetLapsed(DossierId dossier) {
        db.sql("delete from supplement_draft where tenant_id = :tenant and dossier = :dossier")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .update();
    }

    private List<SupplementDraft.Paper> papers(DossierId dossier) {
        return db.sql("""
                        select p.id, p.line, p.name, p.file, p.size from supplement_draft_paper p
                        where p.tenant_id = :tenant and p.dossier = :dossier and p.owner = :owner order by p.id
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("owner", owner())
                .query((row, _) -> new SupplementDraft.Paper(
                        row.getObject("id", UUID.class),
                        row.getInt("line"),
                        row.getString("name"),
                        new FileId(row.getString("file")),
                        row.getLong("size")))
                .list();
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }

    private static UUID owner() {
        return Scope.current()
                .account()
                .orElseThrow(() -> new IllegalStateException("a supplement belongs to somebody who is signed in"));
    }
}
