package vn.motcua.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;

/**
 * Somebody comes to a one-stop at a time (lịch hẹn).
 *
 * @param place 1, 2, 3 … among those of the same slot; with the time it is what is said at the counter
 * @param procedure the national code of what it is for
 * @param ticketNo the number that it became when they arrived
 * @param sequence how often it was changed
 */
public record Appointment(
        UUID id,
        UnitId unit,
        Instant at,
        int place,
        int minutes,
        String procedure,
        State state,
        Optional<Integer> ticketNo,
        Instant bookedAt,
        int sequence) {

    /** Where an appointment stands. */
    public enum State {
        /** They are expected. */
        BOOKED,
        /** They will not come. */
        CANCELLED,
        /** They came, and have a number. */
        ARRIVED
    }
}
