package vn.motcua.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.MandateId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The drafts of the account of the current scope; the database shows it no others. */
@Repository
public class Drafts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final String COLUMNS = """
            select tenant_id, id, procedure, revision, channel,
                cast('{"passport": "", "email": "", "quiet": false}' as jsonb) || walk_in as walk_in, answers, province, ward, unit, receive_by,
                receive_at, mandate, begun_by, started_at, saved_at
            from draft where id = :id""";

    private final JdbcClient db;

    Drafts(JdbcClient db) {
        this.db = db;
    }

    /** What that account has begun and not filed, latest first; empty for another account than the scope's. */
    @Transactional(readOnly = true)
    public List<Draft.Line> of(AccountId account) {
        return db.sql("""
                        select id, procedure, revision, mandate, begun_by, saved_at from draft
                        where tenant_id = :tenant and owner = :owner
                        order by saved_at desc, id
                        """)
                .param("tenant", tenant())
                .param("owner", account.value())
                .query((row, _) -> new Draft.Line(
                        new DraftId(row.getObject("id", UUID.class)),
                        row.getString("procedure"),
                        new RevisionId(row.getObject("revision", UUID.class)),
                        begunBy(row),
                        moment(row, "saved_at")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Draft draft) {
        db.sql("""
                        insert into draft (tenant_id, id, owner, procedure, revision, channel, walk_in, answers, province,
                            ward, unit, receive_by, receive_at, mandate, begun_by, started_at, saved_at)
                        values (:tenant, :id, :owner, :procedure, :revision, :channel, cast(:walkIn as jsonb),
                            cast(:answers as jsonb), :province, :ward, :unit, :receiveBy, :receiveAt, :mandate, :begunBy,
                            :startedAt, :savedAt)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param(
                        "mandate",
                        draft.begunBy().map(it -> it.mandate().value()).orElse(null),
                        Types.OTHER)
                .param("begunBy", draft.begunBy().map(Draft.BegunBy::name).orElse(null), Types.VARCHAR)
                .param("tenant", tenant())
                .param("id", draft.id().value())
                .param("owner", owner())
                .param("procedure", draft.procedure())
                .param("revision", draft.revision().value())
                .param("channel", draft.channel().name())
                .param("walkIn", draft.walkIn().map(JSON::writeValueAsString).orElse(null), Types.VARCHAR)
                .params(state(draft))
                .param("startedAt", at(draft.startedAt()))
                .update();
    }

    /** The draft of that id. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Draft> find(DraftId id) {
        return read(id, "");
    }

    /** The same, and nobody else changes it before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Draft> lock(DraftId id) {
        return read(id, " for update");
    }

    /** Writes what may change of a draft. */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Draft draft) {
        db.sql("""
                        update draft set answers = cast(:answers as jsonb), province = :province, ward = :ward,
                            unit = :unit, receive_by = :receiveBy, receive_at = :receiveAt, saved_at = :savedAt
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", draft.id().value())
                .params(state(draft))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(DraftId draft, Draft.Paper paper, Instant now) {
        db.sql("""
                        insert into draft_paper (tenant_id, draft, id, owner, document, name, file, size, held, added_at)
                        values (:tenant, :draft, :id, :owner, :document, :name, :file, :size, cast(:held as jsonb), :now)
                        """)
                .param("tenant", tenant())
                .param("draft", draft.value())
                .param("id", paper.id().value())
                .param("owner", owner())
                .param("document", paper.document())
                .param("name", paper.name())
                .param("file", paper.file().sha256())
                .param("size", paper.size())
                .param("held", paper.held().map(JSON::writeValueAsString).orElse(null), Types.VARCHAR)
                .param("now", at(now))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(DraftId draft, PaperId paper) {
        db.sql("delete from draft_paper where tenant_id = :tenant and draft = :draft and id = :id")
                .param("tenant", tenant())
                .param("draft", draft.value())
                .param("id", paper.value())
                .update();
    }

    /** Notes which of these papers match their originals; of one that was said before, the first time stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void compared(DraftId draft, Set<PaperId> papers, Set<PaperId> matching, Instant now) {
        db.sql("""
                        update draft_paper set compared_at = case when id = any(:matching) then coalesce(compared_at, :now) end
                        where tenant_id = :tenant and draft = :draft and id = any(:papers) and held is null
                        """)
                .param("tenant", tenant())
                .param("now", at(now))
                .param("draft", draft.value())
                .param("papers", ids(papers))
                .param("matching", ids(matching))
                .update();
    }

    private static UUID[] ids(Set<PaperId> papers) {
        return papers.stream().map(PaperId::value).toArray(UUID[]::new);
    }

    /** Notes what was shown of a document; nothing at all takes the note away. */
    @Transactional(propagation = Propagation.MANDATORY)
    void show(DraftId draft, Draft.Shown shown) {
        if (shown.originals() + shown.copies() == 0) {
            db.sql("delete from draft_shown where tenant_id = :tenant and draft = :draft and document = :document")
                    .param("tenant", tenant())
                    .param("draft", draft.value())
                    .param("document", shown.document())
                    .update();
            return;
        }
        db.sql("""
                        insert into draft_shown (tenant_id, draft, document, owner, originals, copies)
                        values (:tenant, :draft, :document, :owner, :originals, :copies)
                        on conflict (tenant_id, draft, document) do update
                        set originals = excluded.originals, copies = excluded.copies
                        """)
                .param("tenant", tenant())
                .param("draft", draft.value())
                .param("document", shown.document())
                .param("owner", owner())
                .param("originals", shown.originals())
                .param("copies", shown.copies())
                .update();
    }

    /** Forgets a draft with its papers. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(DraftId id) {
        db.sql("delete from draft where id = :id").param("id", id.value()).update();
    }

    /** Notes in the tenant that settles what became of a draft. */
    @Transactional(propagation = Propagation.MANDATORY)
    void filed(Filed filed) {
        db.sql("""
                        insert into filed_draft (tenant_id, draft, owner, tracking_code, dossier, procedure, revision, unit,
                            receive_by, filed_at)
                        values (:tenant, :draft, :owner, :code, :dossier, :procedure, :revision, :unit, :receiveBy, :at)
                        """)
                .param("tenant", filed.tenant().value())
                .param("draft", filed.draft().value())
                .param("owner", owner())
                .param("code", filed.code().value())
                .param("dossier", filed.dossier().value())
                .param("procedure", filed.procedure())
                .param("revision", filed.revision().value())
                .param("unit", filed.unit().value())
                .param("receiveBy", filed.receiveBy().name())
                .param("at", at(filed.at()))
                .update();
    }

    /** What became of that draft. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Filed> filed(DraftId draft) {
        return filed("draft = :key", draft.value());
    }

    /** What was filed under that code by this account. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Filed> filed(TrackingCode code) {
        return filed("tracking_code = :key", code.value());
    }

    private Optional<Filed> filed(String which, Object key) {
        return db.sql("""
                        select tenant_id, draft, tracking_code, dossier, procedure, revision, unit, receive_by, filed_at
                        from filed_draft where\s""" + which)
                .param("key", key)
                .query((row, _) -> new Filed(
                        new DraftId(row.getObject("draft", UUID.class)),
                        new TenantId(row.getInt("tenant_id")),
                        new TrackingCode(row.getString("tracking_code")),
                        new DossierId(row.getObject("dossier", UUID.class)),
                        row.getString("procedure"),
                        new RevisionId(row.getObject("revision", UUID.class)),
                        new UnitId(row.getObject("unit", UUID.class)),
                        HandOver.How.valueOf(row.getString("receive_by")),
                        moment(row, "filed_at")))
                .optional();
    }

    private Optional<Draft> read(DraftId id, String how) {
        return db.sql(COLUMNS + how)
                .param("id", id.value())
                .query((row, _) -> draft(row, papers(id), shown(id)))
                .optional();
    }

    private List<Draft.Paper> papers(DraftId draft) {
        return db.sql("""
                        select id, document, name, file, size, compared_at, held from draft_paper
                        where draft = :draft order by id
                        """)
                .param("draft", draft.value())
                .query((row, _) -> new Draft.Paper(
                        new PaperId(row.getObject("id", UUID.class)),
                        row.getString("document"),
                        row.getString("name"),
                        new FileId(row.getString("file")),
                        row.getLong("size"),
                        Optional.ofNullable(row.getObject("compared_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        PaperOrigins.held(row.getString("held"))))
                .list();
    }

    private List<Draft.Shown> shown(DraftId draft) {
        return db.sql("select document, originals, copies from draft_shown where draft = :draft order by document")
                .param("draft", draft.value())
                .query((row, _) ->
                        new Draft.Shown(row.getString("document"), row.getInt("originals"), row.getInt("copies")))
                .list();
    }

    private static Draft draft(ResultSet row, List<Draft.Paper> papers, List<Draft.Shown> shown) throws SQLException {
        return new Draft(
                new DraftId(row.getObject("id", UUID.class)),
                row.getString("procedure"),
                new RevisionId(row.getObject("revision", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("walk_in")).map(it -> JSON.readValue(it, WalkIn.class)),
                JSON.readValue(row.getString("answers"), ANSWERS),
                new Place(row.getString("province"), row.getString("ward")),
                Optional.ofNullable(row.getObject("unit", UUID.class)).map(UnitId::new),
                delivery(row),
                papers,
                shown,
                begunBy(row),
                moment(row, "started_at"),
                moment(row, "saved_at"));
    }

    private static Optional<Draft.BegunBy> begunBy(ResultSet row) throws SQLException {
        var name = row.getString("begun_by");
        return Optional.ofNullable(row.getObject("mandate", UUID.class))
                .map(it -> new Draft.BegunBy(new MandateId(it), name));
    }

    private static Optional<Delivery> delivery(ResultSet row) throws SQLException {
        var at = row.getString("receive_at");
        return Optional.ofNullable(row.getString("receive_by")).map(it -> new Delivery(HandOver.How.valueOf(it), at));
    }

    private static Map<String, Object> state(Draft draft) {
        var state = new java.util.HashMap<String, Object>();
        state.put("answers", JSON.writeValueAsString(draft.answers()));
        state.put("province", draft.place().province());
        state.put("ward", draft.place().ward());
        state.put(
                "unit",
                new org.springframework.jdbc.core.SqlParameterValue(
                        Types.OTHER, draft.unit().map(UnitId::value).orElse(null)));
        state.put(
                "receiveBy",
                new org.springframework.jdbc.core.SqlParameterValue(
                        Types.VARCHAR,
                        draft.delivery().map(it -> it.how().name()).orElse(null)));
        state.put("receiveAt", draft.delivery().map(Delivery::at).orElse(""));
        state.put("savedAt", at(draft.savedAt()));
        return state;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }

    private static UUID owner() {
        return Scope.current()
                .account()
                .orElseThrow(() -> new IllegalStateException("a draft belongs to somebody who is signed in"));
    }
}
