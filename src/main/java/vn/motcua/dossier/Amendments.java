package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.AMENDMENT_EMPTY;
import static vn.motcua.dossier.DossierRefusal.MISTAKE_REPORTED_BEFORE;
import static vn.motcua.dossier.DossierRefusal.NO_MISTAKE_REPORTED;
import static vn.motcua.dossier.DossierRefusal.PROPOSED_ALREADY;
import static vn.motcua.dossier.DossierRefusal.RESULT_NOT_ISSUED;
import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;

import java.time.Instant;
import vn.motcua.dossier.DossierEvent.AmendmentProposed;
import vn.motcua.dossier.DossierEvent.AmendmentRefused;
import vn.motcua.dossier.DossierEvent.MistakeReported;
import vn.motcua.dossier.DossierEvent.ResultAmended;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * The rules by which an issued result is corrected (đính chính kết quả): the agency corrects its mistakes at its own cost
 * (NĐ 61/2018 Điều 21), on the applicant's word or its own, when a leader confirms it. The wrong result stays in the dossier,
 * marked as replaced.
 */
record Amendments(Dossier dossier) {

    /** The applicant says what is wrong in the result. */
    Change report(String reason, Instant now) {
        dossier.permit(MistakeReported.class);
        issued();
        if (dossier.mistake().isPresent()) {
            throw new Refused(MISTAKE_REPORTED_BEFORE);
        }
        return Change.of(dossier, now, new MistakeReported(Housekeeping.required(reason)));
    }

    /** An officer finds that nothing is wrong, and says why. */
    Change keep(String reason, Instant now) {
        dossier.permit(AmendmentRefused.class);
        if (dossier.mistake().isEmpty()) {
            throw new Refused(NO_MISTAKE_REPORTED);
        }
        return Change.of(dossier, now, new AmendmentRefused(Housekeeping.required(reason)));
    }

    /** Refuses what {@link #propose} would, before a paper is made for it. */
    void mayBeProposed() {
        dossier.permit(AmendmentProposed.class);
        issued();
        if (dossier.proposal().isPresent()) {
            throw new Refused(PROPOSED_ALREADY);
        }
    }

    /** An officer proposes another result. */
    Change propose(OfficerId by, String reason, AmendedResult right, Instant now) {
        mayBeProposed();
        if (right.corrected().isEmpty()) {
            throw new Refused(AMENDMENT_EMPTY);
        }
        return Change.of(
                dossier,
                now,
                new AmendmentProposed(by, Housekeeping.required(reason), right.corrected(), right.paper()));
    }

    /** A leader lets it take the place of the wrong one. */
    Change amend(Proposal.Amendment proposed, Instant now) {
        dossier.permit(ResultAmended.class);
        return Change.of(
                dossier, now, new ResultAmended(issued(), proposed.paper(), proposed.reason(), proposed.corrected()));
    }

    /** The result that it has; refused where there is none. */
    ResultPaper issued() {
        return switch (dossier.stage()) {
            case Stage.Resolved it
            when it.outcome() instanceof Outcome.Granted ->
                it.result().orElseThrow(() -> new Refused(RESULT_NOT_ISSUED));
            case Stage.HandedOver it
            when it.outcome() instanceof Outcome.Granted ->
                it.result().orElseThrow(() -> new Refused(RESULT_NOT_ISSUED));
            case Stage.Resolved _,
                    Stage.HandedOver _,
                    Stage.Submitted _,
                    Stage.TurnedAway _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Withdrawn _,
                    Stage.PassedAcross _,
                    Stage.Halted _ ->
                throw new Refused(
                        WRONG_STAGE,
                        Phrase.of("dossier.stage." + dossier.stage().kind()));
        };
    }
}
