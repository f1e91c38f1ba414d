package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.ImportLine.Verdict;
import vn.motcua.catalogue.ProcedureImports.Import;
import vn.motcua.catalogue.ProcedureImports.State;

/** The imports of the nation with what becomes of each record. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ImportStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String IMPORT = """
            select i.id, i.account, i.file_name, i.state, i.began_at, i.moved_at, i.applied_at, i.total, i.reason
            from procedure_import i where i.tenant_id = 0
            """;
    private static final String LINE = """
            select l.no, l.line, l.code, l.name, l.verdict, l.details
            from procedure_import_line l where l.tenant_id = 0 and l.import = :import
            """;

    private final JdbcClient db;

    ImportStore(JdbcClient db) {
        this.db = db;
    }

    /** A line with the revision that it would put in force, and the one that it was compared with. */
    record Checked(ImportLine line, Optional<Revisions.Stored> revision, Optional<UUID> basis) {}

    private record Details(List<RecordDifference> differences, List<RecordProblem> problems) {}

    private record Reason(String code, List<Object> arguments) {}

    private record Row(
            int no,
            long line,
            String code,
            String name,
            Verdict verdict,
            Details details,
            @Nullable UUID revision,
            @Nullable String hash,
            @Nullable ProcedureRecord record,
            @Nullable UUID basis) {}

    /** Adds it; says whether it is new. */
    boolean begin(UUID id, Optional<UUID> account, String fileName, String hash, Instant now) {
        return db.sql("""
                        insert into procedure_import
                            (tenant_id, id, account, file_name, file_hash, state, began_at, moved_at)
                        values (0, :id, :account, :name, :hash, 'CHECKING', :now, :now)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("account", account.orElse(null))
                        .param("name", fileName)
                        .param("hash", hash)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Adds the lines, and says how far it is. */
    void add(UUID id, List<Checked> lines, Instant now) {
        var rows = lines.stream()
                .map(it -> new Row(
                        it.line().no(),
                        it.line().line(),
                        it.line().code(),
                        it.line().name(),
                        it.line().verdict(),
                        new Details(it.line().differences(), it.line().problems()),
                        it.revision().map(Revisions.Stored::id).orElse(null),
                        it.revision().map(Revisions.Stored::hash).orElse(null),
                        it.revision().map(Revisions.Stored::record).orElse(null),
                        it.basis().orElse(null)))
                .toList();
        db.sql("""
                        insert into procedure_import_line
                            (tenant_id, import, no, line, code, name, verdict, details, revision, hash, record, basis)
                        select 0, :import, l.no, l.line, l.code, l.name, l.verdict, l.details, l.revision, l.hash,
                            nullif(l.record, 'null'::jsonb), l.basis
                        from jsonb_to_recordset(cast(:rows as jsonb)) as l(no int, line bigint, code text, name text,
                            verdict text, details jsonb, revision uuid, hash text, record jsonb, basis uuid)
                        """)
                .param("import", id)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
        db.sql("""
                        update procedure_import set total = total + :more, moved_at = :now
                        where tenant_id = 0 and id = :id
                        """)
                .param("more", lines.size())
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void checked(UUID id, Instant now) {
        move(id, State.CHECKED, now, Optional.empty());
    }

    void refused(UUID id, Instant now, String code, List<Object> arguments) {
        db.sql("delete from procedure_import_line where tenant_id = 0 and import = :id")
                .param("id", id)
                .update();
        move(id, State.REFUSED, now, Optional.of(JSON.writeValueAsString(new Reason(code, arguments))));
    }

    private void move(UUID id, State to, Instant now, Optional<String> reason) {
        db.sql("""
                        update procedure_import set state = :to, moved_at = :now, reason = cast(:reason as jsonb)
                        where tenant_id = 0 and id = :id and state = 'CHECKING'
                        """)
                .param("to", to.name())
                .param("now", at(now))
                .param("reason", reason.orElse(null))
                .param("id", id)
                .update();
    }

    /** Locks it until the transaction ends. */
    Optional<Import> take(UUID id) {
        return db.sql(IMPORT + " and i.id = :id for update")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Puts in force what is new or changed, unless another revision came into force since it was compared. */
    void apply(UUID id, Instant now) {
        db.sql("select pg_advisory_xact_lock(hashtext('procedures'), 0)")
                .query((_, _) -> true)
                .list();
        db.sql("""
                        update procedure_import_line l
                        set verdict = 'REFUSED', record = null, details = cast(:details as jsonb)
                        where l.tenant_id = 0 and l.import = :import and l.verdict in ('NEW', 'CHANGED')
                            and l.basis is distinct from (
                                select p.current_revision from procedure p where p.tenant_id = 0 and p.code = l.code)
                        """)
                .param("import", id)
                .param(
                        "details",
                        JSON.writeValueAsString(new Details(
                                List.of(),
                                List.of(new RecordProblem("code", RecordProblem.Kind.CHANGED_MEANWHILE, "")))))
                .update();
        db.sql("""
                        insert into procedure_revision
                            (tenant_id, id, code, content_hash, record, files, recorded_at, origin)
                        select 0, l.revision, l.code, l.hash, l.record, null, :now, 'IMPORT'
                        from procedure_import_line l
                        where l.tenant_id = 0 and l.import = :import and l.verdict in ('NEW', 'CHANGED')
                        on conflict do nothing
                        """).param("import", id).param("now", at(now)).update();
        db.sql("""
                        insert into procedure (tenant_id, code, current_revision)
                        select 0, l.code, l.revision
                        from procedure_import_line l
                        where l.tenant_id = 0 and l.import = :import and l.verdict in ('NEW', 'CHANGED')
                        on conflict (tenant_id, code) do update set current_revision = excluded.current_revision
                        """).param("import", id).update();
        db.sql("""
                        update procedure_import set state = 'APPLIED', applied_at = :now, moved_at = :now
                        where tenant_id = 0 and id = :id and state = 'CHECKED'
                        """).param("now", at(now)).param("id", id).update();
        Revisions.counted(db);
    }

    Optional<Import> find(UUID id) {
        return db.sql(IMPORT + " and i.id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Import> last(int limit) {
        return db.sql(IMPORT + " order by i.began_at desc, i.id desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    Map<Verdict, Integer> counts(UUID id) {
        var counts = new EnumMap<Verdict, Integer>(Verdict.class);
        db.sql("""
                        select l.verdict, count(*) as many from procedure_import_line l
                        where l.tenant_id = 0 and l.import = :import group by l.verdict
                        """)
                .param("import", id)
                .query((row, _) -> counts.put(Verdict.valueOf(row.getString("verdict")), row.getInt("many")))
                .list();
        return counts;
    }

    /** Lines after that one in the order of the file. */
    List<ImportLine> lines(UUID id, Optional<Verdict> verdict, int after, int limit) {
        return db.sql(LINE + """
                        and l.no > :after and (cast(:verdict as text) is null or l.verdict = :verdict)
                        order by l.no limit :limit
                        """)
                .param("import", id)
                .param("after", after)
                .param("verdict", verdict.map(Enum::name).orElse(null))
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    private static ImportLine line(ResultSet row) throws SQLException {
        var details = JSON.readValue(row.getString("details"), Details.class);
        return new ImportLine(
                row.getInt("no"),
                row.getLong("line"),
                row.getString("code"),
                row.getString("name"),
                Verdict.valueOf(row.getString("verdict")),
                details.differences(),
                details.problems());
    }

    private static Import read(ResultSet row) throws SQLException {
        var reason = Optional.ofNullable(row.getString("reason"))
                .map(it -> JSON.readValue(it, new TypeReference<Reason>() {}));
        return new Import(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                moment(row, "began_at"),
                moment(row, "moved_at"),
                row.getInt("total"),
                reason.map(it -> CatalogueRefusal.valueOf(it.code())),
                reason.map(Reason::arguments).orElse(List.of()));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
