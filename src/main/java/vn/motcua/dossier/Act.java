package vn.motcua.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import vn.motcua.identity.SignedIn;

/**
 * Somebody doing something once. The form that is posted carries the id and the version that its page showed, so that a
 * second click, a refresh or a retry does not do it twice, and nobody decides on what they have not seen.
 *
 * @param command the idempotency key: the same id again gets the same answer
 * @param by who
 * @param version the version of the dossier they looked at
 * @param now when, to the microsecond, as it is stored
 */
public record Act(UUID command, SignedIn by, int version, Instant now) {

    /** Cuts what is shorter than a microsecond: the database would. */
    public Act {
        now = now.truncatedTo(ChronoUnit.MICROS);
    }
}
