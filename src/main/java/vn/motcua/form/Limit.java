package vn.motcua.form;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/** The {@code min} and {@code max} of a field: a number, or a day that may be {@code today} or {@code now}. */
final class Limit {

    private Limit() {}

    static boolean readable(Kind kind, String written) {
        return switch (kind.sort()) {
            case NUMBER -> number(written).isPresent();
            case DATE ->
                written.equals("today")
                        || written.equals("now")
                        || Day.parse(written).isPresent();
            case TEXT, TEXTS, YES_NO, ADDRESS, ROWS -> false;
        };
    }

    static Optional<BigDecimal> number(String written) {
        try {
            return Optional.of(new BigDecimal(written));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Day> day(String written, LocalDateTime now) {
        return switch (written) {
            case "now" -> Optional.of(new Day(now));
            case "today" -> Optional.of(Day.of(now.toLocalDate()));
            default -> Day.parse(written);
        };
    }
}
