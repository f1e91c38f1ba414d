package vn.motcua.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Places.Place;
import vn.motcua.shared.Language;

/**
 * A field as a page shows it: with what was answered or typed, what is wrong, and among what to choose.
 *
 * @param field what is asked
 * @param name of its input, and its id: the field's id, or {@code docs.items.0.pages} in a table
 * @param answer typed or as it was typed; empty when there is none
 * @param required whether it must be answered now
 * @param visible whether it is asked now
 * @param own whether it is about the person who fills it in and their account may know it
 * @param takesFile whether a file can be given on this page
 * @param file the file that was given
 * @param rows what holds in the rows of a table
 * @param problems what is wrong in the section, by field or cell
 * @param places the provinces and communes
 */
public record FieldView(
        Field field,
        String name,
        Optional<Object> answer,
        boolean required,
        boolean visible,
        boolean own,
        boolean takesFile,
        Optional<GivenFile> file,
        List<RowRules.Row> rows,
        Map<String, Problem> problems,
        Places places) {

    private static final int FEW = 4;

    /** What is wrong with it; null for nothing. */
    public @Nullable Problem problem() {
        return problems.get(name);
    }

    /** The ids of hint and error, for {@code aria-describedby}; null when there is neither. */
    public @Nullable String describedBy() {
        var ids = new ArrayList<String>();
        if (field.hint().isPresent() || defaultHint() != null) {
            ids.add(name + "-hint");
        }
        if (problem() != null) {
            ids.add(name + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The key of the hint that a kind brings along, when the author wrote none. */
    public @Nullable String defaultHint() {
        if (field.hint().isPresent()) {
            return null;
        }
        return switch (field.kind()) {
            case DATE -> field.limits().acceptYearOnly() ? "form.hint.yearOnly" : "form.hint.date";
            case PARTIAL_DATE -> "form.hint.partialDate";
            case CHOICES -> "form.hint.choices";
            case TAX_CODE -> "form.hint.taxCode";
            case MONTH -> "form.hint.month";
            case DATETIME -> "form.hint.datetime";
            case CITIZEN_ID -> "form.hint.citizenId";
            case MONEY -> "form.hint.money";
            case FILE -> "form.hint.file";
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    INTEGER,
                    DECIMAL,
                    BOOLEAN,
                    CONSENT,
                    SELECT,
                    PHONE,
                    EMAIL,
                    URL,
                    ADDRESS,
                    AGENCY,
                    TABLE,
                    SIGNATURE -> null;
        };
    }

    /** {@code "true"} or null, for {@code aria-invalid}. */
    public @Nullable String invalid() {
        return problem() == null ? null : "true";
    }

    /** Whether the choice is shown as radio buttons. */
    public boolean few() {
        return Options.of(field).size() <= FEW;
    }

    /** Among what to choose. */
    public List<Map.Entry<String, Words>> options() {
        return List.copyOf(Options.of(field).entrySet());
    }

    /** Whether that option, or {@code "true"} and {@code "false"}, is the answer or among it. */
    public boolean chosen(String value) {
        return answer.filter(it -> it instanceof List<?> several && several.contains(value))
                        .isPresent()
                || answer.filter(it -> it.toString().equals(value)).isPresent();
    }

    /** What stands in the input. */
    public String value() {
        return answer.map(it -> it instanceof Double number
                        ? new BigDecimal(number.toString())
                                .stripTrailingZeros()
                                .toPlainString()
                                .replace('.', ',')
                        : it.toString())
                .orElse("");
    }

    /** A part of a date ({@code day month year time}) or of an address ({@code province ward detail}). */
    public String part(String part) {
        if (answer.isEmpty()) {
            return "";
        }
        if (answer.get() instanceof Map<?, ?> parts) {
            return parts.get(part) instanceof String text ? text : "";
        }
        var iso = answer.get().toString();
        return switch (part) {
            case "year" -> iso.length() >= 4 ? iso.substring(0, 4) : "";
            case "month" -> iso.length() >= 7 ? plain(iso.substring(5, 7)) : "";
            case "day" -> iso.length() >= 10 ? plain(iso.substring(8, 10)) : "";
            case "time" -> iso.length() >= 16 ? iso.substring(11, 16) : "";
            default -> "";
        };
    }

    private static String plain(String digits) {
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    /** The provinces to choose from. */
    public List<Place> provinces() {
        return places.provinces();
    }

    /** The communes of the chosen province; none before one is chosen. */
    public List<Place> wards() {
        return part("province").isEmpty() ? List.of() : places.wardsOf(part("province"));
    }

    /** What a browser may fill in; null for nothing. */
    public @Nullable String autocomplete() {
        if (!own) {
            return null;
        }
        return switch (field.kind()) {
            case PERSON_NAME -> "name";
            case PHONE -> "tel";
            case EMAIL -> "email";
            case DATE -> "bday";
            case TEXT,
                    TEXTAREA,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    BOOLEAN,
                    CONSENT,
                    SELECT,
                    CHOICES,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    CITIZEN_ID,
                    TAX_CODE,
                    URL,
                    ADDRESS,
                    AGENCY,
                    TABLE,
                    FILE,
                    SIGNATURE -> null;
        };
    }

    /** The on-screen keyboard; null for the ordinary one. */
    public @Nullable String inputMode() {
        return switch (field.kind()) {
            case INTEGER, MONEY, CITIZEN_ID, TAX_CODE -> "numeric";
            case DECIMAL -> "decimal";
            case PHONE -> "tel";
            case EMAIL -> "email";
            case URL -> "url";
            case TEXT,
                    TEXTAREA,
                    PERSON_NAME,
                    BOOLEAN,
                    CONSENT,
                    SELECT,
                    CHOICES,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    ADDRESS,
                    AGENCY,
                    TABLE,
                    FILE,
                    SIGNATURE -> null;
        };
    }

    /** At least so many rows of a table stand there to begin with. */
    static int rowsToBegin(Field table, boolean required) {
        return Math.max(table.table().minRows(), required ? 1 : 0);
    }

    /** What is calculated, as it is read: {@code 1.500.000 ₫}. */
    public String calculated(Language language) {
        return answer.map(it -> switch (it) {
                    case Number number -> AnswerWords.number(number) + (field.kind() == Kind.MONEY ? "\u00a0₫" : "");
                    default ->
                        Optional.ofNullable(Options.of(field).get(it.toString()))
                                .map(option -> option.in(language))
                                .orElse(it.toString());
                })
                .orElse("…");
    }

    /** The rows of a table, each a list of cells. */
    public List<List<FieldView>> cells() {
        var given = answer.orElse(List.of()) instanceof List<?> list ? list : List.of();
        var cells = new ArrayList<List<FieldView>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var typed = i < given.size() && given.get(i) instanceof Map<?, ?> map ? map : Map.of();
            var start = name + "." + i + ".";
            cells.add(field.table().columns().stream()
                    .map(it -> new FieldView(
                            it,
                            start + it.id(),
                            Optional.ofNullable(
                                    it.calculate().isPresent() ? row.cells().get(it.id()) : typed.get(it.id())),
                            row.required().contains(it.id()),
                            row.asked().contains(it.id()),
                            false,
                            false,
                            Optional.empty(),
                            List.of(),
                            problems,
                            places))
                    .toList());
        }
        return cells;
    }
}
