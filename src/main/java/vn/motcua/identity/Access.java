package vn.motcua.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;

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

    /**
     * Whether an applicant may file in that matter now.
     *
     * @param begunBy the mandate by which it was begun; empty when its owner began it
     */
    public Decision mayFile(SignedIn.Applicant who, Matter matter, Optional<MandateId> begunBy) {
        return rights().filing(who, matter, begunBy);
    }

    /**
     * Whether an applicant may see and fill in that draft now.
     *
     * @param begunBy the mandate by which it was begun; empty when its owner began it
     * @param draft which; empty for one that is about to be begun
     */
    public Decision mayFill(SignedIn.Applicant who, Matter matter, Optional<MandateId> begunBy, Optional<UUID> draft) {
        return rights().filling(who, matter, begunBy, draft);
    }

    /** Whether they receive at a one-stop now, and so may help people to fill in, and in which position. */
    public Decision mayHelp(SignedIn who) {
        return rights().checks(who, Optional.empty());
    }

    /** Whether what is in that matter, and theirs, is to be found in their list now. */
    public boolean mayFollow(SignedIn.Applicant who, Matter matter) {
        return rights().follows(who, matter);
    }

    /** Whether they may do this for a unit of their tenant now, and in which position. */
    public Decision may(SignedIn who, TenantAct act) {
        return rights().of(who, act);
    }

    /** Whether they look after a sector in other tenants for a ministry now, and in which position. */
    public Decision maySuperviseSector(SignedIn who) {
        return rights().superviseSector(who);
    }

    /**
     * Whether they may have somebody stand in for a colleague of that unit, and in which position of their own.
     *
     * @param unit empty for any unit at all
     */
    public Decision mayArrange(SignedIn who, Optional<UnitId> unit) {
        return rights().arrange(who, unit);
    }

    /** Whether who holds that position has a say in what the units below destroy. */
    public boolean looksAfterArchive(Position position) {
        return leads(position) || position.role().equals(Rights.ARCHIVIST);
    }

    /** Whether that position is one in which dossiers of the unit are worked on, and so found and seen. */
    public boolean worksOnDossiers(Position position) {
        return Rights.worksOnDossiers(position);
    }

    /**
     * Whether they may check the documents by which people want to act for others, and in which position of theirs.
     *
     * @param unit the one-stop where they are checked; empty for any
     */
    public Decision mayCheckMandates(SignedIn who, Optional<UnitId> unit) {
        return rights().checks(who, unit);
    }

    /** Whether who holds that position sees the work of the units below. */
    public boolean leads(Position position) {
        return kinds.leads(position.role());
    }

    private Rights rights() {
        return new Rights(clock.instant(), units.tree(), kinds::leads);
    }
}
