package vn.motcua.identity.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A form as it is shown: what was typed, and what is wrong with it, already in words.
 *
 * @param values by the name of the field; never a password
 * @param errors by the name of the field
 */
public record Filled(Map<String, String> values, Map<String, String> errors) {

    private static final Set<String> NEVER_SHOWN_AGAIN = Set.of("password", "old", "fresh");

    /** Keeps own copies, without what must not stand in a page. */
    public Filled {
        var shown = new LinkedHashMap<>(values);
        shown.keySet().removeAll(NEVER_SHOWN_AGAIN);
        values = Map.copyOf(shown);
        errors = Map.copyOf(errors);
    }

    /** An empty form. */
    public static Filled empty() {
        return new Filled(Map.of(), Map.of());
    }

    /** What was typed in that field. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with that field, empty when nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** Whether something is wrong. */
    public boolean wrong() {
        return !errors.isEmpty();
    }
}
