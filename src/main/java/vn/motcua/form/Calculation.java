package vn.motcua.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer that nobody types.
 *
 * @param kind of the field; whole numbers and đồng are rounded, half upwards
 * @param expression its value; none while it hangs on what is not known
 */
record Calculation(Kind kind, Function<Situation, Optional<Object>> expression) {

    /** Beyond this a double no longer holds each whole number. */
    private static final double MOST = 1e15;

    /** Puts the value in its place, or takes away the one that held before. */
    void write(Map<String, Object> answers, String id, Situation situation) {
        expression
                .apply(situation)
                .flatMap(this::fitting)
                .ifPresentOrElse(it -> answers.put(id, it), () -> answers.remove(id));
    }

    private Optional<Object> fitting(Object value) {
        if (!(value instanceof Double number)) {
            return Optional.of(value);
        }
        if (!Double.isFinite(number) || Math.abs(number) > MOST) {
            return Optional.empty();
        }
        return Optional.of(kind == Kind.DECIMAL ? (Object) number : (Object) Math.round(number));
    }
}
