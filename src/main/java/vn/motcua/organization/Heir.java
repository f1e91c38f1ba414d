package vn.motcua.organization;

import java.time.LocalDate;
import java.util.Set;

/**
 * That a unit takes over from one that ends.
 *
 * @param from the first day of the new one
 * @param roles whose work goes there; none means all that goes nowhere else
 */
public record Heir(UnitId old, UnitId next, LocalDate from, Set<String> roles) {

    /** Keeps its own copy. */
    public Heir {
        roles = Set.copyOf(roles);
    }
}
