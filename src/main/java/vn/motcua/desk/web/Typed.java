package vn.motcua.desk.web;

import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, and what is wrong with it by field.
 *
 * @param values by field, as they came
 * @param errors sentences by field
 */
public record Typed(Map<String, List<String>> values, Map<String, String> errors) {

    /** A form that nobody has filled in. */
    public static final Typed NOTHING = new Typed(Map.of(), Map.of());

    /** Keeps its own copies. */
    public Typed {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    /** What stands in that field. */
    public String value(String field) {
        return all(field).stream().findFirst().orElse("");
    }

    /** All that stands in the fields of that name, in order. */
    public List<String> all(String field) {
        var found = values.get(field);
        return found == null ? List.of() : found;
    }

    /** Whether that was chosen. */
    public boolean chosen(String field, String value) {
        return all(field).contains(value);
    }

    /** What is wrong with that field; empty for nothing. */
    public String error(String field) {
        var found = errors.get(field);
        return found == null ? "" : found;
    }

    /** Whether anything is wrong. */
    public boolean wrong() {
        return !errors.isEmpty();
    }
}
