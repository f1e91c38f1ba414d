package vn.motcua.identity;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * An officer's position: a role in a unit, from a day to a day. All authority at the desk comes from positions.
 *
 * @param role the word that a procedure's route uses, e.g. {@code receiver}
 * @param to last day, empty while open
 * @param standsInFor the position of somebody else that is filled for a time, empty for one's own
 */
public record Position(
        PositionId id,
        UnitId unit,
        String role,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<PositionId> standsInFor) {

    /** A position of one's own. */
    public Position(PositionId id, UnitId unit, String role, LocalDate from, Optional<LocalDate> to) {
        this(id, unit, role, from, to, Optional.empty());
    }

    /** Whether it is held on that day. */
    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && to.map(it -> !day.isAfter(it)).orElse(true);
    }
}
