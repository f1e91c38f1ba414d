package vn.motcua.dossier;

import java.time.Instant;

/**
 * A stretch in which the dossier lay with the applicant, or waited for somebody else. Kept for good: the index subtracts it, the law restarts its
 * clock after it, and both have to be explained later.
 *
 * @param in the stage of waiting
 * @param from when the supplement was asked for
 * @param until when it came, or when it was over without
 * @param unanswered whether nothing came: the last day passed, or the dossier ended
 * @param stops whether the time limit leaves it out
 */
public record Wait(StageKind in, Instant from, Instant until, boolean unanswered, boolean stops) {

    /** One for a supplement. */
    Wait(StageKind in, Instant from, Instant until, boolean unanswered) {
        this(in, from, until, unanswered, true);
    }

    /** A wait that was answered. */
    Wait(StageKind in, Instant from, Instant until) {
        this(in, from, until, false);
    }
}
