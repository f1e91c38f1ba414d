package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Edition.Act;
import vn.motcua.catalogue.Phase.Abolished;
import vn.motcua.catalogue.Phase.Abolition;
import vn.motcua.catalogue.Phase.Approval;
import vn.motcua.catalogue.Phase.Approved;
import vn.motcua.catalogue.Phase.Draft;
import vn.motcua.catalogue.Phase.InReview;
import vn.motcua.catalogue.Phase.Published;
import vn.motcua.catalogue.Phase.Replaced;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;

/** The nation's editions with their history. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Editions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EDITION = """
            select e.code, e.no, e.version, e.agency, e.name, e.base, e.files, e.revision, e.authors, e.phase, e.sent_back,
                e.approval, e.published_at, e.ended_at, e.abolition, e.changed_at
            from edition e where e.tenant_id = 0
            """;

    private final JdbcClient db;

    Editions(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else begins, publishes or abolishes anything of the catalogue until the transaction ends. */
    void hold() {
        db.sql("select pg_advisory_xact_lock(hashtext('procedures'), 0)")
                .query((_, _) -> true)
                .list();
    }

    /** The number of the edition to which that command led; empty for a command that is new. */
    Optional<Integer> done(UUID command) {
        return db.sql("select no from edition_event where tenant_id = 0 and id = :id")
                .param("id", command)
                .query(Integer.class)
                .optional();
    }

    /** The editions of a procedure with what came into force without one. */
    KnownEditions known(String code, Instant now) {
        return KnownEditions.of(code, of(code), contents(code), current(code), now);
    }

    /** Writes down what nobody kept until now, so that it can be changed. */
    List<Edition> settle(String code, Instant now) {
        var known = known(code, now);
        known.fresh().forEach(it -> insert(it));
        known.ended().forEach(it -> save(it, Ids.next()));
        return known.all();
    }

    /** Every kept edition of a procedure. */
    List<Edition> of(String code) {
        return db.sql(EDITION + " and e.code = :code order by e.no")
                .param("code", code)
                .query((row, _) -> read(row))
                .list();
    }

    /** That one, held until the transaction ends. */
    Optional<Edition> take(String code, int no) {
        return db.sql(EDITION + " and e.code = :code and e.no = :no for update")
                .param("code", code)
                .param("no", no)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The kept editions of an agency in one of these phases, the last changed first. */
    List<Edition> list(String agency, Set<Phase.Name> phases, String code, int limit, int from) {
        return db.sql(EDITION + """
                        and e.agency = :agency and e.phase in (:phases) and (:code = '' or e.code = :code)
                        order by e.changed_at desc, e.code, e.no desc limit :limit offset :from
                        """)
                .param("agency", agency)
                .param("phases", phases.stream().map(Enum::name).toList())
                .param("code", code)
                .param("limit", limit)
                .param("from", from)
                .query((row, _) -> read(row))
                .list();
    }

    /** What has to come into force by that day, in the order of its days. */
    List<Edition> toPublish(LocalDate today) {
        return db.sql(EDITION
                        + " and e.phase = 'APPROVED' and e.publish_on <= :today order by e.publish_on, e.code, e.no")
                .param("today", today)
                .query((row, _) -> read(row))
                .list();
    }

    /** What has to end by that day. */
    List<Edition> toAbolish(LocalDate today) {
        return db.sql(EDITION + " and e.phase = 'PUBLISHED' and e.abolish_on <= :today order by e.abolish_on, e.code")
                .param("today", today)
                .query((row, _) -> read(row))
                .list();
    }

    /** Layers in force that lie over another national revision than the one in force. */
    List<Edition> toRenew() {
        return db.sql(EDITION + """
                        and e.phase = 'PUBLISHED' and e.code like '%@%' and exists (
                            select 1 from procedure p
                            where p.tenant_id = 0 and p.code = split_part(e.code, '@', 1)
                                and p.current_revision is distinct from e.base and p.current_revision is not null)
                        order by e.code
                        """).query((row, _) -> read(row)).list();
    }

    /** The layers in force over that procedure. */
    List<Edition> layers(String procedure) {
        return db.sql(EDITION
                        + " and e.phase = 'PUBLISHED' and e.code like '%@%' and split_part(e.code, '@', 1) = :code")
                .param("code", procedure)
                .query((row, _) -> read(row))
                .list();
    }

    /** Since when each procedure's revision is in force, and the day of the next one. */
    Map<String, Course> courses() {
        var found = new HashMap<String, Course>();
        db.sql("""
                        select p.code, coalesce(e.since, r.recorded_at) as since, n.day as next
                        from procedure p
                        join procedure_revision r on r.tenant_id = p.tenant_id and r.id = p.current_revision
                        left join (
                            select code, max(published_at) as since from edition
                            where tenant_id = 0 and phase = 'PUBLISHED' group by code) e on e.code = p.code
                        left join (
                            select code, min(publish_on) as day from edition
                            where tenant_id = 0 and phase = 'APPROVED' group by code) n on n.code = p.code
                        where p.tenant_id = 0 and p.code not like '%@%'
                        """).query(row -> {
            found.put(
                    row.getString("code"),
                    new Course(
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("next", LocalDate.class))));
        });
        return found;
    }

    /** What was done to it, the earliest first. */
    List<RevisionDesk.Line> history(String code, int no) {
        return db.sql("""
                        select act, at, by_name, said from edition_event
                        where tenant_id = 0 and code = :code and no = :no order by version
                        """)
                .param("code", code)
                .param("no", no)
                .query((row, _) -> new RevisionDesk.Line(
                        Act.valueOf(row.getString("act")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("by_name")),
                        row.getString("said")))
                .list();
    }

    /** Writes the edition and the line that explains it. */
    void save(Edition.Step step, UUID command) {
        var it = step.after();
        if (it.version() == 1) {
            insert(it);
        } else if (update(it) != 1) {
            throw new Refused(CatalogueRefusal.EDITION_CHANGED);
        }
        db.sql("""
                        insert into edition_event (tenant_id, id, code, no, version, act, at, by_account, by_name, said)
                        values (0, :id, :code, :no, :version, :act, :at, :by, :byName, :said)
                        """)
                .param("id", command)
                .param("code", it.code())
                .param("no", it.no())
                .param("version", it.version())
                .param("act", step.act().name())
                .param("at", at(step.at()))
                .param("by", step.by().map(Phase.Person::account).orElse(null), Types.OTHER)
                .param("byName", step.by().map(Phase.Person::name).orElse(null))
                .param("said", step.said())
                .update();
    }

    private void insert(Edition it) {
        values(db.sql("""
                        insert into edition (tenant_id, code, no, version, agency, name, base, files, revision, authors, phase,
                            sent_back, approval, publish_on, published_at, ended_at, abolition, abolish_on, changed_at)
                        values (0, :code, :no, :version, :agency, :name, :base, cast(:files as jsonb), :revision, :authors,
                            :phase, :sentBack, cast(:approval as jsonb), :publishOn, :publishedAt, :endedAt,
                            cast(:abolition as jsonb), :abolishOn, :changedAt)
                        """), it).param("agency", it.agency()).update();
    }

    private int update(Edition it) {
        return values(db.sql("""
                        update edition set version = :version, name = :name, base = :base, files = cast(:files as jsonb),
                            revision = :revision, authors = :authors, phase = :phase, sent_back = :sentBack,
                            approval = cast(:approval as jsonb), publish_on = :publishOn, published_at = :publishedAt,
                            ended_at = :endedAt, abolition = cast(:abolition as jsonb), abolish_on = :abolishOn,
                            changed_at = :changedAt
                        where tenant_id = 0 and code = :code and no = :no and version = :version - 1
                        """), it).update();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, Edition it) {
        var phase = it.phase();
        var approval = phase.approved();
        var ended = switch (phase) {
            case Draft _, InReview _, Approved _, Published _, Phase.Discarded _ -> null;
            case Replaced one -> at(one.until());
            case Abolished one -> at(one.until());
        };
        var abolition = switch (phase) {
            case Draft _, InReview _, Approved _, Replaced _, Phase.Discarded _ -> Optional.<Abolition>empty();
            case Published one -> one.ending();
            case Abolished one -> Optional.of(one.by());
        };
        return sql.param("code", it.code())
                .param("no", it.no())
                .param("version", it.version())
                .param("name", it.name())
                .param("base", it.base().map(RevisionId::value).orElse(null), Types.OTHER)
                .param("files", it.revision().isPresent() ? null : JSON.writeValueAsString(new TreeMap<>(it.files())))
                .param("revision", it.revision().map(RevisionId::value).orElse(null), Types.OTHER)
                .param("authors", it.authors().toArray(UUID[]::new))
                .param("phase", phase.name().name())
                .param("sentBack", phase instanceof Draft one ? one.sentBack().orElse(null) : null)
                .param("approval", approval.map(JSON::writeValueAsString).orElse(null))
                .param("publishOn", approval.map(Approval::publishOn).orElse(null), Types.DATE)
                .param("publishedAt", phase.publishedAt().map(Editions::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("endedAt", ended, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("abolition", abolition.map(JSON::writeValueAsString).orElse(null))
                .param("abolishOn", abolition.map(Abolition::on).orElse(null), Types.DATE)
                .param("changedAt", at(it.changedAt()));
    }

    private List<KnownEditions.Content> contents(String code) {
        return db.sql("""
                        select id, record -> 'issuer' ->> 'code' as agency, record ->> 'name' as name, recorded_at
                        from procedure_revision
                        where tenant_id = 0 and code = :code and origin <> 'LAYER' order by recorded_at, id
                        """)
                .param("code", code)
                .query((row, _) -> new KnownEditions.Content(
                        new RevisionId(row.getObject("id", UUID.class)),
                        row.getString("agency"),
                        row.getString("name"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The revision in force under that code. */
    Optional<RevisionId> current(String code) {
        return db.sql("""
                        select current_revision from procedure
                        where tenant_id = 0 and code = :code and current_revision is not null
                        """).param("code", code).query(UUID.class).optional().map(RevisionId::new);
    }

    private static Edition read(ResultSet row) throws SQLException {
        var files = row.getString("files");
        return new Edition(
                row.getString("code"),
                row.getInt("no"),
                row.getInt("version"),
                row.getString("agency"),
                row.getString("name"),
                revision(row, "base"),
                files == null ? Map.of() : JSON.readValue(files, new TypeReference<Map<String, String>>() {}),
                revision(row, "revision"),
                Set.copyOf(Arrays.asList((UUID[]) row.getArray("authors").getArray())),
                phase(row),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static Phase phase(ResultSet row) throws SQLException {
        var approval = json(row.getString("approval"), Approval.class);
        var abolition = json(row.getString("abolition"), Abolition.class);
        var since = moment(row, "published_at");
        var until = moment(row, "ended_at");
        return switch (Phase.Name.valueOf(row.getString("phase"))) {
            case DRAFT -> new Draft(Optional.ofNullable(row.getString("sent_back")));
            case IN_REVIEW ->
                new InReview(row.getObject("changed_at", OffsetDateTime.class).toInstant());
            case DISCARDED ->
                new Phase.Discarded(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant());
            case APPROVED -> new Approved(approval.orElseThrow());
            case PUBLISHED -> new Published(approval, since.orElseThrow(), abolition);
            case REPLACED -> new Replaced(approval, since.orElseThrow(), until.orElseThrow());
            case ABOLISHED ->
                new Abolished(approval, since.orElseThrow(), until.orElseThrow(), abolition.orElseThrow());
        };
    }

    private static <T> Optional<T> json(@Nullable String text, Class<T> kind) {
        return Optional.ofNullable(text).map(it -> JSON.readValue(it, kind));
    }

    private static Optional<RevisionId> revision(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(RevisionId::new);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
