package vn.motcua.form;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Days as regular expressions: those that exist, and those not before or not after a moment. JSON Schema compares no dates,
 * and leaves {@code format} to whoever reads it.
 */
final class DayPatterns {

    static final String YEAR = "\\d{4}";
    static final String MONTH = YEAR + "-(?:0[1-9]|1[0-2])";
    /** Months with their days; 29 February in leap years alone. */
    static final String DAY = "(?:" + YEAR + "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])"
            + "|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))"
            + "|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

    static final String MOMENT = DAY + "T(?:[01]\\d|2[0-3]):[0-5]\\d";

    private static final String FULL = "uuuu-MM-dd'T'HH:mm";

    private DayPatterns() {}

    /** The lengths in which an answer of that field is written. */
    private static List<Integer> lengths(Field field) {
        return switch (field.kind()) {
            case DATE -> field.limits().acceptYearOnly() ? List.of(4, 10) : List.of(10);
            case PARTIAL_DATE -> List.of(4, 7, 10);
            case MONTH -> List.of(7);
            case DATETIME -> List.of(16);
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    BOOLEAN,
                    CONSENT,
                    SELECT,
                    CHOICES,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    ADDRESS,
                    AGENCY,
                    TABLE,
                    FILE,
                    SIGNATURE -> throw new IllegalArgumentException("no day: " + field.id());
        };
    }

    /** Answers to that field whose first moment is not after this one. */
    static String notAfter(Field field, LocalDateTime latest) {
        var full = latest.format(DateTimeFormatter.ofPattern(FULL));
        return any(lengths(field).stream()
                .map(it -> compared(full.substring(0, it), true, true))
                .toList());
    }

    /** Answers to that field whose first moment is not before this one. */
    static String notBefore(Field field, LocalDateTime earliest) {
        var full = earliest.format(DateTimeFormatter.ofPattern(FULL));
        return any(lengths(field).stream()
                .map(it -> compared(full.substring(0, it), false, begins(full.substring(0, it), earliest)))
                .toList());
    }

    /** Whether that moment is the first of the year, month, day or minute that is written so. */
    private static boolean begins(String written, LocalDateTime moment) {
        return Day.parse(written).filter(it -> it.at().equals(moment)).isPresent();
    }

    private static String any(List<String> patterns) {
        return "^(?:" + String.join("|", patterns) + ")$";
    }

    /** Texts of the same length that come before, or after, in the order of their digits. */
    private static String compared(String limit, boolean before, boolean itself) {
        var ways = new ArrayList<String>();
        for (int i = 0; i < limit.length(); i++) {
            char digit = limit.charAt(i);
            if (!Character.isDigit(digit)) {
                continue;
            }
            if (before ? digit > '0' : digit < '9') {
                var range = before ? "[0-" + (char) (digit - 1) + "]" : "[" + (char) (digit + 1) + "-9]";
                ways.add(limit.substring(0, i) + range + rest(limit.substring(i + 1)));
            }
        }
        if (itself) {
            ways.add(limit);
        }
        return "(?:" + String.join("|", ways) + ")";
    }

    private static String rest(String tail) {
        return tail.chars()
                .mapToObj(it -> Character.isDigit(it) ? "\\d" : String.valueOf((char) it))
                .collect(Collectors.joining());
    }
}
