package vn.motcua.deadline;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * How long an agency has to resolve a dossier (thời hạn giải quyết), as the published procedure states it.
 *
 * @param amount how many units, 1 to {@value #MOST}
 * @param unit in what it is counted
 * @param start from when it is counted
 */
public record TimeLimit(int amount, Unit unit, Start start) {

    /** A larger amount is a slip of the pen: no procedure takes decades. */
    public static final int MOST = 2_000;

    /** Refuses an amount out of range, and "same day" for anything but one working day. */
    public TimeLimit {
        requireNonNull(unit);
        requireNonNull(start);
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("a time limit of " + amount + " " + unit);
        }
        if (start == Start.SAME_DAY && (amount != 1 || unit != Unit.WORKING_DAY)) {
            throw new IllegalArgumentException("same day means one working day, not " + amount + " " + unit);
        }
    }

    /** Counted from the reception of the complete and correct dossier, as the law has it where nothing else is said. */
    public TimeLimit(int amount, Unit unit) {
        this(amount, unit, Start.AT_RECEPTION);
    }

    /** {@code amount} working days. */
    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, Unit.WORKING_DAY);
    }

    /** The result on the working day of reception; received after 15:00, on the next one. */
    public static TimeLimit sameDay() {
        return new TimeLimit(1, Unit.WORKING_DAY, Start.SAME_DAY);
    }

    /** The same limit counted from another start. */
    public TimeLimit from(Start other) {
        return new TimeLimit(amount, unit, other);
    }

    /** Reads what {@link #toString} writes, e.g. {@code 5 WORKING_DAY} or {@code 1 WORKING_DAY SAME_DAY}. */
    public static TimeLimit parse(String text) {
        var parts = text.strip().split("\\s+", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("not a time limit: " + text);
        }
        return new TimeLimit(
                Integer.parseInt(parts[0]),
                Unit.valueOf(parts[1]),
                parts.length == 3 ? Start.valueOf(parts[2]) : Start.AT_RECEPTION);
    }

    /** In words: "5 ngày làm việc", "trong ngày làm việc". */
    public String say(Language language, Messages messages) {
        var key = start == Start.SAME_DAY ? "sameDay" : unit.name().toLowerCase(Locale.ROOT);
        return messages.say(language, "deadline.limit." + key, amount);
    }

    @Override
    public String toString() {
        return amount + " " + unit + (start == Start.AT_RECEPTION ? "" : " " + start);
    }

    /** In what a limit is counted. */
    public enum Unit {
        /** Days on which the agency works (ngày làm việc). */
        WORKING_DAY,
        /** Days of the calendar (ngày). */
        CALENDAR_DAY,
        /** Hours of the clock, day and night (giờ). */
        HOUR,
        /** Hours in which the agency is open (giờ làm việc). */
        WORKING_HOUR,
        /** Months by date (tháng). */
        MONTH,
        /** Years by date (năm). */
        YEAR
    }
}
