package vn.motcua.dossier;

/** Whose clock runs for a dossier: by this an inbox is sorted into what is to be done and what waits. */
public enum Lane {
    /** Nobody's yet: it is to be received. */
    INTAKE,
    /** The agency's. */
    RUNNING,
    /** The applicant's. */
    WAITING,
    /** Nobody's any more: it is decided. */
    DECIDED;

    /** Also a wait of which the rule says that its time does not count is nobody's to hurry. */
    static Lane of(Stage stage) {
        return stage instanceof Stage.Waiting it ? it.waitingFor().stops() ? WAITING : RUNNING : of(stage.kind());
    }

    static Lane of(StageKind stage) {
        return switch (stage) {
            case SUBMITTED -> INTAKE;
            case RECEIVED, IN_PROCESS, AWAITING_ANSWER -> RUNNING;
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS, AWAITING_PAYMENT -> WAITING;
            case RESOLVED, HANDED_OVER, TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS -> DECIDED;
        };
    }
}
