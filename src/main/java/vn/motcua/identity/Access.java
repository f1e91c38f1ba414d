package vn.motcua.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.VietnamTime;

/** The one place that answers "may this person do this to this dossier now?", for pages, API and exports alike. */
@Component
public class Access {

    private final Units units;
    private final Kinds kinds;
    private final Clock clock;

    Access(Units units, Kinds kinds, Clock clock) {
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whether an officer may do this to that dossier now, and in which position. */
    public Decision may(SignedIn who, DeskAct act, Subject subject) {
        return rights().of(who, act, subject);
    }

    /** Whether an applicant may do this to that dossier now. */
    public Decision may(SignedIn who, ApplicantAct act, Subject subject) {
        return rights().of(who, act, subject);
    }

    /** Whether they may do this for a unit of their tenant now, and in which position. */
    public Decision may(SignedIn who, TenantAct act) {
        return rights().of(who, act);
    }

    /**
     * Whether they may have somebody stand in for a colleague of that unit, and in which position of their own.
     *
     * @param unit empty for any unit at all
     */
    public Decision mayArrange(SignedIn who, Optional<UnitId> unit) {
        return rights().arrange(who, unit);
    }

    /** Whether who holds that position sees the work of the units below. */
    public boolean leads(Position position) {
        return kinds.leads(position.role());
    }

    private Rights rights() {
        return new Rights(VietnamTime.dayOf(clock.instant()), units.tree(), kinds::leads);
    }
}
