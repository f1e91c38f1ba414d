package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.NO_WAY_BACK;
import static vn.motcua.dossier.DossierRefusal.TRANSFER_NOWHERE;
import static vn.motcua.dossier.Housekeeping.required;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.DossierPassedAcross;
import vn.motcua.dossier.DossierEvent.DossierPassedOn;
import vn.motcua.dossier.DossierEvent.DossierTransferred;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.Text;

/** The rules by which a dossier goes to the one-stop of another unit: before reception, after it, and to another agency. */
record Passings(Dossier dossier) {

    /**
     * It came to the wrong door: the one-stop sends it to the competent unit instead of turning it away. Or the one-stop
     * receives it for the competent one, out of its bounds: it gives it a number, and the clock starts there.
     *
     * @param number the number, where it is received here
     * @param to the one-stop there
     * @param there the route with the units there
     */
    Change transfer(
            String step,
            OfficerId by,
            Elsewhere from,
            Elsewhere to,
            Optional<DossierNumber> number,
            String reason,
            Path path,
            Path there,
            Instant now) {
        dossier.permit(DossierTransferred.class);
        dossier.working(step, by, DeskAct.TURN_AWAY, path);
        elsewhere(to.unit());
        return Change.of(
                dossier,
                now,
                new DossierTransferred(
                        here(),
                        from.name(),
                        to.unit(),
                        to.name(),
                        number.isPresent() ? Text.clean(reason) : required(reason),
                        number,
                        dossier.desk().elsewhere(there, now)));
    }

    /**
     * It was received, and another unit of this agency is competent: it goes to the one-stop there, which forwards it. What
     * was worked on here is done anew by who is competent; number, papers and history stay.
     *
     * @param due another due moment, where the clock starts anew
     * @param there the route with the units there
     */
    Change on(
            String step,
            OfficerId by,
            Elsewhere from,
            Elsewhere to,
            String reason,
            Optional<Due> due,
            Path path,
            Path there,
            Instant now) {
        dossier.permit(DossierPassedOn.class);
        dossier.endings().holding(step, by);
        elsewhere(to.unit());
        return Change.of(
                dossier,
                now,
                new DossierPassedOn(
                        here(),
                        from.name(),
                        to.unit(),
                        to.name(),
                        required(reason),
                        due,
                        atReception(step, path, there, now)));
    }

    /** It was received, and a unit of another agency is competent: it ends here, and goes on in that agency's system. */
    Change across(
            String step, OfficerId by, Elsewhere from, TenantId agency, Elsewhere to, String reason, Instant now) {
        dossier.permit(DossierPassedAcross.class);
        dossier.endings().holding(step, by);
        return Change.of(
                dossier,
                now,
                new DossierPassedAcross(
                        here(),
                        from.name(),
                        agency,
                        to.unit(),
                        to.name(),
                        required(reason),
                        dossier.desk().stopped()));
    }

    /** It came here from another agency, which had received it: it keeps the number, and the clock starts here. */
    Change arrived(Elsewhere from, String name, DossierNumber number, String reason, Instant now) {
        dossier.permit(DossierTransferred.class);
        return Change.of(
                dossier,
                now,
                new DossierTransferred(
                        from.unit(), from.name(), here(), name, reason, Optional.of(number), dossier.desk()));
    }

    /** Back at the beginning, there. */
    private Desk atReception(String step, Path path, Path there, Instant now) {
        if (path.offers(step, DeskAct.RECEIVE)) {
            return dossier.desk().elsewhere(there, now);
        }
        var reception = path.route().earlierSteps(dossier.desk().tokens(), step).stream()
                .filter(it -> it.allows(DeskAct.RECEIVE))
                .map(OfficerStep::id)
                .findFirst()
                .orElseThrow(() -> new Refused(NO_WAY_BACK));
        return dossier.desk().sentBack(dossier.seat(step), reception, there, now);
    }

    private void elsewhere(UnitId to) {
        if (to.equals(here())) {
            throw new Refused(TRANSFER_NOWHERE);
        }
    }

    private UnitId here() {
        return dossier.filed().unit();
    }
}
