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

    static Lane of(StageKind stage) {
        return switch (stage) {
            case SUBMITTED -> INTAKE;
            case RECEIVED, IN_PROCESS -> RUNNING;
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS -> WAITING;
            case RESOLVED, HANDED_OVER, TURNED_AWAY, WITHDRAWN, HALTED -> DECIDED;
        };
    }
}
