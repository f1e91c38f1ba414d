package vn.motcua.dossier;

import java.util.Optional;

/**
 * A book that a unit keeps by the year (Thông tư 01/2018/TT-VPCP, Điều 10): what is written out of it is numbered
 * from 01 without a gap. The names are stored.
 */
public enum BookKind {
    /** Sổ theo dõi hồ sơ: what was received. */
    RECEPTION,
    /** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, Mẫu 02. */
    SUPPLEMENT,
    /** Phiếu từ chối tiếp nhận giải quyết hồ sơ, Mẫu 03. */
    TURN_AWAY,
    /** Văn bản xin lỗi, Mẫu 04. */
    APOLOGY,
    /** Thông báo dừng giải quyết hồ sơ, Mẫu 05. */
    HALT;

    /** The book in which an event is entered; most are entered in none. */
    static Optional<BookKind> of(DossierEvent event) {
        return switch (event) {
            case DossierEvent.DossierReceived _, DossierEvent.DossierPassedOn _ -> Optional.of(RECEPTION);
            case DossierEvent.SupplementRequested _ -> Optional.of(SUPPLEMENT);
            case DossierEvent.DossierTurnedAway _ -> Optional.of(TURN_AWAY);
            case DossierEvent.DueExtended _, DossierEvent.LateApologised _ -> Optional.of(APOLOGY);
            case DossierEvent.DossierHalted _ -> Optional.of(HALT);
            case DossierEvent.DossierFiled _,
                    DossierEvent.DossierTransferred _,
                    DossierEvent.DossierPassedAcross _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.SupplementProvided _,
                    DossierEvent.SupplementReminded _,
                    DossierEvent.SupplementLapsed _,
                    DossierEvent.PaymentAwaited _,
                    DossierEvent.AnswerAwaited _,
                    DossierEvent.SentUp _,
                    DossierEvent.AnsweredAbove _,
                    DossierEvent.WaitEnded _,
                    DossierEvent.WaitLapsed _,
                    DossierEvent.SecondSupplementProposed _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.ProposalRefused _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.WithdrawalRefused _,
                    DossierEvent.DossierWithdrawn _,
                    DossierEvent.DueRecomputed _,
                    DossierEvent.StepAssigned _,
                    DossierEvent.StepsMoved _,
                    DossierEvent.StepClaimed _,
                    DossierEvent.StepReleased _,
                    DossierEvent.StepCompleted _,
                    DossierEvent.StepSentBack _,
                    DossierEvent.DecisionReopened _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _,
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
}
