package vn.motcua.route;

import java.util.Map;

/** A compiled condition of a choice. Total: it answers for every set of facts and changes nothing. */
@FunctionalInterface
public interface Condition {

    /** Whether it holds for the facts (answers of the form, channel, case). */
    boolean holds(Map<String, Object> facts);
}
