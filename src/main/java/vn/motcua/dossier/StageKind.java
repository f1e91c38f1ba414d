package vn.motcua.dossier;

/**
 * The nodes of the transition graph. Each stage is one of them, except the wait for a supplement, which is two: it
 * returns to where it came from.
 */
public enum StageKind {
    SUBMITTED,
    TURNED_AWAY,
    RECEIVED,
    IN_PROCESS,
    SUPPLEMENT_AT_INTAKE,
    SUPPLEMENT_IN_PROCESS,
    RESOLVED,
    HANDED_OVER,
    WITHDRAWN,
    HALTED
}
