package vn.motcua.messaging;

import java.time.Instant;
import java.time.LocalTime;
import vn.motcua.shared.VietnamTime;

/**
 * The hours in which nobody's telephone is made to ring.
 *
 * @param from the first quiet moment, time of Vietnam
 * @param until the first moment after it; the same as {@code from} when no hour is quiet
 */
record QuietHours(LocalTime from, LocalTime until) {

    /** Whether that moment is quiet. */
    boolean at(Instant moment) {
        var time = VietnamTime.local(moment).toLocalTime();
        if (from.equals(until)) {
            return false;
        }
        var afterFrom = !time.isBefore(from);
        var beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }

    /** The first moment from then on that is not quiet: then itself, or the end of its quiet hours. */
    Instant over(Instant moment) {
        if (!at(moment)) {
            return moment;
        }
        var local = VietnamTime.local(moment);
        var day = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(VietnamTime.ZONE).toInstant();
    }
}
