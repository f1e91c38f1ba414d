package vn.motcua.deadline;

import java.time.Instant;

/**
 * A stretch of time in which the agency could not go on, e.g. while the applicant supplements the dossier.
 *
 * @param from when the waiting began
 * @param to when it was over, not before {@code from}
 */
public record Interval(Instant from, Instant to) {

    /** Refuses an interval that ends before it begins. */
    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
        }
    }
}
