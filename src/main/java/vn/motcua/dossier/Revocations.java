package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.PROPOSED_ALREADY;
import static vn.motcua.dossier.DossierRefusal.REVOCATION_DECISION_MISSING;

import java.time.Instant;
import vn.motcua.dossier.DossierEvent.ResultRevoked;
import vn.motcua.dossier.DossierEvent.RevocationProposed;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * The rules by which a result that the applicant has is revoked: by a decision with a number, proposed by one and let happen by
 * a leader who is somebody else. The paper stays in the dossier; the dossier has no result any more.
 */
record Revocations(Dossier dossier) {

    /** An officer proposes it. */
    Change propose(OfficerId by, Revocation revocation, Instant now) {
        dossier.permit(RevocationProposed.class);
        dossier.amendments().issued();
        if (dossier.proposal().isPresent()) {
            throw new Refused(PROPOSED_ALREADY);
        }
        var decision = Text.clean(revocation.decision());
        if (decision.isEmpty()) {
            throw new Refused(REVOCATION_DECISION_MISSING);
        }
        var whole = new Revocation(revocation.ground(), decision, Housekeeping.required(revocation.reason()));
        return Change.of(dossier, now, new RevocationProposed(by, whole));
    }

    /** A leader lets it happen. */
    Change revoke(Proposal.Revocation proposed, Instant now) {
        dossier.permit(ResultRevoked.class);
        return Change.of(dossier, now, new ResultRevoked(dossier.amendments().issued(), proposed.revocation()));
    }
}
