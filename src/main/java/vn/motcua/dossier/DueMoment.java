package vn.motcua.dossier;

import java.time.Instant;
import vn.motcua.deadline.Due;

/**
 * When a result is due (ngày hẹn trả), with what it takes to compute it again. Its explanation day by day is a row of
 * its own, one for each computation.
 *
 * @param at the moment
 * @param rule which rule of time gave it
 * @param calendarVersion over which calendar
 * @param provisional whether the calendar of that time is not yet announced
 */
public record DueMoment(Instant at, String rule, String calendarVersion, boolean provisional) {

    static DueMoment of(Due computed) {
        return new DueMoment(computed.at(), computed.rule(), computed.calendarVersion(), computed.provisional());
    }

    /** Whether something done at that moment is in time: the due moment itself still is. */
    boolean includes(Instant moment) {
        return !moment.isAfter(at);
    }
}
