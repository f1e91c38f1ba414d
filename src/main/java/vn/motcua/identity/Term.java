package vn.motcua.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.shared.VietnamTime;

/**
 * How long a mandate lasts.
 *
 * @param from first day, in Vietnam
 * @param until last day
 * @param ended when it was ended before that; from this moment on it gives nothing
 */
public record Term(LocalDate from, LocalDate until, Optional<Instant> ended) {

    /** Whether it lasts at that moment. */
    public boolean lasts(Instant now) {
        var day = VietnamTime.dayOf(now);
        return !day.isBefore(from)
                && !day.isAfter(until)
                && ended.map(now::isBefore).orElse(true);
    }
}
