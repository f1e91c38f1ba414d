package vn.motcua.filing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.Access;
import vn.motcua.identity.Decision;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Matter;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.MandateActs;
import vn.motcua.mandate.TogetherDesk;

/**
 * Which drafts somebody may go on with. The database already hides those of other owners; who works for an owner finds
 * those alone that were begun by the same mandate, as far as it reaches.
 */
@Component
class DraftRights {

    private final Access access;
    private final Catalogue catalogue;
    private final MandateActs acts;
    private final TogetherDesk together;

    DraftRights(Access access, Catalogue catalogue, MandateActs acts, TogetherDesk together) {
        this.access = access;
        this.catalogue = catalogue;
        this.acts = acts;
        this.together = together;
    }

    /** Whether this draft of the scope's owner is there for them. */
    boolean reaches(SignedIn who, DraftId draft, RevisionId revision, Optional<Draft.BegunBy> begunBy) {
        return !(who instanceof SignedIn.Applicant it)
                || access.mayFill(
                                it,
                                matter(catalogue.revision(revision)),
                                begunBy.map(Draft.BegunBy::mandate),
                                Optional.of(draft.value()))
                        .permitted();
    }

    /** Whether they may file that draft, or throw it away; who only helps to fill in leaves that to its owner. */
    Decision files(SignedIn who, Draft draft) {
        return who instanceof SignedIn.Applicant it
                ? access.mayFile(
                        it,
                        matter(catalogue.revision(draft.revision())),
                        draft.begunBy().map(Draft.BegunBy::mandate).or(() -> mandate(it)))
                : new Decision.Permitted(Optional.empty());
    }

    /** Who helps its owner with that draft just now. */
    Optional<Case.Companion> helper(SignedIn who, Draft draft) {
        return who instanceof SignedIn.Citizen it
                ? together.on(it, draft.id().value())
                        .flatMap(mandate -> mandate.term()
                                .flatMap(term -> term.ended())
                                .map(until -> new Case.Companion(
                                        mandate.id(), mandate.representative().name(), until)))
                : Optional.empty();
    }

    /** A page was filled in by somebody else: written down with the mandate, which must last at this moment. */
    void filled(SignedIn who, String page) {
        if (who instanceof SignedIn.ForAnother it) {
            acts.filled(it, page);
        }
    }

    /** Whether what became of a draft of the scope's owner is theirs to know. */
    boolean reaches(SignedIn who, Filed filed) {
        return !(who instanceof SignedIn.Applicant it)
                || access.mayFill(
                                it,
                                matter(catalogue.revision(filed.revision())),
                                mandate(it),
                                Optional.of(filed.draft().value()))
                        .permitted();
    }

    /** Who begins it, when that is not its owner: written down with the mandate. Refuses what it does not reach. */
    Optional<Draft.BegunBy> begin(SignedIn.Applicant who, ProcedureRevision revision) {
        access.mayFill(who, matter(revision), mandate(who), Optional.empty()).orRefuse();
        if (!(who instanceof SignedIn.ForAnother it)) {
            return Optional.empty();
        }
        acts.began(it, revision.shortName(vn.motcua.shared.Language.VI));
        return Optional.of(new Draft.BegunBy(it.standing().mandate(), it.hand().name()));
    }

    /** It is filed: written down with the mandate, which must last at this moment. */
    void filed(SignedIn who, Filed filed) {
        if (who instanceof SignedIn.ForAnother it) {
            acts.filed(it, filed.code().grouped());
        }
    }

    private static Optional<MandateId> mandate(SignedIn.Applicant who) {
        return who.standing() instanceof Standing.ByMandate it ? Optional.of(it.mandate()) : Optional.empty();
    }

    private static Matter matter(ProcedureRevision revision) {
        return new Matter(revision.code(), revision.record().sector());
    }
}
