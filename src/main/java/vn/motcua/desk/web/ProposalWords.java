package vn.motcua.desk.web;

import java.util.List;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Proposal;
import vn.motcua.form.FormDefinition;
import vn.motcua.payment.FeeAccount;
import vn.motcua.shared.VietnamTime;

/** Says what waits for an answer: what a colleague proposed, what the applicant asked for. */
record ProposalWords(Opened dossier, FormDefinition form, Speech speech) {

    ActView.Confirm confirm(ActView.Slip slip) {
        return switch (dossier.proposal().orElseThrow()) {
            case Proposal.SecondSupplement it ->
                new ActView.Confirm(
                        slip,
                        speech.t("desk.act.confirm.second-supplement"),
                        because(DossierEvent.SecondSupplementProposed.class, it),
                        it.lines().stream()
                                .map(line -> speech.t("desk.supplement.line", line.what(), line.reason()))
                                .toList(),
                        speech.t(
                                "desk.act.confirm.second-supplement.effect",
                                VietnamTime.day(dossier.supplementUntil())),
                        speech.t("desk.act.confirm.second-supplement.go"));
            case Proposal.Amendment it ->
                new ActView.Confirm(
                        slip,
                        speech.t("desk.act.confirm.amendment"),
                        because(DossierEvent.AmendmentProposed.class, it),
                        it.corrected().entrySet().stream()
                                .map(one -> speech.t("desk.amendment.line", label(one.getKey()), one.getValue()))
                                .sorted()
                                .toList(),
                        speech.t("desk.act.confirm.amendment.effect", it.paper().number()),
                        speech.t("desk.act.confirm.amendment.go"));
            case Proposal.Revocation it ->
                new ActView.Confirm(
                        slip,
                        speech.t("desk.act.confirm.revocation"),
                        because(DossierEvent.RevocationProposed.class, it),
                        List.of(speech.t(it.revocation().ground().key())),
                        speech.t(
                                "desk.act.confirm.revocation.effect",
                                it.revocation().decision()),
                        speech.t("desk.act.confirm.revocation.go"));
            case Proposal.Halt it ->
                new ActView.Confirm(
                        slip,
                        speech.t("desk.act.confirm.halt"),
                        because(DossierEvent.HaltProposed.class, it),
                        it.returned().isEmpty() ? List.of() : List.of(speech.t("desk.halt.returned", it.returned())),
                        speech.t("desk.act.confirm.halt.effect"),
                        speech.t("desk.act.confirm.halt.go"));
        };
    }

    /** The applicant wants it back. */
    ActView.Confirm letGo(ActView.Slip slip, FeeAccount fees) {
        var asked = dossier.leaving().orElseThrow();
        return new ActView.Confirm(
                slip,
                speech.t("desk.act.let-go.title"),
                speech.t("desk.act.let-go.because", VietnamTime.moment(asked.at()), asked.reason()),
                fees.payments().isEmpty()
                        ? List.of()
                        : List.of(speech.t("desk.act.let-go.paid", fees.due().toString())),
                speech.t("desk.act.let-go.effect"),
                speech.t("desk.act.let-go"));
    }

    private String label(String field) {
        return form.fields()
                .filter(it -> it.id().equals(field))
                .map(it -> it.label().in(speech.language()))
                .findFirst()
                .orElse(field);
    }

    private String because(Class<? extends DossierEvent> proposed, Proposal proposal) {
        return speech.t(
                "desk.act.confirm.because",
                dossier.last(proposed).map(Opened.Entry::who).orElse(""),
                proposal.reason());
    }
}
