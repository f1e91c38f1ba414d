package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.AnswerAwaited;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.HaltProposed;
import vn.motcua.dossier.DossierEvent.PaymentAwaited;
import vn.motcua.dossier.DossierEvent.ProposalRefused;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.SecondSupplementProposed;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.dossier.DossierEvent.SupplementLapsed;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementReminded;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.dossier.DossierEvent.WaitEnded;
import vn.motcua.dossier.DossierEvent.WaitLapsed;
import vn.motcua.dossier.DossierEvent.WithdrawalAsked;
import vn.motcua.dossier.DossierEvent.WithdrawalRefused;
import vn.motcua.dossier.Stage.AwaitingSupplement;
import vn.motcua.dossier.Stage.Halted;
import vn.motcua.dossier.Stage.InProcess;
import vn.motcua.dossier.Stage.Received;
import vn.motcua.dossier.Stage.Resolved;
import vn.motcua.dossier.Stage.ReturnsTo;
import vn.motcua.dossier.Stage.Submitted;
import vn.motcua.dossier.Stage.TurnedAway;
import vn.motcua.dossier.Stage.Waiting;
import vn.motcua.dossier.Stage.Withdrawn;
import vn.motcua.organization.UnitId;

/** What one event makes of a dossier: the same when it happens and whenever the history is read again. */
final class Fold {

    private final Dossier before;
    private final Instant at;

    private Fold(Dossier before, Instant at) {
        this.before = before;
        this.at = at;
    }

    /** The dossier after it; refused when the graph has no such way. */
    static Dossier of(Dossier before, DossierEvent event, Instant at) {
        var kind = StageGraph.after(before.stage().kind(), event.getClass());
        var fold = new Fold(before, at);
        var next = fold.staged(event);
        if (next.kind() != kind) {
            throw new IllegalStateException(event + " led to " + next.kind() + ", the graph says " + kind);
        }
        return new Dossier(
                before.id(),
                before.version() + 1,
                switch (event) {
                    case DossierEvent.DossierTransferred it -> before.filed().at(it.to());
                    case DossierEvent.DossierPassedOn it -> before.filed().at(it.to());
                    case DossierEvent _ -> before.filed();
                },
                next,
                event.desked().orElse(before.desk()),
                fold.asked(event, next),
                fold.waits(event, next),
                fold.proposal(event),
                fold.leaving(event, next),
                fold.mistake(event),
                fold.came(event),
                fold.had(event));
    }

    private Stage staged(DossierEvent event) {
        var stage = before.stage();
        return switch (event) {
            case DossierFiled _ -> throw new IllegalStateException("filed twice: " + before.id());
            case DossierTurnedAway it -> new TurnedAway(at, it.reason());
            case DossierReceived it ->
                new Received(at, new Reception(it.number(), at, DueMoment.of(it.due()), it.by()));
            case DossierForwarded _, DossierEvent.DecisionReopened _ -> new InProcess(at, reception());
            case DossierEvent.DossierPassedOn it ->
                new Received(
                        at,
                        it.due()
                                .map(due -> reception().from(at, DueMoment.of(due)))
                                .orElseGet(this::reception));
            case DossierEvent.DossierPassedAcross it ->
                new Stage.PassedAcross(at, reception(), it.reason(), it.agency(), it.to());
            case DueExtended it -> running(reception().extended(DueMoment.of(it.due())));
            case DossierEvent.LateApologised it -> running(reception().apologised(it.renewed()));
            case SupplementRequested it -> new AwaitingSupplement(at, it.request(), returnsTo());
            case SupplementProvided it -> back(it.due());
            case SupplementLapsed it -> back(it.due());
            case DossierWithdrawn it -> new Withdrawn(at, it.reason(), stage.received());
            case DossierHalted it -> new Halted(at, reception(), it.reason(), it.returned());
            case PaymentAwaited it -> new Waiting(at, reception(), it.waitingFor());
            case AnswerAwaited it -> new Waiting(at, reception(), it.waitingFor());
            case DossierEvent.SentUp it -> new Waiting(at, reception(), it.waitingFor());
            case DossierEvent.AnsweredAbove it -> back(it.due());
            case WaitEnded it -> back(it.due());
            case WaitLapsed it -> back(it.due());
            case DueRecomputed it -> running(reception().due(DueMoment.of(it.due())));
            case StepClaimed _,
                    StepReleased _,
                    StepCompleted _,
                    StepSentBack _,
                    DossierEvent.StepUndone _,
                    StepAssigned _,
                    StepsMoved _,
                    SupplementReminded _,
                    DossierEvent.DossierTransferred _,
                    SecondSupplementProposed _,
                    HaltProposed _,
                    ProposalRefused _,
                    WithdrawalAsked _,
                    WithdrawalRefused _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentRefused _,
                    DossierEvent.AmendmentProposed _,
                    DossierEvent.RevocationProposed _ -> stage;
            case DossierEvent.ResultRevoked _ -> ((Stage.HandedOver) stage).revoked();
            case DossierEvent.ResultAmended it ->
                stage instanceof Stage.HandedOver over
                        ? over.amended(it.paper())
                        : ((Resolved) stage).issued(it.paper());
            case DossierEvent.StageUndone it -> again(it);
            case DossierResolved it ->
                new Resolved(at, reception(), it.outcome(), reception().due().includes(at), Optional.empty());
            case ResultIssued it -> ((Resolved) stage).issued(it.result());
            case ResultHandedOver it -> ((Resolved) stage).handedOver(at, it.handOver());
        };
    }

