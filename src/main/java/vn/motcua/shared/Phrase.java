package vn.motcua.shared;

import java.util.List;

/**
 * Something to be said later, in the language of whoever reads it. It may stand among the arguments of another text or
 * of a refusal; {@link Messages} says it in the language of the whole.
 *
 * @param key of the text
 * @param arguments fill its places; may be phrases again
 */
public record Phrase(String key, List<Object> arguments) {

    /** Keeps its own copy. */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A phrase with its arguments one by one. */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
