package vn.motcua.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.motcua.shared.Text;

/**
 * From what a page posts to typed answers. Generous in what it takes (spaces in numbers, accents in either encoding), and
 * it never loses what was typed: what cannot be read stays as it was typed, and validation says what to do.
 */
final class Parsing {

    /** More than any answer needs; what lies beyond is cut so that one post cannot fill the database. */
    private static final int KEPT_CHARACTERS = 20_000;

    private static final int KEPT_ROWS = 500;
    private static final Pattern CURRENCY = Pattern.compile("(?iu)\\s*(đồng|vnđ|vnd|đ|₫)$");
    private static final Pattern BARE_HOST = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/\\S*)?");

    private final Map<String, List<String>> posted;

    Parsing(Map<String, List<String>> posted) {
        this.posted = posted;
    }

    /** A file's answer is never read: what is posted could be the id of somebody else's file. */
    Map<String, Object> read(List<Field> fields, Map<String, Object> existing) {
        var answers = new LinkedHashMap<>(existing);
        for (var field : fields) {
            if (present(field, field.id())) {
                answer(field, field.id())
                        .ifPresentOrElse(it -> answers.put(field.id(), it), () -> answers.remove(field.id()));
            }
        }
        return answers;
    }

    private boolean present(Field field, String name) {
        if (field.calculate().isPresent() || !field.kind().answered()) {
            return false;
        }
        return (field.kind() != Kind.FILE && posted.containsKey(name))
                || switch (field.kind()) {
                    case DATE, PARTIAL_DATE, MONTH, DATETIME ->
                        has(name + ".day") || has(name + ".month") || has(name + ".year");
                    case ADDRESS -> has(name + ".province") || has(name + ".ward") || has(name + ".detail");
                    case TABLE ->
                        commanded("add", name) || rows(name).iterator().hasNext();
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
                            AGENCY,
                            FILE,
                            SIGNATURE -> false;
                };
    }

    /** What was posted under that name, read as an answer to that field; empty for nothing. */
    Optional<Object> answer(Field field, String name) {
        return switch (field.kind()) {
            case TEXT, PERSON_NAME, EMAIL, AGENCY, SELECT, FILE -> filled(line(name));
            case SIGNATURE -> Optional.empty();
            case TEXTAREA -> filled(text(name).replace("\r\n", "\n").replace('\r', '\n'));
            case INTEGER -> filled(line(name)).map(it -> whole((String) it));
            case MONEY -> filled(line(name)).map(it -> money((String) it));
            case DECIMAL -> filled(line(name)).map(it -> number((String) it));
            case BOOLEAN -> filled(line(name)).map(it -> yesNo((String) it));
            case CONSENT -> line(name).equals("true") ? Optional.of(true) : Optional.empty();
            case CITIZEN_ID -> filled(line(name).replaceAll("[\\s.-]", ""));
            case TAX_CODE -> filled(taxCode(line(name)));
            case CHOICES ->
                Optional.of(chosen(name)).filter(it -> !it.isEmpty()).map(it -> it);
            case PHONE -> filled(phone(line(name)));
            case URL ->
                filled(line(name)).map(it -> BARE_HOST.matcher((String) it).matches() ? "https://" + it : it);
            case DATE, PARTIAL_DATE, MONTH, DATETIME -> date(field, name);
            case ADDRESS -> address(name);
            case TABLE ->
                Optional.of(table(field, name)).filter(it -> !it.isEmpty()).map(it -> it);
        };
    }

    private static Object whole(String typed) {
        var digits = TypedNumber.whole(typed);
        return digits.isPresent() ? (Object) Long.valueOf(digits.get()) : typed;
    }

    private static Object money(String typed) {
        return whole(CURRENCY.matcher(typed).replaceFirst("")) instanceof Long amount ? (Object) amount : typed;
    }

    private static Object number(String typed) {
        var digits = TypedNumber.number(typed);
        return digits.filter(it -> it.contains(".")).isPresent() ? (Object) Double.valueOf(digits.get()) : whole(typed);
    }

    private static Object yesNo(String typed) {
        return switch (typed) {
            case "true" -> true;
            case "false" -> false;
            default -> typed;
        };
    }

    private static String phone(String typed) {
        var digits = typed.replaceAll("[\\s.()-]", "");
        return digits.startsWith("+84") ? "0" + digits.substring(3) : digits;
    }

    /** Written with or without the hyphen before a branch. */
    private static String taxCode(String typed) {
        var digits = typed.replaceAll("[\\s.-]", "");
        return digits.matches("\\d{13}") ? digits.substring(0, 10) + "-" + digits.substring(10) : digits;
    }

    private List<String> chosen(String name) {
        return posted.getOrDefault(name, List.of()).stream()
                .limit(KEPT_ROWS)
                .map(it -> Text.clean(it.length() > KEPT_CHARACTERS ? it.substring(0, KEPT_CHARACTERS) : it))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<Object> date(Field field, String name) {
        var day = line(name + ".day");
        var month = line(name + ".month");
        var year = line(name + ".year");
        var time = line(name + ".time");
        if ((day + month + year + time).isEmpty()) {
            return Optional.empty();
        }
        var typed = new LinkedHashMap<String, Object>();
        typed.put("day", day);
        typed.put("month", month);
        typed.put("year", year);
        if (field.kind() == Kind.DATETIME) {
            typed.put("time", time);
        }
        return Optional.of(
                read(field, day, month, year, time).map(Object.class::cast).orElse(typed));
    }

    private static Optional<String> read(Field field, String day, String month, String year, String time) {
        try {
            if (!year.matches("\\d{4}")) {
                return Optional.empty();
            }
            if (field.kind() == Kind.DATE && field.limits().acceptYearOnly() && (day + month).isEmpty()) {
                return Optional.of(year);
            }
            if (field.kind() == Kind.PARTIAL_DATE && day.isEmpty()) {
                return Optional.of(
                        month.isEmpty()
                                ? year
                                : YearMonth.of(Integer.parseInt(year), Integer.parseInt(month))
                                        .toString());
            }
            var date = LocalDate.of(
                    Integer.parseInt(year),
                    Integer.parseInt(month),
                    field.kind() == Kind.MONTH ? 1 : Integer.parseInt(day));
            return Optional.of(
                    switch (field.kind().parts()) {
                        case DAY -> date.toString();
                        case MONTH -> date.toString().substring(0, 7);
                        case MOMENT ->
                            date + "T"
                                    + LocalTime.parse(time.length() == 4 ? "0" + time : time)
                                            .toString()
                                            .substring(0, 5);
                    });
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> address(String name) {
        var parts = new LinkedHashMap<String, Object>();
        for (var part : List.of("province", "ward", "detail")) {
            var typed = line(name + "." + part);
            if (!typed.isEmpty()) {
                parts.put(part, typed);
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private List<Map<String, Object>> table(Field field, String name) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var index : rows(name)) {
            var row = new LinkedHashMap<String, Object>();
            for (var column : field.table().columns()) {
                var cell = name + "." + index + "." + column.id();
                if (present(column, cell)) {
                    answer(column, cell).ifPresent(it -> row.put(column.id(), it));
                }
            }
            if (!row.isEmpty() && !commanded("remove", name + "." + index)) {
                rows.add(row);
            }
        }
        if (commanded("add", name) && rows.size() < field.table().maxRows()) {
            rows.add(new LinkedHashMap<>());
        }
        return rows;
    }

    private Iterable<Integer> rows(String name) {
        var indices = new TreeSet<Integer>();
        var start = name + ".";
        for (var key : posted.keySet()) {
            if (key.startsWith(start)) {
                var rest = key.substring(start.length());
                var dot = rest.indexOf('.');
                if (dot > 0 && dot < 5 && rest.substring(0, dot).chars().allMatch(it -> it >= '0' && it <= '9')) {
                    indices.add(Integer.parseInt(rest.substring(0, dot)));
                }
            }
        }
        return indices.stream().limit(KEPT_ROWS).toList();
    }

    private boolean commanded(String command, String value) {
        return posted.getOrDefault(command, List.of()).contains(value);
    }

    private boolean has(String name) {
        return posted.containsKey(name);
    }

    /** The last value: a hidden empty one stands before each tick box, so that an empty box is posted too. */
    private String text(String name) {
        var values = posted.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return "";
        }
        var typed = values.getLast();
        return Text.clean(typed.length() > KEPT_CHARACTERS ? typed.substring(0, KEPT_CHARACTERS) : typed);
    }

    private String line(String name) {
        return text(name).replaceAll("\\s+", " ");
    }

    private static Optional<Object> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
