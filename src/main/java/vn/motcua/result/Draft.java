package vn.motcua.result;

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
        boolean sensitive) {

    /** Keeps its own copy. */
    public Draft {
        cautions = Set.copyOf(cautions);
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
