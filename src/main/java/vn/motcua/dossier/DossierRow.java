package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.dossier.Stage.AwaitingSupplement;
import vn.motcua.dossier.Stage.Halted;
import vn.motcua.dossier.Stage.HandedOver;
import vn.motcua.dossier.Stage.InProcess;
import vn.motcua.dossier.Stage.Received;
import vn.motcua.dossier.Stage.Resolved;
import vn.motcua.dossier.Stage.ReturnsTo;
import vn.motcua.dossier.Stage.Submitted;
import vn.motcua.dossier.Stage.TurnedAway;
import vn.motcua.dossier.Stage.Withdrawn;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/** The narrow row of table {@code dossier}, column by column; a stage fills its own columns and leaves the others. */
record DossierRow(
        UUID id,
        int version,
        UUID filing,
        UUID revision,
        String procedure,
        UUID unit,
        Optional<String> place,
        Channel channel,
        Instant filedAt,
        StageKind stage,
        Instant stageSince,
        Optional<String> number,
        Optional<Instant> receivedAt,
        Optional<UUID> receivedBy,
        Optional<Instant> dueAt,
        Optional<String> dueRule,
        Optional<String> dueCalendar,
        Optional<Boolean> dueProvisional,
        Optional<Instant> duePromised,
        Optional<Instant> dueRenewed,
        Optional<SupplementRequest> supplement,
        Optional<String> reason,
        Optional<String> outcome,
        Optional<String> denialReason,
        Optional<Boolean> onTime,
        Optional<String> resultNumber,
        Optional<String> resultFile,
        Optional<HandOver.How> handedHow,
        Optional<String> handedTo,
        List<StageKind> asked,
        Optional<LocalDate> supplementUntil,
        Optional<Proposal> proposal,
        Optional<String> returnedPapers,
        Optional<String> leaveReason,
        Optional<Instant> leaveAskedAt,
        Optional<WaitingFor> waitingFor,
        Optional<LocalDate> waitUntil,
        Optional<String> mistakeReason,
        Optional<Instant> mistakeReportedAt,
        Optional<UUID> cameFrom,
        Optional<String> givenNumber,
        List<UUID> hadBy,
        Optional<Integer> passedAgency,
        Optional<UUID> passedUnit) {

    static final String COLUMNS = """
            d.id, d.version, d.filing, d.revision, d.procedure, d.unit, d.place, d.channel, d.filed_at, d.stage,
            d.stage_since, d.number, d.received_at, d.received_by, d.due_at, d.due_rule, d.due_calendar, d.due_provisional,
            d.due_promised, d.due_renewed, d.supplement, d.reason, d.outcome, d.denial_reason, d.on_time, d.result_number, d.result_file, d.handed_how,
            d.handed_to, d.asked, d.supplement_until, d.proposal, d.returned_papers, d.leave_reason, d.leave_asked_at,
            d.waiting_for, d.wait_until, d.mistake_reason, d.mistake_reported_at,
            d.came_from, d.given_number, d.had_by, d.passed_agency, d.passed_unit""";

    static DossierRow of(Dossier dossier) {
        var filed = dossier.filed();
        var stage = dossier.stage();
        var reception = stage.received();
        var due = reception.map(Reception::due);
        var decided = decided(stage);
        var handedOver = stage instanceof HandedOver it ? Optional.of(it.handOver()) : Optional.<HandOver>empty();
        return new DossierRow(
                dossier.id().value(),
                dossier.version(),
                filed.filing().value(),
                filed.revision().value(),
                filed.procedure(),
                filed.unit().value(),
                filed.place(),
                filed.channel(),
                filed.at(),
                stage.kind(),
                stage.since(),
                reception.map(it -> it.number().value()),
                reception.map(Reception::at),
                reception.map(it -> it.by().value()),
                due.map(DueMoment::at),
                due.map(DueMoment::rule),
                due.map(DueMoment::calendarVersion),
                due.map(DueMoment::provisional),
                reception.flatMap(Reception::promised),
                reception.flatMap(Reception::renewed),
                stage instanceof AwaitingSupplement it ? Optional.of(it.request()) : Optional.empty(),
                reason(stage),
                decided.map(it -> it.outcome() instanceof Outcome.Granted ? "GRANTED" : "DENIED"),
                decided.flatMap(
                        it -> it.outcome() instanceof Outcome.Denied(var why) ? Optional.of(why) : Optional.empty()),
                decided.map(Decided::onTime),
                decided.flatMap(Decided::result).map(ResultPaper::number),
                decided.flatMap(Decided::result).map(it -> it.file().sha256()),
                handedOver.map(HandOver::how),
                handedOver.map(HandOver::toWhom),
                dossier.asked(),
                stage instanceof AwaitingSupplement it ? it.request().until() : Optional.empty(),
                dossier.proposal(),
                stage instanceof Halted it ? Optional.of(it.returned()) : Optional.empty(),
                dossier.leaving().map(LeaveRequest::reason),
                dossier.leaving().map(LeaveRequest::at),
                stage instanceof Stage.Waiting it ? Optional.of(it.waitingFor()) : Optional.empty(),
                stage instanceof Stage.Waiting it ? it.waitingFor().lapsesAfter() : Optional.empty(),
                dossier.mistake().map(MistakeReport::reason),
                dossier.mistake().map(MistakeReport::at),
                dossier.came().map(it -> it.from().value()),
                dossier.came().flatMap(Came::number).map(DossierNumber::value),
                dossier.had().stream().map(UnitId::value).toList(),
                stage instanceof Stage.PassedAcross it ? Optional.of(it.agency().value()) : Optional.empty(),
                stage instanceof Stage.PassedAcross it ? Optional.of(it.to().value()) : Optional.empty());
    }

    /** The row and what stands in the tables beside it, as a dossier again. */
    Dossier dossier(Desk desk, List<Wait> waits) {
        var filed = new Dossier.Filed(
                new FilingId(filing), new RevisionId(revision), procedure, new UnitId(unit), place, channel, filedAt);
        return new Dossier(
                new DossierId(id),
                version,
                filed,
                stageAgain(),
                desk,
                asked,
                waits,
                proposal,
                leaveReason.map(it -> new LeaveRequest(it, leaveAskedAt.orElseThrow())),
                mistakeReason.map(it -> new MistakeReport(it, mistakeReportedAt.orElseThrow())),
                cameFrom.map(it -> new Came(new UnitId(it), givenNumber.map(DossierNumber::new))),
                hadBy.stream().map(UnitId::new).toList());
    }

    static DossierRow read(ResultSet row) throws SQLException {
        return new DossierRow(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("filing", UUID.class),
                row.getObject("revision", UUID.class),
                row.getString("procedure"),
                row.getObject("unit", UUID.class),
                text(row, "place"),
                Channel.valueOf(row.getString("channel")),
                moment(row, "filed_at").orElseThrow(),
                StageKind.valueOf(row.getString("stage")),
                moment(row, "stage_since").orElseThrow(),
                text(row, "number"),
                moment(row, "received_at"),
                Optional.ofNullable(row.getObject("received_by", UUID.class)),
                moment(row, "due_at"),
                text(row, "due_rule"),
                text(row, "due_calendar"),
                Optional.ofNullable(row.getObject("due_provisional", Boolean.class)),
                moment(row, "due_promised"),
                moment(row, "due_renewed"),
                text(row, "supplement").map(it -> EventJson.MAPPER.readValue(it, SupplementRequest.class)),
                text(row, "reason"),
                text(row, "outcome"),
                text(row, "denial_reason"),
                Optional.ofNullable(row.getObject("on_time", Boolean.class)),
                text(row, "result_number"),
                text(row, "result_file"),
                text(row, "handed_how").map(HandOver.How::valueOf),
                text(row, "handed_to"),
                kinds(row),
                Optional.ofNullable(row.getObject("supplement_until", LocalDate.class)),
                text(row, "proposal").map(it -> EventJson.MAPPER.readValue(it, Proposal.class)),
                text(row, "returned_papers"),
                text(row, "leave_reason"),
                moment(row, "leave_asked_at"),
                text(row, "waiting_for").map(it -> EventJson.MAPPER.readValue(it, WaitingFor.class)),
                Optional.ofNullable(row.getObject("wait_until", LocalDate.class)),
                text(row, "mistake_reason"),
                moment(row, "mistake_reported_at"),
                Optional.ofNullable(row.getObject("came_from", UUID.class)),
                text(row, "given_number"),
                List.of((UUID[]) row.getArray("had_by").getArray()),
                Optional.ofNullable(row.getObject("passed_agency", Integer.class)),
                Optional.ofNullable(row.getObject("passed_unit", UUID.class)));
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static List<StageKind> kinds(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("asked").getArray())
                .map(StageKind::valueOf)
                .toList();
    }

    private Stage stageAgain() {
        return switch (stage) {
            case SUBMITTED -> new Submitted(stageSince);
            case TURNED_AWAY -> new TurnedAway(stageSince, reason.orElseThrow());
            case WITHDRAWN -> new Withdrawn(stageSince, reason.orElseThrow(), number.map(_ -> reception()));
            case HALTED -> new Halted(stageSince, reception(), reason.orElseThrow(), returnedPapers.orElseThrow());
            case PASSED_ACROSS ->
                new Stage.PassedAcross(
                        stageSince,
                        reception(),
                        reason.orElseThrow(),
                        new TenantId(passedAgency.orElseThrow()),
                        new UnitId(passedUnit.orElseThrow()));
            case SUPPLEMENT_AT_INTAKE ->
                new AwaitingSupplement(stageSince, supplement.orElseThrow(), new ReturnsTo.ToIntake());
            case RECEIVED -> new Received(stageSince, reception());
            case IN_PROCESS -> new InProcess(stageSince, reception());
            case SUPPLEMENT_IN_PROCESS ->
                new AwaitingSupplement(stageSince, supplement.orElseThrow(), new ReturnsTo.ToProcess(reception()));
            case AWAITING_PAYMENT, AWAITING_ANSWER ->
                new Stage.Waiting(stageSince, reception(), waitingFor.orElseThrow());
            case RESOLVED -> new Resolved(stageSince, reception(), outcomeAgain(), onTime.orElseThrow(), result());
            case HANDED_OVER ->
                new HandedOver(
                        stageSince,
                        reception(),
                        outcomeAgain(),
                        onTime.orElseThrow(),
                        result(),
                        new HandOver(handedHow.orElseThrow(), handedTo.orElseThrow()));
        };
    }

    private Reception reception() {
        return new Reception(
                new DossierNumber(number.orElseThrow()),
                receivedAt.orElseThrow(),
                new DueMoment(
                        dueAt.orElseThrow(),
                        dueRule.orElseThrow(),
                        dueCalendar.orElseThrow(),
                        dueProvisional.orElseThrow()),
                new OfficerId(receivedBy.orElseThrow()),
                duePromised,
                dueRenewed);
    }

    private Outcome outcomeAgain() {
        return outcome.orElseThrow().equals("GRANTED")
                ? new Outcome.Granted()
                : new Outcome.Denied(denialReason.orElseThrow());
    }

    private Optional<ResultPaper> result() {
        return resultFile.map(it -> new ResultPaper(resultNumber.orElseThrow(), FileId.of(it)));
    }

    private static Optional<String> reason(Stage stage) {
        return switch (stage) {
            case TurnedAway it -> Optional.of(it.reason());
            case Withdrawn it -> Optional.of(it.reason());
            case Halted it -> Optional.of(it.reason());
            case Stage.PassedAcross it -> Optional.of(it.reason());
            case Submitted _,
                    Received _,
                    InProcess _,
                    AwaitingSupplement _,
                    Stage.Waiting _,
                    Resolved _,
                    HandedOver _ -> Optional.empty();
        };
    }

    private static Optional<Decided> decided(Stage stage) {
        return switch (stage) {
            case Resolved it -> Optional.of(new Decided(it.outcome(), it.onTime(), it.result()));
            case HandedOver it -> Optional.of(new Decided(it.outcome(), it.onTime(), it.result()));
            case Submitted _,
                    TurnedAway _,
                    Received _,
                    InProcess _,
                    AwaitingSupplement _,
                    Stage.Waiting _,
                    Withdrawn _,
                    Stage.PassedAcross _,
                    Halted _ -> Optional.empty();
        };
    }

    private record Decided(Outcome outcome, boolean onTime, Optional<ResultPaper> result) {}
}