    /** The same stage with another due moment, or another date. */
    private Stage running(Reception reception) {
        var since = before.stage().since();
        return switch (before.stage()) {
            case Received _ -> new Received(since, reception);
            case Waiting it -> it.due(reception);
            case InProcess _,
                    Submitted _,
                    TurnedAway _,
                    AwaitingSupplement _,
                    Resolved _,
                    Stage.HandedOver _,
                    Withdrawn _,
                    Stage.PassedAcross _,
                    Halted _ -> new InProcess(since, reception);
        };
    }

    /** Where it stood before what is taken back. */
    private Stage again(DossierEvent.StageUndone undone) {
        return switch (before.stage()) {
            case TurnedAway _ -> new Submitted(undone.since());
            case Resolved it -> new InProcess(undone.since(), it.reception());
            case Stage.HandedOver it ->
                new Resolved(undone.since(), it.reception(), it.outcome(), it.onTime(), it.result());
            case Submitted _,
                    Received _,
                    InProcess _,
                    AwaitingSupplement _,
                    Waiting _,
                    Withdrawn _,
                    Stage.PassedAcross _,
                    Halted _ -> throw new IllegalStateException("nothing to undo: " + before.id());
        };
    }

    /** Back to where it came from; in process perhaps with another due moment. */
    private Stage back(Optional<Due> due) {
        return before.stage()
                .received()
                .<Stage>map(it ->
                        new InProcess(at, due.map(DueMoment::of).map(it::due).orElse(it)))
                .orElseGet(() -> new Submitted(at));
    }

    private List<StageKind> asked(DossierEvent event, Stage next) {
        return event instanceof SupplementRequested
                ? Stream.concat(before.asked().stream(), Stream.of(next.kind())).toList()
                : before.asked();
    }

    /** A wait is over when the dossier leaves the stage of waiting. */
    private List<Wait> waits(DossierEvent event, Stage next) {
        var stops = switch (before.stage()) {
            case AwaitingSupplement _ -> Optional.of(true);
            case Waiting it -> Optional.of(it.waitingFor().stops());
            case Submitted _,
                    TurnedAway _,
                    Received _,
                    InProcess _,
                    Resolved _,
                    Stage.HandedOver _,
                    Withdrawn _,
                    Stage.PassedAcross _,
                    Halted _ -> Optional.<Boolean>empty();
        };
        var kind = before.stage().kind();
        if (stops.isEmpty() || next.kind() == kind) {
            return before.waits();
        }
        var answered = event instanceof SupplementProvided
                || event instanceof WaitEnded
                || event instanceof DossierEvent.AnsweredAbove;
        var longer = new ArrayList<>(before.waits());
        longer.add(new Wait(kind, before.stage().since(), at, !answered, stops.get()));
        return longer;
    }

