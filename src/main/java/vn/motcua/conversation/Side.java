package vn.motcua.conversation;

/** The two who write to each other. */
public enum Side {
    /** Whose dossier it is. */
    APPLICANT,
    /** The agency, whichever officer writes. */
    AGENCY;

    /** The one that reads what this one writes. */
    public Side other() {
        return this == APPLICANT ? AGENCY : APPLICANT;
    }
}
