package vn.motcua.identity;

import java.util.Set;
import vn.motcua.identity.Subject.StageGroup;

/** What an applicant may want to do to their own dossier. */
public enum ApplicantAct {
    /** Read it with its path and papers. */
    READ_OWN,
    /** Withdraw it (rút hồ sơ). */
    WITHDRAW,
    /** Answer a supplement request (bổ sung). */
    SUPPLEMENT,
    /** See what is due and pay it (nộp phí, lệ phí). */
    PAY,
    /** Download the result (kết quả). */
    DOWNLOAD_RESULT,
    /** Say that the result is wrong (báo sai sót). */
    REPORT_MISTAKE;

    /** In which stages it can be done. */
    Set<StageGroup> stages() {
        return switch (this) {
            case READ_OWN, PAY -> Set.of(StageGroup.values());
            case WITHDRAW -> Set.of(StageGroup.FILED, StageGroup.IN_PROCESS, StageGroup.AWAITING_SUPPLEMENT);
            case SUPPLEMENT -> Set.of(StageGroup.AWAITING_SUPPLEMENT);
            case DOWNLOAD_RESULT, REPORT_MISTAKE -> Set.of(StageGroup.RESOLVED, StageGroup.CLOSED);
        };
    }

    /** What a mandate must allow for it. */
    Reach.Errand errand() {
        return switch (this) {
            case READ_OWN -> Reach.Errand.FOLLOW;
            case WITHDRAW -> Reach.Errand.FILE;
            case SUPPLEMENT -> Reach.Errand.SUPPLEMENT;
            case PAY -> Reach.Errand.PAY;
            case DOWNLOAD_RESULT, REPORT_MISTAKE -> Reach.Errand.RECEIVE_RESULT;
        };
    }
}
