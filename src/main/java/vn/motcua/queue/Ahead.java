package vn.motcua.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long before an appointment somebody is reminded of it. Pure: whether a reminder is due follows from the appointment and
 * the time alone. One that was missed, because nothing ran then, is made up for until the next one is due or the appointment
 * begins; who booked later than a reminder would have come gets none.
 */
enum Ahead {
    /** A day. */
    A_DAY(Duration.ofHours(24)),
    /** Two hours. */
    TWO_HOURS(Duration.ofHours(2));

    private final Duration before;

    Ahead(Duration before) {
        this.before = before;
    }

    /** The longest of them: who comes later than that is not reminded yet. */
    static Duration longest() {
        return A_DAY.before;
    }

    /** When it comes. */
    Instant at(Instant start) {
        return start.minus(before);
    }

    /** The reminder that is due now; empty for none. */
    static Optional<Ahead> due(Appointment it, Instant now) {
        if (it.state() != Appointment.State.BOOKED || !now.isBefore(it.at())) {
            return Optional.empty();
        }
        var last = now.isBefore(TWO_HOURS.at(it.at())) ? A_DAY : TWO_HOURS;
        var moment = last.at(it.at());
        return now.isBefore(moment) || it.bookedAt().isAfter(moment) ? Optional.empty() : Optional.of(last);
    }
}
