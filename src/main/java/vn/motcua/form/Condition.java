package vn.motcua.form;

/** A compiled yes-no expression. */
@FunctionalInterface
public interface Condition {

    /** Whether it holds; {@link Truth#UNKNOWN} when it hangs on a date that is not given. */
    Truth ask(Situation situation);

    /** Whether it surely holds. */
    default boolean holds(Situation situation) {
        return ask(situation) == Truth.YES;
    }

    /** What can be said about a condition. */
    enum Truth {
        YES,
        NO,
        UNKNOWN
    }
}
