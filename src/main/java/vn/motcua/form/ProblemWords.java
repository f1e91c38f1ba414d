package vn.motcua.form;

import com.networknt.schema.Error;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;

/** Chooses the sentence for what is wrong with an answer. */
final class ProblemWords {

    private ProblemWords() {}

    static Problem missing(Field field, String id) {
        var key = switch (field.kind()) {
            case SELECT, CHOICES -> "choose";
            case BOOLEAN -> "answerYesNo";
            case CONSENT -> "agree";
            case TABLE -> "addRow";
            case FILE -> "attach";
            case ADDRESS -> "enterAddress";
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    CITIZEN_ID,
                    TAX_CODE,
                    PHONE,
                    EMAIL,
                    URL,
                    AGENCY,
                    SIGNATURE -> "enter";
        };
        return Problem.of(id, key, field.label());
    }

    static Problem refused(Field field, String id, Object answer, Error error) {
        var limits = field.limits();
        if (field.kind() == Kind.ADDRESS) {
            return address(id, answer, error);
        }
        return switch (error.getKeyword()) {
            case "maxLength" ->
                Problem.of(
                        id,
                        "tooLong",
                        field.label(),
                        FormSchema.maxLength(field),
                        answer.toString().codePointCount(0, answer.toString().length()));
            case "minimum" ->
                Problem.of(id, "tooSmall", field.label(), limits.min().orElse("0"));
            case "maximum" ->
                Problem.of(id, "tooLarge", field.label(), limits.max().orElse(""));
            case "const" ->
                limits.mustBe().orElse(false)
                        ? Problem.of(id, "agree", field.label())
                        : Problem.of(id, "mustBeNo", field.label());
            case "pattern" ->
                limits.message().map(it -> Problem.own(id, it)).orElseGet(() -> byKind(field, id, answer, error));
            default -> byKind(field, id, answer, error);
        };
    }

    private static Problem byKind(Field field, String id, Object answer, Error error) {
        var typed = shortened(answer);
        return switch (field.kind()) {
            case PERSON_NAME -> Problem.of(id, "personName");
            case CITIZEN_ID -> citizenId(id, typed);
            case TAX_CODE -> Problem.of(id, "taxCode");
            case PHONE -> Problem.of(id, "phone");
            case EMAIL -> Problem.of(id, "email");
            case URL -> Problem.of(id, "url");
            case INTEGER -> Problem.of(id, "integer", field.label(), typed);
            case DECIMAL -> Problem.of(id, "decimal", field.label(), typed);
            case MONEY -> Problem.of(id, "money", typed);
            case SELECT, CHOICES -> Problem.of(id, "choose", field.label());
            case BOOLEAN -> Problem.of(id, "answerYesNo", field.label());
            case CONSENT -> Problem.of(id, "agree", field.label());
            case ADDRESS -> address(id, answer, error);
            case TEXT, TEXTAREA, AGENCY, FILE, DATE, PARTIAL_DATE, MONTH, DATETIME, TABLE, SIGNATURE ->
                Problem.of(id, "notLikeThis", field.label());
        };
    }

    private static Problem citizenId(String id, String typed) {
        if (!typed.chars().allMatch(it -> it >= '0' && it <= '9')) {
            return Problem.of(id, "citizenIdDigitsOnly");
        }
        return typed.length() == 12
                ? Problem.of(id, "citizenIdStartsWithZero")
                : Problem.of(id, "citizenIdLength", typed.length());
    }

    private static Problem address(String id, Object answer, Error error) {
        var parts = answer instanceof Map<?, ?> map ? map : Map.of();
        if (error.getInstanceLocation().toString().contains("detail")) {
            return Problem.of(id, "addressDetailTooLong");
        }
        return Problem.of(id, parts.get("province") == null ? "chooseProvince" : "chooseWard");
    }

    /** Says which part of a day is wrong: the person typed it in three boxes. */
    static Problem unreadableDate(Field field, String id, Object answer) {
        if (!(answer instanceof Map<?, ?> parts)) {
            return Problem.of(id, "dateUnreadable", field.label());
        }
        var day = part(parts, "day");
        var month = part(parts, "month");
        var year = part(parts, "year");
        var withDay = field.kind() != Kind.MONTH;
        var partial = field.kind() == Kind.PARTIAL_DATE;
        if (partial
                ? year.isEmpty() || (month.isEmpty() && !day.isEmpty())
                : (withDay && day.isEmpty()) || month.isEmpty() || year.isEmpty()) {
            return Problem.of(id, withDay ? "dateIncomplete" : "monthIncomplete", field.label());
        }
        if (!(day + month + year).matches("\\d+")) {
            return Problem.of(id, "dateDigitsOnly", field.label());
        }
        if (!year.matches("\\d{4}")) {
            return Problem.of(id, "yearFourDigits", year);
        }
        var m = month.length() > 2 ? 0 : month.isEmpty() ? 1 : Integer.parseInt(month);
        if (m < 1 || m > 12) {
            return Problem.of(id, "monthRange", month);
        }
        var days = YearMonth.of(Integer.parseInt(year), m).lengthOfMonth();
        var d = day.length() > 2 ? 0 : day.isEmpty() ? 1 : Integer.parseInt(day);
        if (d < 1 || d > days) {
            return m == 2 && d == 29 && !Year.isLeap(Integer.parseInt(year))
                    ? Problem.of(id, "notALeapYear", year, field.label())
                    : Problem.of(id, "daysInMonth", m, days, field.label());
        }
        return Problem.of(id, "time", field.label());
    }

    private static String part(Map<?, ?> parts, String name) {
        return parts.get(name) instanceof String text ? text : "";
    }

    /** What was typed, short enough to be said back. */
    private static String shortened(Object answer) {
        var text = answer.toString();
        return text.codePointCount(0, text.length()) > 40
                ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…"
                : text;
    }
}