    /** What was proposed is over when a leader has answered it, or when the dossier has ended or is decided anyway. */
    private Optional<Proposal> proposal(DossierEvent event) {
        return switch (event) {
            case SecondSupplementProposed it ->
                Optional.of(new Proposal.SecondSupplement(it.step(), it.by(), it.lines(), it.reason()));
            case HaltProposed it -> Optional.of(new Proposal.Halt(it.step(), it.by(), it.reason(), it.returned()));
            case DossierEvent.AmendmentProposed it ->
                Optional.of(new Proposal.Amendment(it.by(), it.reason(), it.corrected(), it.paper()));
            case DossierEvent.RevocationProposed it -> Optional.of(new Proposal.Revocation(it.by(), it.revocation()));
            case DossierEvent.StageUndone it -> it.proposal();
            case SupplementRequested _,
                    DossierEvent.DossierTransferred _,
                    DossierEvent.DossierPassedOn _,
                    DossierEvent.DossierPassedAcross _,
                    DossierEvent.ResultAmended _,
                    DossierEvent.ResultRevoked _,
                    DossierHalted _,
                    ProposalRefused _,
                    DossierTurnedAway _,
                    DossierReceived _,
                    DossierWithdrawn _,
                    DossierResolved _ -> Optional.empty();
            case DossierFiled _,
                    DossierForwarded _,
                    DueExtended _,
                    DossierEvent.LateApologised _,
                    DueRecomputed _,
                    SupplementProvided _,
                    SupplementLapsed _,
                    SupplementReminded _,
                    PaymentAwaited _,
                    AnswerAwaited _,
                    DossierEvent.SentUp _,
                    DossierEvent.AnsweredAbove _,
                    WaitEnded _,
                    WaitLapsed _,
                    WithdrawalAsked _,
                    WithdrawalRefused _,
                    StepClaimed _,
                    StepReleased _,
                    StepCompleted _,
                    DossierEvent.DecisionReopened _,
                    StepSentBack _,
                    DossierEvent.StepUndone _,
                    StepAssigned _,
                    StepsMoved _,
                    ResultIssued _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentRefused _,
                    ResultHandedOver _ -> before.proposal();
        };
    }

    /** What the applicant asked for is over when it is answered, and when the dossier has ended. */
    private Optional<LeaveRequest> leaving(DossierEvent event, Stage next) {
        if (event instanceof WithdrawalAsked it) {
            return Optional.of(new LeaveRequest(it.reason(), at));
        }
        var over = event instanceof WithdrawalRefused
                || next instanceof Withdrawn
                || next instanceof Halted
                || next instanceof Stage.PassedAcross;
        return over ? Optional.empty() : before.leaving();
    }

    private Optional<MistakeReport> mistake(DossierEvent event) {
        if (event instanceof DossierEvent.MistakeReported it) {
            return Optional.of(new MistakeReport(it.reason(), at));
        }
        var over = event instanceof DossierEvent.AmendmentRefused
                || event instanceof DossierEvent.ResultAmended
                || event instanceof DossierEvent.ResultRevoked;
        return over ? Optional.empty() : before.mistake();
    }

    /** A number once given stays, also when it is sent on again. */
    private Optional<Came> came(DossierEvent event) {
        var given = before.came().flatMap(Came::number);
        return switch (event) {
            case DossierEvent.DossierTransferred it ->
                Optional.of(new Came(it.from(), it.number().or(() -> given)));
            case DossierEvent.DossierPassedOn it -> Optional.of(new Came(it.from(), given));
            case DossierEvent _ -> before.came();
        };
    }

    /** Who had it, or was asked from below, is not forgotten. */
    private List<UnitId> had(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierTransferred it -> had(Stream.of(it.from()));
            case DossierEvent.DossierPassedOn it ->
                had(Stream.of(
                                Stream.of(it.from()),
                                before.desk().finished().stream().map(Desk.Finished::unit),
                                before.desk().seats().stream().map(Desk.Seat::unit))
                        .flatMap(units -> units));
            case DossierEvent.SentUp it -> had(it.waitingFor().above().stream().map(Elsewhere::unit));
            case DossierEvent _ -> before.had();
        };
    }

    private List<UnitId> had(Stream<UnitId> more) {
        return Stream.concat(before.had().stream(), more).distinct().toList();
    }

    private ReturnsTo returnsTo() {
        return before.stage()
                .received()
                .<ReturnsTo>map(ReturnsTo.ToProcess::new)
                .orElseGet(ReturnsTo.ToIntake::new);
    }

    private Reception reception() {
        return before.reception();
    }
}
