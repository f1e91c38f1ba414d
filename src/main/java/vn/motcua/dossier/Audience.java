package vn.motcua.dossier;

import vn.motcua.dossier.DossierEvent.AmendmentProposed;
import vn.motcua.dossier.DossierEvent.AmendmentRefused;
import vn.motcua.dossier.DossierEvent.AnswerAwaited;
import vn.motcua.dossier.DossierEvent.AnsweredAbove;
import vn.motcua.dossier.DossierEvent.DossierFiled;
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

/** Who hears of an event. */
final class Audience {

    private Audience() {}

    /** Whether the applicant does; who took which step from which tray does not concern them. */
    static boolean isApplicant(DossierEvent event) {
        return switch (event) {
            case DossierFiled _,
                    DossierTurnedAway _,
                    DossierTransferred _,
                    DossierPassedOn _,
                    DossierPassedAcross _,
                    DossierReceived _,
                    DossierForwarded _,
                    DueExtended _,
                    LateApologised _,
                    SupplementRequested _,
                    SupplementProvided _,
                    SupplementReminded _,
                    SupplementLapsed _,
                    PaymentAwaited _,
                    AnswerAwaited _,
                    SentUp _,
                    AnsweredAbove _,
                    WaitEnded _,
                    WaitLapsed _,
                    WithdrawalAsked _,
                    WithdrawalRefused _,
                    DossierWithdrawn _,
                    DossierHalted _,
                    DossierResolved _,
                    DossierEvent.DecisionReopened _,
                    ResultIssued _,
                    ResultHandedOver _,
                    MistakeReported _,
                    AmendmentRefused _,
                    ResultAmended _,
                    ResultRevoked _,
                    StepsMoved _,
                    DueRecomputed _ -> true;
            case StepCompleted it -> it.letter().isPresent();
            case StepClaimed _,
                    StepReleased _,
                    StepSentBack _,
                    StepAssigned _,
                    SecondSupplementProposed _,
                    HaltProposed _,
                    AmendmentProposed _,
                    RevocationProposed _,
                    StepUndone _,
                    StageUndone _,
                    ProposalRefused _ -> false;
        };
    }
}
