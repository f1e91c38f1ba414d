package vn.motcua.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A date in an expression: a day, a moment, or the first day of a year or month of which no more is known. That a birth
 * date of which only the year is known counts as 1 January follows Thông tư liên tịch 01/2016/TTLT-TANDTC-VKSNDTC-BTP.
 *
 * @param at the wall clock in Vietnam; midnight for a day
 */
record Day(LocalDateTime at) {

    static Day of(LocalDate date) {
        return new Day(date.atStartOfDay());
    }

    LocalDate date() {
        return at.toLocalDate();
    }

    /** What an answer holds: {@code 2026-11-07}, {@code 2026-11-07T08:30}, {@code 2026-11} or {@code 2026}. */
    static Optional<Day> parse(Object answer) {
        if (!(answer instanceof String text)) {
            return Optional.empty();
        }
        try {
            return switch (text.length()) {
                case 4 -> Optional.of(of(LocalDate.of(Integer.parseInt(text), 1, 1)));
                case 7 -> Optional.of(of(YearMonth.parse(text).atDay(1)));
                case 10 -> Optional.of(of(LocalDate.parse(text)));
                case 16, 19 -> Optional.of(new Day(LocalDateTime.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
