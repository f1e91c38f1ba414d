package vn.motcua.signature;

import java.util.Locale;

/** What comes of checking a signature (ETSI EN 319 102-1), the worst last. */
public enum Verdict {
    /** It holds. */
    VALID,
    /** It can be said neither that it holds nor that it does not. */
    INDETERMINATE,
    /** It does not hold. */
    NOT_VALID;

    /** How a page colours it: good, warn or bad. */
    public String tone() {
        return switch (this) {
            case VALID -> "good";
            case INDETERMINATE -> "warn";
            case NOT_VALID -> "bad";
        };
    }

    /** The key of its words. */
    public String key() {
        return "signature.verdict." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
