package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.NOTHING_PROPOSED;
import static vn.motcua.dossier.DossierRefusal.OWN_PROPOSAL;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierEvent.ProposalRefused;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Refused;

/** What a leader answers to what was proposed: four eyes, never the two of who proposed it. */
record Proposals(Dossier dossier) {

    /**
     * It happens.
     *
     * @param until the last day of a supplement that goes out
     */
    Change confirm(OfficerId by, LocalDate until, Instant now) {
        return switch (others(by)) {
            case Proposal.SecondSupplement it -> dossier.supplements().send(it, until, now);
            case Proposal.Halt it -> dossier.endings().halt(it, now);
            case Proposal.Amendment it -> dossier.amendments().amend(it, now);
            case Proposal.Revocation it -> dossier.revocations().revoke(it, now);
        };
    }

    /** The proposed correction happens, with its paper signed; any other proposal is none of that. */
    Change confirmSigned(OfficerId by, FileId signed, Instant now) {
        if (!(others(by) instanceof Proposal.Amendment it)) {
            throw new Refused(NOTHING_PROPOSED);
        }
        return dossier.amendments().amend(it.signed(signed), now);
    }

    /** It does not; says why to the colleague. */
    Change refuse(OfficerId by, String reason, Instant now) {
        dossier.permit(ProposalRefused.class);
        others(by);
        return Change.of(dossier, now, new ProposalRefused(Housekeeping.required(reason)));
    }

    private Proposal others(OfficerId by) {
        var proposal = dossier.proposal().orElseThrow(() -> new Refused(NOTHING_PROPOSED));
        if (proposal.by().equals(by)) {
            throw new Refused(OWN_PROPOSAL);
        }
        return proposal;
    }
}
