package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.CLOCK_STANDS_STILL;
import static vn.motcua.dossier.DossierRefusal.EXTENDED_BEFORE;
import static vn.motcua.dossier.DossierRefusal.EXTENSION_TOO_LATE;

import java.time.Instant;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.LateApologised;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * What an agency says when a dossier will be late, or is: that it is sorry, why, and when the result comes. Once in all, and only
 * while its clock runs and nothing is decided: not before it is forwarded, not while the applicant is waited for, not once it ended.
 */
record Lateness(Dossier dossier) {

    /**
     * The agency will be late: it apologises, says why and names a new date; once, and at the latest one day before the
     * date that it promised (NĐ 61/2018 Điều 19 khoản 9).
     *
     * @param due the new due moment
     * @param latest until when the law lets it be told
     */
    Change extend(String reason, Due due, Instant latest, Instant now) {
        permit(DueExtended.class);
        if (now.isAfter(latest)) {
            throw new Refused(EXTENSION_TOO_LATE, VietnamTime.moment(latest));
        }
        return Change.of(
                dossier, now, new DueExtended(dossier.reception().due().at(), Housekeeping.required(reason), due));
    }

    /**
     * The agency is late, or can no longer say in time that it will be: it still apologises, says why and names a date, once in
     * all. What was promised stays due. No text was found that forbids or asks for it.
     *
     * @param renewed when the result is to come now
     */
    Change apologise(String reason, Instant renewed, Instant now) {
        permit(LateApologised.class);
        return Change.of(
                dossier,
                now,
                new LateApologised(dossier.reception().due().at(), Housekeeping.required(reason), renewed));
    }

    /**
     * Refuses where nobody apologises: in another stage, a second time, and while the clock stands still. What is left out of the
     * time limit moves the due moment when it is over: no date can be named before.
     */
    void permit(Class<? extends DossierEvent> act) {
        dossier.permit(act);
        if (StepDue.standsStill(dossier.stage())) {
            throw new Refused(CLOCK_STANDS_STILL);
        }
        if (dossier.reception().promised().isPresent()
                || dossier.reception().renewed().isPresent()) {
            throw new Refused(EXTENDED_BEFORE);
        }
    }
}
