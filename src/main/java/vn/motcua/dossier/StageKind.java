package vn.motcua.dossier;

/**
 * The nodes of the transition graph. Each stage is one of them, except the waits, which are two each: one for a
 * supplement returns to where it came from; of the others that for a payment is a status of its own.
 */
public enum StageKind {
    SUBMITTED,
    TURNED_AWAY,
    RECEIVED,
    IN_PROCESS,
    SUPPLEMENT_AT_INTAKE,
    SUPPLEMENT_IN_PROCESS,
    AWAITING_PAYMENT,
    AWAITING_ANSWER,
    RESOLVED,
    HANDED_OVER,
    WITHDRAWN,
    HALTED,
    PASSED_ACROSS
}
