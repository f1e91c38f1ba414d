package vn.motcua.linked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.Group;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.DossierRef;
import vn.motcua.dossier.FilingId;
import vn.motcua.dossier.Lost;
import vn.motcua.dossier.NewPaper;
import vn.motcua.dossier.StageKind;
import vn.motcua.linked.Branch.State;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** The plans of the linked filings that came in with the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Plans {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<NewPaper>> PAPERS = new TypeReference<>() {};
    private static final TypeReference<List<Lost>> LOST = new TypeReference<>() {};

    private final JdbcClient db;
    private final Catalogue catalogue;

    Plans(JdbcClient db, Catalogue catalogue) {
        this.db = db;
        this.catalogue = catalogue;
    }

    /** Keeps a new plan; one that is there already stays. */
    void add(Plan plan) {
        var added = db.sql("""
                        insert into linked_filing (tenant_id, filing, group_revision, unit, place, answers, filed_at)
                        values (:tenant, :filing, :group, :unit, :place, cast(:answers as jsonb), :at)
                        on conflict (tenant_id, filing) do nothing
                        """)
                .param("tenant", tenant())
                .param("filing", plan.filing().value())
                .param("group", plan.revision().value())
                .param("unit", plan.unit().value())
                .param("place", plan.place())
                .param("answers", JSON.writeValueAsString(plan.answers()))
                .param("at", utc(plan.filedAt()))
                .update();
        if (added == 1) {
            plan.branches().forEach(it -> add(plan.filing(), it));
        }
    }

    private void add(FilingId filing, Plan.Kept kept) {
        var branch = kept.branch();
        db.sql("""
                        insert into linked_branch (tenant_id, filing, part, place, state, unit, papers)
                        values (:tenant, :filing, :part, :place, 'WAITING', :unit, cast(:papers as jsonb))
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", branch.part().id())
                .param("place", branch.place())
                .param("unit", branch.unit().value())
                .param("papers", JSON.writeValueAsString(kept.papers()))
                .update();
        if (branch.state() instanceof State.Open(var dossier, var news)) {
            opened(filing, branch.part().id(), dossier, branch.unit(), news);
        }
    }

    /** The plan of a filing; empty for one that is not linked. */
    Optional<Plan> find(FilingId filing) {
        return db.sql("""
                        select group_revision, unit, place, answers, filed_at, promise from linked_filing
                        where tenant_id = :tenant and filing = :filing
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .query((row, _) -> plan(filing, row))
                .optional();
    }

    /** A waiting part is going to be opened, so that nobody takes it back meanwhile; says whether it may. */
    boolean opening(FilingId filing, String part) {
        return change(filing, part, "state = 'OPENING'", "state in ('WAITING', 'OPENING')") == 1;
    }

    /** The applicant takes a waiting part back; says whether it still waited. */
    boolean leave(FilingId filing, String part) {
        return change(filing, part, "state = 'LEFT', papers = '[]'", "state = 'WAITING'") == 1;
    }

    /** A waiting part will not be opened. */
    void cannotOpen(FilingId filing, String part, String because) {
        db.sql("""
                        update linked_branch set state = 'NOT_OPENED', because = :because, papers = '[]'
                        where tenant_id = :tenant and filing = :filing and part = :part and state = 'WAITING'
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", part)
                .param("because", because)
                .update();
    }

    /** A part is a dossier now; what lay ready for it lies there. */
    void opened(FilingId filing, String part, DossierRef dossier, UnitId unit, Branch.News news) {
        db.sql("""
                        update linked_branch set state = 'OPEN', holder = :holder, dossier = :dossier, unit = :unit, papers = '[]',
                            version = :version, stage = :stage, since = :since
                        where tenant_id = :tenant and filing = :filing and part = :part and state in ('WAITING', 'OPENING')
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", part)
                .param("holder", dossier.tenant().value())
                .param("dossier", dossier.id().value())
                .param("unit", unit.value())
                .param("version", news.version())
                .param("stage", news.stage().name())
                .param("since", utc(news.since()))
                .update();
    }

    /** What a part's own system tells of it; older news changes nothing. */
    void told(FilingId filing, String part, Branch.News news) {
        db.sql("""
                        update linked_branch set version = :version, stage = :stage, since = :since, number = :number,
                            received_at = :received, due_at = :due, came = :came, lost = cast(:lost as jsonb)
                        where tenant_id = :tenant and filing = :filing and part = :part and state = 'OPEN'
                            and version < :version
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", part)
                .param("version", news.version())
                .param("stage", news.stage().name())
                .param("since", utc(news.since()))
                .param("number", news.number().map(DossierNumber::value).orElse(null))
                .param("received", news.receivedAt().map(Plans::utc).orElse(null))
                .param("due", news.dueAt().map(Plans::utc).orElse(null))
                .param("came", news.came().name())
                .param("lost", JSON.writeValueAsString(news.lost()))
                .update();
    }

    /** Until when the whole is promised; a promise once given stays. */
    void promise(FilingId filing, WholeClock.Promise promise) {
        db.sql("""
                        update linked_filing set promised_at = :at, promise = cast(:promise as jsonb)
                        where tenant_id = :tenant and filing = :filing and promised_at is null
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("at", utc(promise.due().at()))
                .param("promise", JSON.writeValueAsString(promise))
                .update();
    }

    /** The declaration is kept only while a part waits for it. */
    void forgetAnswers(FilingId filing) {
        db.sql("""
                        update linked_filing f set answers = '{}'
                        where f.tenant_id = :tenant and f.filing = :filing and f.answers <> '{}' and not exists (
                            select 1 from linked_branch b where b.tenant_id = f.tenant_id and b.filing = f.filing
                                and b.state in ('WAITING', 'OPENING'))
                        """).param("tenant", tenant()).param("filing", filing.value()).update();
    }

    private int change(FilingId filing, String part, String what, String where) {
        return db.sql("update linked_branch set " + what
                        + " where tenant_id = :tenant and filing = :filing and part = :part and " + where)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", part)
                .update();
    }

    private Plan plan(FilingId filing, ResultSet row) throws SQLException {
        var revision = new RevisionId(row.getObject("group_revision", UUID.class));
        var group = catalogue.revision(revision).runnableContent().group().orElseThrow();
        return new Plan(
                filing,
                revision,
                group,
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("place"),
                JSON.readValue(row.getString("answers"), ANSWERS),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("promise")).map(it -> JSON.readValue(it, WholeClock.Promise.class)),
                branches(filing, group));
    }

    private List<Plan.Kept> branches(FilingId filing, Group group) {
        return db.sql("""
                        select part, place, state, unit, papers, because, holder, dossier, version, stage, since, number,
                            received_at, due_at, came, lost
                        from linked_branch where tenant_id = :tenant and filing = :filing order by place
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .query((row, _) -> new Plan.Kept(
                        new Branch(
                                group.part(row.getString("part")),
                                row.getInt("place"),
                                new UnitId(row.getObject("unit", UUID.class)),
                                state(row)),
                        JSON.readValue(row.getString("papers"), PAPERS),
                        row.getString("state").equals("OPENING")))
                .list();
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "OPEN" ->
                new State.Open(
                        new DossierRef(
                                new TenantId(row.getInt("holder")),
                                new DossierId(row.getObject("dossier", UUID.class))),
                        new Branch.News(
                                row.getInt("version"),
                                StageKind.valueOf(row.getString("stage")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getString("number")).map(DossierNumber::new),
                                moment(row.getObject("received_at", OffsetDateTime.class)),
                                moment(row.getObject("due_at", OffsetDateTime.class)),
                                Branch.Came.valueOf(row.getString("came")),
                                JSON.readValue(row.getString("lost"), LOST)));
            case "NOT_OPENED" -> new State.NotOpened(row.getString("because"));
            case "LEFT" -> new State.Left();
            case "WAITING", "OPENING" -> new State.Waiting();
            case String other -> throw new IllegalStateException("a state of a later program: " + other);
        };
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
