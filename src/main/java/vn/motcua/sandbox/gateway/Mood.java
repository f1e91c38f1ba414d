package vn.motcua.sandbox.gateway;

import java.util.Arrays;
import java.util.Optional;

/** How the gateway tells of a payment, and of what is paid back of it. */
public enum Mood {
    /** At once and once. */
    NORMAL,
    /** Some seconds later. */
    SLOW,
    /** A smaller amount than was paid for. */
    WRONG,
    /** Only when it is asked. */
    SILENT,
    /** Twice. */
    TWICE;

    /** That of this name; empty for none. */
    static Optional<Mood> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
