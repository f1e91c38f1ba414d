package vn.motcua.dossier;

import java.time.Instant;

/**
 * A stretch in which the dossier lay with the applicant. Kept for good: the index subtracts it, the law restarts its
 * clock after it, and both have to be explained later.
 *
 * @param in the stage of waiting
 * @param from when the supplement was asked for
 * @param until when it came
 */
public record Wait(StageKind in, Instant from, Instant until) {}
