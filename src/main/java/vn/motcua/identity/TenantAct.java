package vn.motcua.identity;

/** What somebody may want to do for a whole tenant or unit, apart from any dossier. */
public enum TenantAct {
    /** Look through who looked at whom, and check the log. */
    INSPECT_ACCESS,
    /** Answer people who ask why somebody looked at their data. */
    ANSWER_QUESTIONS,
    /** Propose to destroy what has been kept long enough, or hold it. */
    KEEP_ARCHIVE,
    /** Write the procedures that the agency publishes. */
    WRITE_PROCEDURES,
    /** Approve, publish and end what others wrote. */
    REVIEW_PROCEDURES
}
