package vn.motcua.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Sha256;

/** The published revisions in the database. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Revisions {

    /** Fixed in every respect that could change the text, since revisions are known by its hash. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcClient db;

    Revisions(JdbcClient db) {
        this.db = db;
    }

    /** A revision as it is stored. */
    record Stored(UUID id, String code, String hash, ProcedureRecord record, Map<String, String> files) {

        /** Its id follows from its content. */
        static Stored of(ProcedureRecord record, Map<String, String> files) {
            var hash = Sha256.hex(JSON.writeValueAsString(files.isEmpty() ? record : files));
            return new Stored(id(record.code(), hash), record.code(), hash, record, files);
        }

        private static UUID id(String code, String hash) {
            return Ids.once(code + "\n" + hash);
        }

        /** The same with the record that its package makes. */
        Stored with(ProcedureRecord record) {
            return new Stored(id, code, hash, record, files);
        }

        ProcedureRevision compiled() {
            var content =
                    files.isEmpty() ? Optional.<ProcedurePackage>empty() : Optional.of(ProcedurePackage.read(files));
            return new ProcedureRevision(
                    new RevisionId(id), content.map(ProcedurePackage::record).orElse(record), content);
        }
    }

    /** The id that a package with these files has. */
    static RevisionId idOf(String code, Map<String, String> files) {
        return new RevisionId(Stored.id(code, Sha256.hex(JSON.writeValueAsString(files))));
    }

    /** The ids of all revisions of this tenant. */
    Set<UUID> known() {
        return Set.copyOf(db.sql("select id from procedure_revision where tenant_id = motcua_tenant()")
                .query(UUID.class)
                .list());
    }

    /**
     * Adds what comes with the program and puts it in force, but not in place of what an author published or ended, and no
     * mere record in place of an imported one; one statement, whatever their number.
     */
    void publish(List<Stored> revisions, Instant now) {
        db.sql("""
                        with given as (
                            select (it ->> 'id')::uuid as id, it ->> 'code' as code, it ->> 'hash' as hash,
                                   it -> 'record' as record, nullif(it -> 'files', '{}'::jsonb) as files
                            from jsonb_array_elements(cast(:revisions as jsonb)) it
                        ), added as (
                            insert into procedure_revision
                                (tenant_id, id, code, content_hash, record, files, recorded_at)
                            select motcua_tenant(), id, code, hash, record, files, :now from given
                            returning tenant_id, id, code, files
                        )
                        insert into procedure (tenant_id, code, current_revision)
                        select tenant_id, code, id from added a
                        where not exists (
                            select 1 from procedure p
                            left join procedure_revision r on r.tenant_id = p.tenant_id and r.id = p.current_revision
                            where p.tenant_id = a.tenant_id and p.code = a.code
                                and (r.id is null or r.origin = 'AUTHOR' or a.files is null and r.origin = 'IMPORT'))
                        on conflict (tenant_id, code) do update set current_revision = excluded.current_revision
                        """)
                .param("revisions", JSON.writeValueAsString(revisions))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        counted(db);
    }

    /** Lets PostgreSQL know that there are thousands now: it would compare each with each until it notices by itself. */
    static void counted(JdbcClient db) {
        db.sql("analyze procedure, procedure_revision").update();
    }

    /** Adds what an author wrote, and puts it in force. */
    void putInForce(Stored it, Instant now) {
        put(it, it.code(), "AUTHOR", now);
    }

    /** Adds a national package with a province's layer over it, and puts it in force there. */
    void putInForce(Stored it, LayerCode layer, Instant now) {
        put(it, layer.toString(), "LAYER", now);
    }

    private void put(Stored it, String inForceAs, String origin, Instant now) {
        db.sql("""
                        insert into procedure_revision
                            (tenant_id, id, code, content_hash, record, files, recorded_at, origin)
                        values (0, :id, :code, :hash, cast(:record as jsonb), cast(:files as jsonb), :now, :origin)
                        on conflict do nothing
                        """)
                .param("id", it.id())
                .param("code", it.code())
                .param("hash", it.hash())
                .param("record", JSON.writeValueAsString(it.record()))
                .param("files", JSON.writeValueAsString(it.files()))
                .param("origin", origin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                        insert into procedure (tenant_id, code, current_revision) values (0, :code, :id)
                        on conflict (tenant_id, code) do update set current_revision = excluded.current_revision
                        """).param("code", inForceAs).param("id", it.id()).update();
    }

    /** The layers in force, by the code of the layer. */
    Map<String, RevisionId> layers() {
        var found = new HashMap<String, RevisionId>();
        db.sql("""
                        select code, current_revision from procedure
                        where tenant_id = 0 and code like '%@%' and current_revision is not null
                        """).query(row -> {
            found.put(row.getString("code"), new RevisionId(row.getObject("current_revision", UUID.class)));
        });
        return found;
    }

    /** Nothing of that procedure is in force any more. */
    void end(String code) {
        db.sql("update procedure set current_revision = null where tenant_id = 0 and code = :code")
                .param("code", code)
                .update();
    }

    /** The codes of procedures of which nothing is in force any more. */
    Set<String> ended() {
        return Set.copyOf(db.sql("select code from procedure where tenant_id = 0 and current_revision is null")
                .query(String.class)
                .list());
    }

    /** What changes when something comes into force, ends, or is decided: how many imports and editions, and when the last. */
    String state() {
        return db.sql("""
                        select i.many || ' ' || i.last || ' ' || e.many || ' ' || e.last
                        from (
                            select count(*) as many, coalesce(max(applied_at)::text, '') as last
                            from procedure_import where tenant_id = 0 and state = 'APPLIED') i,
                        (
                            select count(*) as many, coalesce(max(at)::text, '') as last
                            from edition_event where tenant_id = 0 and act in ('APPROVED', 'MOVED', 'PUBLISHED', 'RENEWED', 'ABOLISHED')) e
                        """).query(String.class).single();
    }

    /** All national revisions in force. */
    List<Stored> inForce() {
        return db.sql("""
                        select r.id, r.code, r.content_hash, r.record, r.files
                        from procedure p
                        join procedure_revision r on r.tenant_id = p.tenant_id and r.id = p.current_revision
                        where p.tenant_id = 0 and p.code not like '%@%'
                        order by r.code
                        """)
                .query((row, _) -> stored(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("content_hash"),
                        row.getString("record"),
                        row.getString("files")))
                .list();
    }

    /** One national revision, in force or not. */
    Optional<Stored> find(RevisionId id) {
        return db.sql("""
                        select id, code, content_hash, record, files
                        from procedure_revision
                        where tenant_id = 0 and id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> stored(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("content_hash"),
                        row.getString("record"),
                        row.getString("files")))
                .optional();
    }

    private static Stored stored(UUID id, String code, String hash, String record, @Nullable String files) {
        return new Stored(
                id,
                code,
                hash,
                StoredRecord.read(JSON, record),
                files == null ? Map.of() : JSON.readValue(files, new TypeReference<Map<String, String>>() {}));
    }
}
