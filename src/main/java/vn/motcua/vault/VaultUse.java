package vn.motcua.vault;

import java.time.Instant;

/**
 * That something of a vault was used.
 *
 * @param who the name of who did it; empty where only a link is known
 * @param about the procedure, or what the link was for; may be empty
 * @param agency that got it; may be empty
 */
public record VaultUse(What what, Instant at, String who, String about, String agency) {

    /** How it was used. */
    public enum What {
        /** Filed with a dossier. */
        REUSED,
        /** Taken by an officer at the counter, for a dossier, with its owner there. */
        TAKEN,
        /** Taken as a file by its owner. */
        DOWNLOADED,
        /** A link to it was made. */
        SHARED,
        /** A link was taken back. */
        UNSHARED,
        /** Looked at through a link. */
        SEEN,
        /** Taken as a file through a link. */
        FETCHED
    }
}
