package vn.motcua.deadline;

import java.time.Duration;

/**
 * How much of a limit has been used, in the agency's working time without waits; what a deadline bar draws.
 *
 * @param used working time since reception; more than {@code total} once late
 * @param total working time from reception to the due moment
 */
public record ProcessingShare(Duration used, Duration total) {

    /** Used over total: 0 at reception, 1 when due, more when late. */
    public double fraction() {
        return total.isZero() ? 1 : (double) used.toMinutes() / total.toMinutes();
    }

    /** Whole percents for a bar, 0 to 100: 100 only when nothing is left. */
    public int percent() {
        return total.isZero() ? 100 : (int) Math.min(100, used.toMinutes() * 100 / total.toMinutes());
    }
}
