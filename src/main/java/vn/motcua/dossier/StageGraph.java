package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;
import static vn.motcua.dossier.StageKind.AWAITING_ANSWER;
import static vn.motcua.dossier.StageKind.AWAITING_PAYMENT;
import static vn.motcua.dossier.StageKind.HALTED;
import static vn.motcua.dossier.StageKind.HANDED_OVER;
import static vn.motcua.dossier.StageKind.IN_PROCESS;
import static vn.motcua.dossier.StageKind.PASSED_ACROSS;
import static vn.motcua.dossier.StageKind.RECEIVED;
import static vn.motcua.dossier.StageKind.RESOLVED;
import static vn.motcua.dossier.StageKind.SUBMITTED;
import static vn.motcua.dossier.StageKind.SUPPLEMENT_AT_INTAKE;
import static vn.motcua.dossier.StageKind.SUPPLEMENT_IN_PROCESS;
import static vn.motcua.dossier.StageKind.TURNED_AWAY;
import static vn.motcua.dossier.StageKind.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.DossierEvent.AmendmentProposed;
import vn.motcua.dossier.DossierEvent.AmendmentRefused;
import vn.motcua.dossier.DossierEvent.AnswerAwaited;
import vn.motcua.dossier.DossierEvent.AnsweredAbove;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierEvent.DossierPassedAcross;
import vn.motcua.dossier.DossierEvent.DossierPassedOn;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTransferred;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.HaltProposed;
import vn.motcua.dossier.DossierEvent.LateApologised;
import vn.motcua.dossier.DossierEvent.MistakeReported;
import vn.motcua.dossier.DossierEvent.PaymentAwaited;
import vn.motcua.dossier.DossierEvent.ProposalRefused;
import vn.motcua.dossier.DossierEvent.ResultAmended;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.ResultRevoked;
import vn.motcua.dossier.DossierEvent.RevocationProposed;
import vn.motcua.dossier.DossierEvent.SecondSupplementProposed;
import vn.motcua.dossier.DossierEvent.SentUp;
import vn.motcua.dossier.DossierEvent.StageUndone;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.DossierEvent.StepUndone;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.dossier.DossierEvent.SupplementLapsed;
import vn.motcua.dossier.DossierEvent.SupplementProvided;
import vn.motcua.dossier.DossierEvent.SupplementReminded;
import vn.motcua.dossier.DossierEvent.SupplementRequested;
import vn.motcua.dossier.DossierEvent.WaitEnded;
import vn.motcua.dossier.DossierEvent.WaitLapsed;
import vn.motcua.dossier.DossierEvent.WithdrawalAsked;
import vn.motcua.dossier.DossierEvent.WithdrawalRefused;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Every way that a dossier can go, and the only place that says so. The picture of it in {@code docs/generated} is
 * drawn from these lines by a test.
 */
final class StageGraph {

    /** From a stage, because of an event, to a stage. */
    record Way(StageKind from, Class<? extends DossierEvent> event, StageKind to) {}

