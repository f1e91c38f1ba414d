package vn.motcua.desk.web;

import vn.motcua.dossier.DossierEvent.SecondSupplementProposed;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Proposal;
import vn.motcua.shared.VietnamTime;

/** Says to a leader what a colleague proposed. */
record ProposalWords(Opened dossier, Speech speech) {

    ActView.Confirm confirm(ActView.Slip slip) {
        return switch (dossier.proposal().orElseThrow()) {
            case Proposal.SecondSupplement it ->
                new ActView.Confirm(
                        slip,
                        speech.t("desk.act.confirm.second-supplement"),
                        speech.t(
                                "desk.act.confirm.because",
                                dossier.last(SecondSupplementProposed.class)
                                        .map(Opened.Entry::who)
                                        .orElse(""),
                                it.reason()),
                        it.lines().stream()
                                .map(line -> speech.t("desk.supplement.line", line.what(), line.reason()))
                                .toList(),
                        speech.t(
                                "desk.act.confirm.second-supplement.effect",
                                VietnamTime.day(dossier.supplementUntil())),
                        speech.t("desk.act.confirm.second-supplement.go"));
        };
    }
}
