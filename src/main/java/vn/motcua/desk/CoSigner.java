package vn.motcua.desk;

import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.SignatureRule;
import vn.motcua.document.ResultPaper;
import vn.motcua.dossier.Desk;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Outcome;
import vn.motcua.identity.OfficerId;

/**
 * Who signs a result before whoever decided it: of each role that its package names, who finished the last step in it. A role in which nobody
 * did anything is left out, and so is who decided; a denial and a correction are signed by the leader and the agency alone.
 */
record CoSigner(OfficerId officer, String name, SignatureRule rule) {

    /** Of a result that is decided. */
    static List<CoSigner> of(Opened dossier, ProcedurePackage procedure, OfficerId leader) {
        var decided = (DossierResolved)
                dossier.last(DossierResolved.class).orElseThrow().event();
        return decided.outcome() instanceof Outcome.Granted ? granted(dossier, procedure, leader) : List.of();
    }

    /** Who signs in a room beside the leader's, as the paper of a result that is granted names them. */
    static Optional<ResultPaper.Signer> printed(Opened dossier, ProcedurePackage procedure, OfficerId leader) {
        return granted(dossier, procedure, leader).stream()
                .filter(it -> it.rule().place() == SignatureRule.Place.BESIDE)
                .map(it -> new ResultPaper.Signer("", it.rule().title(), it.name()))
                .findFirst();
    }

    private static List<CoSigner> granted(Opened dossier, ProcedurePackage procedure, OfficerId leader) {
        if (dossier.result().isPresent()) {
            return List.of();
        }
        return procedure.result().signatures().stream()
                .flatMap(rule -> finished(dossier, rule)
                        .filter(it -> !it.by().equals(leader))
                        .map(it -> new CoSigner(it.by(), name(dossier, it), rule))
                        .stream())
                .toList();
    }

    private static Optional<Desk.Finished> finished(Opened dossier, SignatureRule rule) {
        return dossier.desk().finished().reversed().stream()
                .filter(it -> it.role().equals(rule.role()))
                .findFirst();
    }

    /** As the history of the dossier names who finished that step. */
    private static String name(Opened dossier, Desk.Finished finished) {
        return dossier.standing().reversed().stream()
                .filter(it ->
                        it.event() instanceof StepCompleted one && one.step().equals(finished.step()))
                .map(Opened.Entry::who)
                .findFirst()
                .orElse("");
    }
}
