package vn.motcua.identity;

import java.util.Locale;

/** How a session ended. */
enum SessionOver {
    /** By whoever it belonged to, in that browser. */
    SIGNED_OUT,
    /** By the same account, from another browser. */
    SIGNED_OUT_ELSEWHERE,
    /** By the word of their provider. */
    SIGNED_OUT_BY_PROVIDER,
    /** Nobody used it for too long, or it lasted as long as one may. */
    SESSION_EXPIRED;

    /** As it stands in the log. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the browser that asks now is theirs. */
    boolean theirs() {
        return this == SIGNED_OUT || this == SIGNED_OUT_ELSEWHERE;
    }
}
