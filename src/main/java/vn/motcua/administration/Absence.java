package vn.motcua.administration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.identity.OfficerId;

/**
 * That an officer is away.
 *
 * @param from first day
 * @param until last day
 * @param standIn who stands in, empty for nobody
 */
public record Absence(
        UUID id,
        OfficerId officer,
        LocalDate from,
        LocalDate until,
        Reason reason,
        Claims claims,
        Optional<OfficerId> standIn) {

    /** Why, in a class; nothing more is kept. */
    public enum Reason {
        /** Nghỉ phép năm. */
        ANNUAL,
        /** Nghỉ ốm. */
        SICK,
        /** Nghỉ thai sản. */
        PARENTAL,
        /** Đi học, bồi dưỡng. */
        TRAINING,
        /** Đi công tác. */
        MISSION,
        /** Anything else. */
        OTHER
    }

    /** What becomes of the work they had taken when it begins. */
    public enum Claims {
        /** It goes back into the tray of the unit. */
        TRAY,
        /** The stand-in gets it. */
        STAND_IN,
        /** It stays with them. */
        KEEP
    }

    /** Whether they are away on that day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