    static final List<Way> WAYS = List.of(
            new Way(SUBMITTED, DossierReceived.class, RECEIVED),
            new Way(SUBMITTED, DossierTurnedAway.class, TURNED_AWAY),
            new Way(SUBMITTED, DossierTransferred.class, SUBMITTED),
            new Way(SUBMITTED, SupplementRequested.class, SUPPLEMENT_AT_INTAKE),
            new Way(SUBMITTED, SecondSupplementProposed.class, SUBMITTED),
            new Way(SUBMITTED, ProposalRefused.class, SUBMITTED),
            new Way(SUBMITTED, DossierWithdrawn.class, WITHDRAWN),
            new Way(SUBMITTED, StepClaimed.class, SUBMITTED),
            new Way(SUBMITTED, StepReleased.class, SUBMITTED),
            new Way(SUBMITTED, StepAssigned.class, SUBMITTED),
            new Way(SUBMITTED, StepsMoved.class, SUBMITTED),
            new Way(SUPPLEMENT_AT_INTAKE, SupplementProvided.class, SUBMITTED),
            new Way(SUPPLEMENT_AT_INTAKE, SupplementReminded.class, SUPPLEMENT_AT_INTAKE),
            new Way(SUPPLEMENT_AT_INTAKE, SupplementLapsed.class, SUBMITTED),
            new Way(SUPPLEMENT_AT_INTAKE, DossierWithdrawn.class, WITHDRAWN),
            new Way(SUPPLEMENT_AT_INTAKE, StepAssigned.class, SUPPLEMENT_AT_INTAKE),
            new Way(SUPPLEMENT_AT_INTAKE, StepsMoved.class, SUPPLEMENT_AT_INTAKE),
            new Way(RECEIVED, DossierForwarded.class, IN_PROCESS),
            new Way(RECEIVED, DossierPassedOn.class, RECEIVED),
            new Way(RECEIVED, DossierPassedAcross.class, PASSED_ACROSS),
            new Way(RECEIVED, WithdrawalAsked.class, RECEIVED),
            new Way(RECEIVED, WithdrawalRefused.class, RECEIVED),
            new Way(RECEIVED, DossierWithdrawn.class, WITHDRAWN),
            new Way(RECEIVED, StepAssigned.class, RECEIVED),
            new Way(RECEIVED, StepsMoved.class, RECEIVED),
            new Way(RECEIVED, DueRecomputed.class, RECEIVED),
            new Way(IN_PROCESS, StepClaimed.class, IN_PROCESS),
            new Way(IN_PROCESS, DossierPassedOn.class, RECEIVED),
            new Way(IN_PROCESS, DossierPassedAcross.class, PASSED_ACROSS),
            new Way(IN_PROCESS, StepReleased.class, IN_PROCESS),
            new Way(IN_PROCESS, StepCompleted.class, IN_PROCESS),
            new Way(IN_PROCESS, StepSentBack.class, IN_PROCESS),
            new Way(IN_PROCESS, StepAssigned.class, IN_PROCESS),
            new Way(IN_PROCESS, StepsMoved.class, IN_PROCESS),
            new Way(IN_PROCESS, DueExtended.class, IN_PROCESS),
            new Way(IN_PROCESS, LateApologised.class, IN_PROCESS),
            new Way(IN_PROCESS, DueRecomputed.class, IN_PROCESS),
            new Way(IN_PROCESS, SupplementRequested.class, SUPPLEMENT_IN_PROCESS),
            new Way(IN_PROCESS, SecondSupplementProposed.class, IN_PROCESS),
            new Way(IN_PROCESS, HaltProposed.class, IN_PROCESS),
            new Way(IN_PROCESS, ProposalRefused.class, IN_PROCESS),
            new Way(IN_PROCESS, WithdrawalAsked.class, IN_PROCESS),
            new Way(IN_PROCESS, WithdrawalRefused.class, IN_PROCESS),
            new Way(IN_PROCESS, DossierWithdrawn.class, WITHDRAWN),
            new Way(IN_PROCESS, DossierHalted.class, HALTED),
            new Way(IN_PROCESS, DossierResolved.class, RESOLVED),
            new Way(SUPPLEMENT_IN_PROCESS, SupplementProvided.class, IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, SupplementReminded.class, SUPPLEMENT_IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, SupplementLapsed.class, IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, WithdrawalAsked.class, SUPPLEMENT_IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, WithdrawalRefused.class, SUPPLEMENT_IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, DossierWithdrawn.class, WITHDRAWN),
            new Way(SUPPLEMENT_IN_PROCESS, StepAssigned.class, SUPPLEMENT_IN_PROCESS),
            new Way(SUPPLEMENT_IN_PROCESS, StepsMoved.class, SUPPLEMENT_IN_PROCESS),
            new Way(IN_PROCESS, PaymentAwaited.class, AWAITING_PAYMENT),
            new Way(AWAITING_PAYMENT, WaitEnded.class, IN_PROCESS),
            new Way(AWAITING_PAYMENT, WaitLapsed.class, IN_PROCESS),
            new Way(AWAITING_PAYMENT, DueRecomputed.class, AWAITING_PAYMENT),
            new Way(AWAITING_PAYMENT, WithdrawalAsked.class, AWAITING_PAYMENT),
            new Way(AWAITING_PAYMENT, WithdrawalRefused.class, AWAITING_PAYMENT),
            new Way(AWAITING_PAYMENT, DossierWithdrawn.class, WITHDRAWN),
            new Way(AWAITING_PAYMENT, StepAssigned.class, AWAITING_PAYMENT),
            new Way(AWAITING_PAYMENT, StepsMoved.class, AWAITING_PAYMENT),
            new Way(IN_PROCESS, AnswerAwaited.class, AWAITING_ANSWER),
            new Way(IN_PROCESS, SentUp.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, AnsweredAbove.class, IN_PROCESS),
            new Way(AWAITING_ANSWER, WaitEnded.class, IN_PROCESS),
            new Way(AWAITING_ANSWER, WaitLapsed.class, IN_PROCESS),
            new Way(AWAITING_ANSWER, StepClaimed.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, StepReleased.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, StepCompleted.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, StepUndone.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, DueExtended.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, LateApologised.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, DueRecomputed.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, WithdrawalAsked.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, WithdrawalRefused.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, DossierWithdrawn.class, WITHDRAWN),
            new Way(AWAITING_ANSWER, StepAssigned.class, AWAITING_ANSWER),
            new Way(AWAITING_ANSWER, StepsMoved.class, AWAITING_ANSWER),
            new Way(RESOLVED, StepClaimed.class, RESOLVED),
            new Way(RESOLVED, StepReleased.class, RESOLVED),
            new Way(RESOLVED, StepCompleted.class, RESOLVED),
            new Way(RESOLVED, StepAssigned.class, RESOLVED),
            new Way(RESOLVED, StepsMoved.class, RESOLVED),
            new Way(RESOLVED, ResultIssued.class, RESOLVED),
            new Way(RESOLVED, MistakeReported.class, RESOLVED),
            new Way(RESOLVED, AmendmentRefused.class, RESOLVED),
            new Way(RESOLVED, AmendmentProposed.class, RESOLVED),
            new Way(RESOLVED, ProposalRefused.class, RESOLVED),
            new Way(RESOLVED, ResultAmended.class, RESOLVED),
            new Way(RESOLVED, ResultHandedOver.class, HANDED_OVER),
            new Way(RESOLVED, DossierEvent.DecisionReopened.class, IN_PROCESS),
            new Way(IN_PROCESS, StepUndone.class, IN_PROCESS),
            new Way(RESOLVED, StepUndone.class, RESOLVED),
            new Way(TURNED_AWAY, StageUndone.class, SUBMITTED),
            new Way(RESOLVED, StageUndone.class, IN_PROCESS),
            new Way(HANDED_OVER, StageUndone.class, RESOLVED),
            new Way(HANDED_OVER, MistakeReported.class, HANDED_OVER),
            new Way(HANDED_OVER, AmendmentRefused.class, HANDED_OVER),
            new Way(HANDED_OVER, AmendmentProposed.class, HANDED_OVER),
            new Way(HANDED_OVER, ProposalRefused.class, HANDED_OVER),
            new Way(HANDED_OVER, ResultAmended.class, HANDED_OVER),
            new Way(HANDED_OVER, RevocationProposed.class, HANDED_OVER),
            new Way(HANDED_OVER, ResultRevoked.class, HANDED_OVER));

    private StageGraph() {}

    /** Where the event leads from there; refused with {@code WRONG_STAGE} when no line of the graph says. */
    static StageKind after(StageKind from, Class<? extends DossierEvent> event) {
        return find(from, event).orElseThrow(() -> new Refused(WRONG_STAGE, Phrase.of("dossier.stage." + from)));
    }

    /** The same for one step: while an answer is waited for at one, the others of a route with branches go on. */
    static void permit(Stage stage, String step, Class<? extends DossierEvent> event) {
        after(stage.kind(), event);
        if (stage instanceof Stage.Waiting it && it.waitingFor().holds(step)) {
            throw new Refused(WRONG_STAGE, Phrase.of("dossier.stage." + stage.kind()));
        }
    }

    /** Whether the event is possible there. */
    static boolean permits(StageKind from, Class<? extends DossierEvent> event) {
        return find(from, event).isPresent();
    }

    private static Optional<StageKind> find(StageKind from, Class<? extends DossierEvent> event) {
        return WAYS.stream()
                .filter(it -> it.from() == from && it.event() == event)
                .map(Way::to)
                .findFirst();
    }
}
