package vn.motcua.deadline;

import java.time.LocalDate;
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
 */
public record SpecialDay(LocalDate date, String name, String nameEn, Kind kind, String legalBasis, String confidence) {

    static final String PROVISIONAL = "PROVISIONAL";

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
        /** A Saturday worked in exchange (làm bù). */
        SWAP_WORK,
        /** A day off because a holiday fell on a weekly rest day (nghỉ bù). */
        COMPENSATION,
        /** An agency shut by decision, e.g. for a storm (tạm ngừng làm việc). */
        SUSPENSION;

        /** Whether offices rest on such a day. */
        public boolean rests() {
            return this != SWAP_WORK;
        }
    }
}
