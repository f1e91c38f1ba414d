package vn.motcua.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;

/**
 * A result as it is drawn up, before it is signed.
 *
 * @param command of who made it
 * @param code printed on it
 * @param step at which it is issued; empty for one that replaces another
 * @param procedure its code
 * @param revision whose template it was made from
 * @param clerk in whose name it is issued
 * @param file what is to be signed
 * @param sensitive whether the public page says nothing of it without its owner's code
 * @param signers who signs before the leader, in their order; not read back from the register, which knows the turns
 * @param appraisal who has to appraise it before it is signed; empty where its package does not ask for it
 */
public record Draft(
        UUID command,
        ResultCode code,
        DossierId dossier,
        String step,
        String number,
        String procedure,
        RevisionId revision,
        Issuer issuer,
        Leader leader,
        AccountId clerk,
        Set<Caution> cautions,
        FileId file,
        boolean sensitive,
        List<Signer> signers,
        Optional<Appraisal> appraisal) {

    /** Keeps its own copy. */
    public Draft {
        cautions = Set.copyOf(cautions);
        signers = List.copyOf(signers);
    }

    /**
     * Who signs before the leader.
     *
     * @param position in words
     * @param where on the paper
     */
    public record Signer(OfficerId officer, String position, Turn.What where) {}

    /**
     * By whom it is to be appraised (thẩm định).
     *
     * @param role at the agency or a unit below it
     * @param drafters who had a hand in it or signs it, and so may not appraise it
     */
    public record Appraisal(String role, Set<OfficerId> drafters) {

        /** Keeps its own copy. */
        public Appraisal {
            drafters = Set.copyOf(drafters);
        }
    }

    /** The agency that gives it. */
    public record Issuer(UnitId unit, String name) {}

    /**
     * Who decided and signs.
     *
     * @param position in words, as it is printed
     */
    public record Leader(OfficerId officer, String name, String position) {}
}
