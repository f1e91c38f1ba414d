package vn.motcua.portal;

import java.util.List;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.dossier.ApplicantDesk;
import vn.motcua.dossier.DossierRef;
import vn.motcua.identity.ApplicantAct;
import vn.motcua.identity.SignedIn;
import vn.motcua.linked.Branch;
import vn.motcua.linked.LaterFees;
import vn.motcua.linked.Whole;
import vn.motcua.linked.WholeWords;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;

/** Puts together what a linked filing costs, each part as its own agency has it. */
@Service
public class WholeFeesDesk {

    private final ApplicantDesk dossiers;
    private final DossierFees fees;
    private final LaterFees later;
    private final WholeWords words;

    WholeFeesDesk(ApplicantDesk dossiers, DossierFees fees, LaterFees later, WholeWords words) {
        this.dossiers = dossiers;
        this.fees = fees;
        this.later = later;
        this.words = words;
    }

    /** For whose filing it is; a part whose fees are not theirs to see is left out. */
    public WholeFees of(SignedIn.Applicant who, Whole whole, Language language) {
        var waiting = later.of(whole);
        return new WholeFees(whole.branches().stream()
                .flatMap(branch -> switch (branch.state()) {
                    case Branch.State.Open(var dossier, var _) -> open(who, whole, branch, dossier, language).stream();
                    case Branch.State.Waiting _ ->
                        List.of(part(whole, branch, waiting.getOrDefault(branch.place(), List.of()), language))
                                .stream();
                    case Branch.State.NotOpened _, Branch.State.Left _ ->
                        List.of(part(whole, branch, List.of(), language)).stream();
                })
                .toList());
    }

    private List<WholeFees.Part> open(
            SignedIn.Applicant who, Whole whole, Branch branch, DossierRef dossier, Language language) {
        if (!dossiers.may(who, dossier, ApplicantAct.PAY).permitted()) {
            return List.of();
        }
        var account = fees.of(who, dossiers.open(who, dossier, language));
        return List.of(part(whole, branch, account.lines(), account.unpaid(), language));
    }

    private WholeFees.Part part(Whole whole, Branch branch, List<FeeLine> lines, Language language) {
        return part(whole, branch, lines, lines.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus), language);
    }

    private WholeFees.Part part(Whole whole, Branch branch, List<FeeLine> lines, Dong unpaid, Language language) {
        var said = words.line(whole, branch, language);
        return new WholeFees.Part(branch.place(), said.name(), said.agency(), lines, unpaid, WholeFees.when(branch));
    }
}
