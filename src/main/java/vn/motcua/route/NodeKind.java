package vn.motcua.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of node that {@code kind:} may name in route.yaml. A closed set, some of it still to come. */
public enum NodeKind {
    /** Work at a desk; the kind when none is written. */
    STEP(true),
    /** Exclusive gateway: exactly one way goes on. */
    CHOICE(true),
    /** Parallel gateway: all ways go on at once. */
    SPLIT(true),
    /** Parallel gateway: waits for every way that leads to it. */
    JOIN(true),
    /** The program looks whether something is so, and then lets the dossier go on. */
    AUTOMATIC(true),
    /** Other units are asked (lấy ý kiến). */
    CONSULTATION(true),
    /** The applicant is written to. */
    MESSAGE(true),
    /** Goes on after so many working hours. */
    TIMER(true),
    /** Another procedure is begun (liên thông). */
    LINKED(false);

    private final boolean supported;

    NodeKind(boolean supported) {
        this.supported = supported;
    }

    /** Whether a route with it can run in this version. */
    public boolean supported() {
        return supported;
    }

    /** Whether the program does it, and nobody else. */
    public boolean isByProgram() {
        return switch (this) {
            case AUTOMATIC, MESSAGE, TIMER -> true;
            case STEP, CHOICE, SPLIT, JOIN, CONSULTATION, LINKED -> false;
        };
    }

    /** How authors write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that authors write so. */
    public static Optional<NodeKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
