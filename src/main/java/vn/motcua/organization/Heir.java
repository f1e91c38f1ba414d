package vn.motcua.organization;

import java.time.LocalDate;
import java.util.Set;

/**
 * That a unit takes over from one that ends.
 *
 * @param from the first day of the new one
 * @param roles whose work goes there; none means all that goes nowhere else
 * @param wards the places of which goes there, by code, where a unit was split by area; none likewise
 */
public record Heir(UnitId old, UnitId next, LocalDate from, Set<String> roles, Set<String> wards) {

    /** Keeps its own copy. */
    public Heir {
        roles = Set.copyOf(roles);
        wards = Set.copyOf(wards);
    }

    /** One for whom places do not matter. */
    public Heir(UnitId old, UnitId next, LocalDate from, Set<String> roles) {
        this(old, next, from, roles, Set.of());
    }

    /** Whether it takes what goes nowhere else. */
    boolean rest() {
        return roles.isEmpty() && wards.isEmpty();
    }
}
