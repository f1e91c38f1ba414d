package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.SpecialDay;
import vn.motcua.organization.UnitId;

/**
 * A day on which a unit and those below it do otherwise than the national calendar says.
 *
 * @param name why, as people read it in the explanation of a due moment
 * @param document the paper that says so
 * @param hours when they are open on this day alone; empty: as usual
 */
public record AgencyDay(
        UnitId unit, LocalDate day, Kind kind, String name, String document, List<OpeningHours.Session> hours) {

    /** Refuses a day of own hours without them, hours of a day that is closed, and of one that goes by the country. */
    public AgencyDay {
        hours = List.copyOf(hours);
        if (hours.isEmpty() ? kind == Kind.OWN_HOURS : !kind.open()) {
            throw new IllegalArgumentException(kind + " with the hours " + hours);
        }
    }

    /** A day at the usual hours. */
    public AgencyDay(UnitId unit, LocalDate day, Kind kind, String name, String document) {
        this(unit, day, kind, name, document, List.of());
    }

    /** What it does. */
    public enum Kind {
        /** Closed by decision (tạm ngừng làm việc). */
        CLOSED,
        /** Worked though the calendar rests (làm bù), at its own hours where it has some. */
        WORKED,
        /** A working day open at hours of its own, e.g. until noon. */
        OWN_HOURS,
        /** As in the whole country again: an earlier decision is taken back. */
        NATIONAL;

        boolean open() {
            return this == WORKED || this == OWN_HOURS;
        }
    }

    SpecialDay special() {
        var special = switch (kind) {
            case WORKED -> SpecialDay.Kind.SWAP_WORK;
            case OWN_HOURS -> SpecialDay.Kind.OWN_HOURS;
            case CLOSED, NATIONAL -> SpecialDay.Kind.SUSPENSION;
        };
        return new SpecialDay(day, name, name, special, document, "AGENCY", hours);
    }
}
