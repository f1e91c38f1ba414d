package vn.motcua.deadline;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.shared.Language;

/**
 * A day on which offices do not do what its weekday would make them do.
 *
 * @param date the day
 * @param name what people call it, in Vietnamese
 * @param nameEn the same in English
 * @param kind what it does to work
 * @param legalBasis the text that says so
 * @param confidence how sure the date is; begins with {@code PROVISIONAL} while it is not announced
 * @param sessions when offices are open on this day alone, whatever their usual hours; empty: as usual
 */
public record SpecialDay(
        LocalDate date,
        String name,
        String nameEn,
        Kind kind,
        String legalBasis,
        String confidence,
        List<OpeningHours.Session> sessions) {

    static final String PROVISIONAL = "PROVISIONAL";

    /** Refuses hours of a day of rest, a day of own hours without them, and sessions that are not in order. */
    public SpecialDay {
        if (sessions.isEmpty() ? kind == Kind.OWN_HOURS : kind.rests()) {
            throw new IllegalArgumentException(kind + " with the hours " + sessions);
        }
        sessions = sessions.isEmpty() ? List.of() : OpeningHours.ordered(sessions);
    }

    /** A day without hours of its own. */
    public SpecialDay(LocalDate date, String name, String nameEn, Kind kind, String legalBasis, String confidence) {
        this(date, name, nameEn, kind, legalBasis, confidence, List.of());
    }

    /** Whether this day is expected but not yet announced. */
    public boolean provisional() {
        return confidence.startsWith(PROVISIONAL);
    }

    /** What people call it. */
    public String name(Language language) {
        return switch (language) {
            case VI -> name;
            case EN -> nameEn;
        };
    }

    /** What a special day does to work. */
    public enum Kind {
        /** A public holiday (ngày nghỉ lễ, tết). */
        HOLIDAY,
        /** A working day taken off in exchange for a Saturday (nghỉ hoán đổi). */
        SWAP_OFF,
        /** A Saturday worked in exchange (làm bù), at its own hours where it has some. */
        SWAP_WORK,
        /** A day off because a holiday fell on a weekly rest day (nghỉ bù). */
        COMPENSATION,
        /** An agency shut by decision, e.g. for a storm (tạm ngừng làm việc). */
        SUSPENSION,
        /** A working day with hours of its own, e.g. until noon. */
        OWN_HOURS;

        /** Whether offices rest on such a day. */
        public boolean rests() {
            return this != SWAP_WORK && this != OWN_HOURS;
        }
    }
}
