package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Reason;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.PositionId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.Sha256;
import vn.motcua.shared.VietnamTime;

/**
 * The dossiers of the current tenant, and the only writer of their tables. A {@link Change} is written by one statement:
 * state, events, outbox, audit, desk, waits and due moments together or not at all. The rows go in as JSON, so that the
 * statement is the same text for one event or five and PostgreSQL keeps its plan.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Dossiers implements Kept {

    /** Rows as JSON: names of columns, plain values. */
    static final JsonMapper ROWS = EventJson.MAPPER
            .rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final TypeReference<List<TokenRow>> TOKENS = new TypeReference<>() {};
    private static final TypeReference<List<Wait>> WAITS = new TypeReference<>() {};

    private final JdbcClient db;
    private final UndoWindow undo;

    Dossiers(JdbcClient db, UndoWindow undo) {
        this.db = db;
        this.undo = undo;
    }

    /** The dossier with all that belongs to its state, and what the command did if it came before; one statement. */
    @Override
    public Optional<Loaded> find(DossierId id, UUID command) {
        return db.sql("select " + DossierRow.COLUMNS + """
                        , f.submitter, f.person, f.organisation, f.available, l.home, l.group_revision, l.part,
                            l.place as link_place, l.time_limit,
                            (select jsonb_agg(to_jsonb(t) - 'tenant_id' - 'dossier')
                                from route_token t where t.tenant_id = d.tenant_id and t.dossier = d.id) as tokens,
                            (select coalesce(jsonb_agg(jsonb_build_object('in', w.stage, 'from', w.from_at, 'until', w.until_at,
                                    'unanswered', w.unanswered,
                                    'stops', w.stops)
                                    order by w.from_at), '[]')
                                from dossier_wait w
                                where w.tenant_id = d.tenant_id and w.dossier = d.id and w.until_at is not null) as waits,
                            (select a.answers from dossier_answers a where a.tenant_id = d.tenant_id and a.dossier = d.id
                                order by a.version desc limit 1) as answers,
                            last.actor_name as last_actor, last.kind as last_kind, last.recorded_at as last_at,
                            last.effective_at as last_effective,
                            same.actor as same_actor, same.dossier as same_dossier, same.version as same_version
                        from dossier d
                        join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        join dossier_event last
                            on last.tenant_id = d.tenant_id and last.dossier = d.id and last.version = d.version
                        left join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        left join lateral (
                            select e.actor, e.dossier, e.version from dossier_event e
                            where e.tenant_id = d.tenant_id and e.command = :command order by e.ordinal desc limit 1
                        ) same on true
                        where d.tenant_id = :tenant and d.id = :id
                        """)
                .param("command", command)
                .param("tenant", tenant())
                .param("id", id.value())
                .query((row, _) -> loaded(row))
                .optional();
    }

    /** Writes a new dossier; the filing stands already. Of a filing with several, each has its number among them. */
    void add(Change change, Signed signed, Content content, int firstOrdinal) {
        if (write(WriteUnit.INSERT, change, signed, content, firstOrdinal) != 1) {
            throw new IllegalStateException("not written: " + change.after().id());
        }
    }

    /** Writes the change if the dossier still has the version on which it was decided; says whether it did. */
    @Override
    public boolean save(Change change, Signed signed, Content content) {
        return write(WriteUnit.UPDATE, change, signed, content, 0) == 1;
    }

    private int write(String unit, Change change, Signed signed, Content content, int firstOrdinal) {
        var after = change.after();
        var row = ROWS.writeValueAsString(DossierRow.of(after));
        var desk =
                ROWS.writeValueAsString(TokenRow.of(after, after.desk().tokens().all()));
        var answered = change.event(SupplementProvided.class).isPresent()
                || change.event(DossierEvent.WaitEnded.class).isPresent()
                || change.event(DossierEvent.AnsweredAbove.class).isPresent();
        return db.sql(unit)
                .param("tenant", tenant())
                .param("id", after.id().value())
                .param("expected", change.expectedVersion())
                .param("row", row)
                .param("digest", Sha256.of(row + desk))
                .param("signature", ROWS.writeValueAsString(signature(signed, change)))
                .param("events", ROWS.writeValueAsString(events(change, firstOrdinal)))
                .param("tokens", ROWS.writeValueAsString(TokenRow.of(after, change.visits())))
                .param("dues", ROWS.writeValueAsString(dues(change)))
                .param("waits", ROWS.writeValueAsString(waits(change)))
                .param("closes", change.endsAWait())
                .param("answered", answered)
                .param("replaced", ROWS.writeValueAsString(replaced(change)))
                .param("books", ROWS.writeValueAsString(books(change, signed)))
                .param("papers", ROWS.writeValueAsString(content.papers()))
                .param(
                        "answers",
                        ROWS.writeValueAsString(content.answers().stream().toList()))
                .query(Integer.class)
                .single();
    }

    private Signature signature(Signed signed, Change change) {
        var act = signed.act();
        return new Signature(
                act.command(),
                act.by().actor().value(),
                act.by().actorName(),
                signed.as().map(it -> it.id()).map(PositionId::value),
                signed.as().map(it -> it.role()).or(act.by()::actingAs),
                signed.actingFor(),
                act.now(),
                change.at(),
                undo.heldUntil(change, act.now()));
    }

    private static List<EventRow> events(Change change, int firstOrdinal) {
        return IntStream.range(0, change.events().size())
                .mapToObj(i -> {
                    var event = change.events().get(i);
                    return new EventRow(
                            change.expectedVersion() + 1 + i,
                            firstOrdinal + i,
                            EventJson.kind(event),
                            EventJson.SCHEMA_VERSION,
                            EventJson.write(event));
                })
                .toList();
    }

    private static List<BookRow> books(Change change, Signed signed) {
        var year = VietnamTime.dayOf(signed.act().now()).getYear();
        return IntStream.range(0, change.events().size())
                .boxed()
                .flatMap(i -> BookKind.of(change.events().get(i)).stream()
                        .map(it -> new BookRow(change.expectedVersion() + 1 + i, it, year)))
                .toList();
    }

    private static List<ReplacedRow> replaced(Change change) {
        return IntStream.range(0, change.events().size())
                .boxed()
                .flatMap(i -> out(change.events().get(i)).stream()
                        .map(it -> new ReplacedRow(
                                change.expectedVersion() + 1 + i,
                                it.number(),
                                it.file().sha256())))
                .toList();
    }

    /** The result that holds no more after that event, and whose paper is kept all the same. */
    private static Optional<ResultPaper> out(DossierEvent event) {
        if (event instanceof DossierEvent.ResultAmended it) {
            return Optional.of(it.before());
        }
        return event instanceof DossierEvent.ResultRevoked it ? Optional.of(it.paper()) : Optional.empty();
    }

    private static List<DueRow> dues(Change change) {
        return IntStream.range(0, change.events().size())
                .boxed()
                .flatMap(i -> due(change.events().get(i)).stream()
                        .map(it -> new DueRow(
                                change.expectedVersion() + 1 + i,
                                it.at(),
                                it.rule(),
                                it.calendarVersion(),
                                it.provisional(),
                                it.explanation())))
                .toList();
    }

    /** The due moment that the event names, if it names one. */
    static Optional<Due> due(DossierEvent event) {
        return switch (event) {
            case DossierReceived it -> Optional.of(it.due());
            case SupplementProvided it -> it.due();
            case DossierEvent.SupplementLapsed it -> it.due();
            case DossierEvent.WaitEnded it -> it.due();
            case DossierEvent.WaitLapsed it -> it.due();
            case DossierEvent.AnsweredAbove it -> it.due();
            case DossierEvent.DossierPassedOn it -> it.due();
            case DossierEvent.DueExtended it -> Optional.of(it.due());
            case DossierEvent.DueRecomputed it -> Optional.of(it.due());
            case DossierEvent.DossierFiled _,
                    DossierEvent.LateApologised _,
                    DossierEvent.DossierTransferred _,
                    DossierEvent.DossierPassedAcross _,
                    DossierEvent.DossierTurnedAway _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.SupplementRequested _,
                    DossierEvent.SupplementReminded _,
                    DossierEvent.PaymentAwaited _,
                    DossierEvent.AnswerAwaited _,
                    DossierEvent.SentUp _,
                    DossierEvent.SecondSupplementProposed _,
                    DossierEvent.ProposalRefused _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.DossierHalted _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.WithdrawalRefused _,
                    DossierWithdrawn _,
                    DossierEvent.StepClaimed _,
                    DossierEvent.StepReleased _,
                    DossierEvent.StepCompleted _,
                    DossierEvent.StepSentBack _,
                    DossierEvent.DecisionReopened _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _,
                    DossierEvent.StepsMoved _,
                    DossierEvent.StepAssigned _,
                    DossierEvent.DossierResolved _,
                    DossierEvent.ResultIssued _,
                    DossierEvent.ResultHandedOver _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentRefused _,
                    DossierEvent.AmendmentProposed _,
                    DossierEvent.RevocationProposed _,
                    DossierEvent.ResultRevoked _,
                    DossierEvent.ResultAmended _ -> Optional.empty();
        };
    }

    private static List<WaitRow> waits(Change change) {
        if (!change.beginsAWait()) {
            return List.of();
        }
        return switch (change.after().stage()) {
            case Stage.AwaitingSupplement it -> List.of(new WaitRow(it.since(), it.kind(), true));
            case Stage.Waiting it ->
                List.of(new WaitRow(it.since(), it.kind(), it.waitingFor().stops()));
            case Stage.Submitted _,
                    Stage.TurnedAway _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.Resolved _,
                    Stage.HandedOver _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ -> List.of();
        };
    }

    private static Loaded loaded(ResultSet row) throws SQLException {
        var dossier = DossierRow.read(row).dossier(desk(row), ROWS.readValue(row.getString("waits"), WAITS));
        return new Loaded(
                dossier,
                new Loaded.Owner(
                        id(row, "submitter").map(AccountId::new),
                        id(row, "person").map(PersonId::new),
                        id(row, "organisation").map(OrganisationId::new)),
                new Loaded.Last(
                        row.getString("last_actor"),
                        row.getString("last_kind"),
                        DossierRow.moment(row, "last_at").orElseThrow(),
                        DossierRow.moment(row, "last_effective").orElseThrow()),
                repeated(row),
                DossierRow.text(row, "answers").orElse("{}"),
                DossierRow.texts(row, "available"),
                Links.read(row));
    }

    /** The desk from the column {@code tokens} of a query: all rows of {@code route_token} as JSON. */
    static Desk desk(ResultSet row) throws SQLException {
        return TokenRow.desk(ROWS.readValue(row.getString("tokens"), TOKENS));
    }

    private static Optional<Loaded.Repeated> repeated(ResultSet row) throws SQLException {
        var by = id(row, "same_actor");
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Loaded.Repeated(
                        new AccountId(by.get()),
                        new DossierId(id(row, "same_dossier").orElseThrow()),
                        row.getInt("same_version")));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }

    private record Signature(
            UUID command,
            UUID actor,
            String actorName,
            Optional<UUID> position,
            Optional<String> role,
            Optional<UUID> actingFor,
            Instant recordedAt,
            Instant effectiveAt,
            Optional<Instant> heldUntil) {}

    private record EventRow(int version, int ordinal, String kind, int schemaVersion, JsonNode data) {}

    private record BookRow(int version, BookKind kind, int year) {}

    private record DueRow(
            int version, Instant dueAt, String rule, String calendar, boolean provisional, List<Reason> explanation) {}

    private record ReplacedRow(int version, String number, String file) {}

    private record WaitRow(Instant fromAt, StageKind stage, boolean stops) {}
}
