package vn.motcua.dossier;

import java.time.LocalDate;
import vn.motcua.deadline.SpecialDay;
import vn.motcua.organization.UnitId;

/**
 * A day on which a unit and those below it do otherwise than the national calendar says.
 *
 * @param name why, as people read it in the explanation of a due moment
 * @param document the paper that says so
 */
public record AgencyDay(UnitId unit, LocalDate day, Kind kind, String name, String document) {

    /** What it does. */
    public enum Kind {
        /** Closed by decision (tạm ngừng làm việc). */
        CLOSED,
        /** Worked though the calendar rests (làm bù). */
        WORKED,
        /** As in the whole country again: an earlier decision is taken back. */
        NATIONAL
    }

    SpecialDay special() {
        return new SpecialDay(
                day,
                name,
                name,
                kind == Kind.WORKED ? SpecialDay.Kind.SWAP_WORK : SpecialDay.Kind.SUSPENSION,
                document,
                "AGENCY");
    }
}
