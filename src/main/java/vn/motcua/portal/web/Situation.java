package vn.motcua.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Elsewhere;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Reception;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.WaitingFor;
import vn.motcua.route.RoutePicture.DoorOnPath;
import vn.motcua.route.RoutePicture.Progress;
import vn.motcua.shared.Dong;
import vn.motcua.shared.VietnamTime;

/**
 * Where a dossier is and what its applicant has to do, in one notice.
 *
 * @param unit the name of where it lies, or went
 * @param at this moment
 * @param first what has to be paid before it is received; nothing for none
 * @param signing whether its result waits to be signed
 */
record Situation(ApplicantView dossier, Speech speech, String unit, Instant at, Dong first, boolean signing) {

    DossierView.Now now() {
        return switch (dossier.stage()) {
            case Stage.Submitted _
            when !first.equals(Dong.ZERO) ->
                new DossierView.Now(
                        "warn",
                        speech.t("portal.now.payFirst", first),
                        List.of(),
                        speech.t("portal.now.payFirst.next", unit),
                        Mine.address(dossier) + "/pay",
                        speech.t("portal.pay.link"));
            case Stage.Submitted _ ->
                lapsed().map(it ->
                                calm("warn", speech.t("portal.now.submitted", unit), speech.t("portal.now.lapsed", it)))
                        .orElseGet(() -> calm(
                                "",
                                speech.t("portal.now.submitted", unit),
                                speech.t("portal.now.nothing") + " " + speech.t("portal.now.submitted.next")));
            case Stage.TurnedAway it ->
                new DossierView.Now(
                        "warn",
                        speech.t("portal.now.turnedAway"),
                        List.of(it.reason()),
                        speech.t("portal.now.turnedAway.next"),
                        "/procedures/" + dossier.procedureCode(),
                        speech.t("portal.now.turnedAway.do"));
            case Stage.Received it -> passedOn(it.reception()).orElseGet(() -> inProcess(it.reception()));
            case Stage.InProcess it -> inProcess(it.reception());
            case Stage.AwaitingSupplement it ->
                new DossierView.Now(
                        "warn",
                        speech.t("portal.now.supplement", it.request().lines().size()),
                        it.request().lines().stream()
                                .map(line -> speech.t("portal.now.supplement.line", line.what(), line.reason()))
                                .toList(),
                        it.request()
                                        .until()
                                        .map(day -> speech.t("portal.now.supplement.until", VietnamTime.day(day)) + " ")
                                        .orElse("")
                                + speech.t(
                                        it.returnsTo() instanceof Stage.ReturnsTo.ToIntake
                                                ? "portal.now.supplement.intake"
                                                : "portal.now.supplement.process"),
                        Mine.address(dossier) + "/supplement",
                        speech.t("portal.now.supplement.do"));
            case Stage.Waiting it -> waiting(it);
            case Stage.Resolved it when dossier.mistake().isPresent() -> mistake(it);
            case Stage.Resolved it -> resolved(it);
            case Stage.HandedOver it when dossier.mistake().isPresent() -> mistake(it);
            case Stage.HandedOver _ when revoked().isPresent() -> revoked().get();
            case Stage.HandedOver it ->
                calm(
                        "good",
                        speech.t("portal.now.handedOver", VietnamTime.moment(it.since())),
                        speech.t("portal.now.handedOver.next") + tooLate(it.onTime(), it.reception()));
            case Stage.Halted it ->
                new DossierView.Now(
                        "warn",
                        speech.t("portal.now.halted", VietnamTime.moment(it.since())),
                        it.returned().isEmpty()
                                ? List.of(it.reason())
                                : List.of(it.reason(), speech.t("portal.now.halted.returned", it.returned())),
                        speech.t("portal.now.halted.next"),
                        "/procedures/" + dossier.procedureCode(),
                        speech.t("portal.now.turnedAway.do"));
            case Stage.PassedAcross it ->
                new DossierView.Now(
                        "",
                        speech.t("portal.now.passedAcross", unit, VietnamTime.moment(it.since())),
                        List.of(it.reason()),
                        speech.t("portal.now.passedAcross.next"),
                        "/my/" + dossier.code().value(),
                        speech.t("portal.now.passedAcross.do"));
            case Stage.Withdrawn it ->
                new DossierView.Now(
                        "",
                        speech.t("portal.now.withdrawn", VietnamTime.moment(it.since())),
                        it.reason().isEmpty() ? List.of() : List.of(it.reason()),
                        speech.t("portal.now.withdrawn.next"),
                        "/procedures/" + dossier.procedureCode(),
                        speech.t("portal.now.turnedAway.do"));
        };
    }

    /** What the applicant had was revoked, and nothing took its place. */
    private Optional<DossierView.Now> revoked() {
        return dossier.history().reversed().stream()
                .filter(it -> it.kind().equals("result-revoked"))
                .filter(_ -> dossier.result().isEmpty())
                .findFirst()
                .map(it -> new DossierView.Now(
                        "warn",
                        speech.t("portal.now.revoked", VietnamTime.moment(it.at())),
                        List.of(it.what(), it.remark()),
                        speech.t("portal.now.revoked.next"),
                        "",
                        ""));
    }

    /** They said that the result is wrong, and wait for the answer. */
    private DossierView.Now mistake(Stage stage) {
        var report = dossier.mistake().orElseThrow();
        return new DossierView.Now(
                "warn",
                speech.t("portal.now.mistake", VietnamTime.moment(report.at())),
                List.of(report.reason()),
                speech.t(stage instanceof Stage.HandedOver ? "portal.now.mistake.keep" : "portal.now.mistake.next"),
                "",
                "");
    }

    /** What it waits for; a wish to have it back comes first. */
    private DossierView.Now waiting(Stage.Waiting stage) {
        var awaited = stage.waitingFor();
        var key = "portal.now.waits." + awaited.kind();
        var what = awaited.amount()
                .map(it -> speech.t("portal.now.waits.amount", awaited.what(), it))
                .orElse(awaited.what());
        var next = awaited.until()
                        .map(it -> speech.t(overdue(awaited) ? key + ".overdue" : key + ".until", VietnamTime.day(it))
                                + " ")
                        .orElse("")
                + speech.t(key + ".next", awaited.above().map(Elsewhere::name).orElse(unit))
                + " "
                + speech.t(
                        awaited.stops() ? "portal.now.waits.stops" : "portal.now.waits.runs",
                        DossierWords.due(dossier, stage.reception().due().at(), speech));
        return leaving(speech.t(key))
                .orElseGet(() -> new DossierView.Now(
                        awaited.kind() == WaitKind.PAYMENT ? "warn" : "",
                        speech.t(key),
                        List.of(what),
                        next,
                        awaited.kind() == WaitKind.PAYMENT ? Mine.address(dossier) + "/pay" : "",
                        awaited.kind() == WaitKind.PAYMENT ? speech.t("portal.pay.link") : ""));
    }

    /** Silence from above decides nothing: it is late, and said to be. */
    private boolean overdue(WaitingFor awaited) {
        return awaited.kind() == WaitKind.HIGHER_UNIT
                && awaited.until().filter(VietnamTime.dayOf(at)::isAfter).isPresent();
    }

    /** Whether the applicant waits to hear if they get it back, or was told that they do not. */
    private Optional<DossierView.Now> leaving(String where) {
        var refused = dossier.history().reversed().stream()
                .filter(it -> List.of("withdrawal-asked", "withdrawal-refused").contains(it.kind()))
                .findFirst()
                .filter(it -> it.kind().equals("withdrawal-refused"))
                .map(it -> new DossierView.Now(
                        "warn",
                        speech.t("portal.now.withdrawalRefused"),
                        List.of(it.remark()),
                        speech.t("portal.now.withdrawalRefused.next", where),
                        "",
                        ""));
        return dossier.leaving()
                .map(it -> new DossierView.Now(
                        "warn",
                        speech.t("portal.now.leaving", VietnamTime.moment(it.at())),
                        List.of(it.reason()),
                        speech.t("portal.now.leaving.next", where),
                        "",
                        ""))
                .or(() -> refused);
    }

    /** It was given to the unit that is competent, and that one has not yet gone on with it; a wish to have it back comes first. */
    private Optional<DossierView.Now> passedOn(Reception reception) {
        return dossier.history().reversed().stream()
                .filter(it -> it.kind().equals("passed-on") || it.kind().equals("received"))
                .findFirst()
                .filter(it -> it.kind().equals("passed-on") && dossier.leaving().isEmpty())
                .map(it -> new DossierView.Now(
                        "",
                        speech.t("portal.now.passedOn", unit),
                        List.of(it.remark()),
                        speech.t(
                                        "portal.now.due",
                                        VietnamTime.moment(reception.due().at())) + " "
                                + speech.t("portal.now.nothing"),
                        "",
                        ""));
    }

    private DossierView.Now inProcess(Reception reception) {
        var door = dossier.doors().stream().map(DoorOnPath::progress).toList().indexOf(Progress.NOW);
        var where = door < 0
                ? dossier.stageName()
                : speech.t(
                        "portal.now.door",
                        door + 1,
                        speech.t(dossier.doors().get(door).door().key()));
        var due = VietnamTime.moment(reception.due().at());
        var leaving = leaving(where);
        if (leaving.isPresent()) {
            return leaving.get();
        }
        var renewed = dossier.renewed();
        if (renewed.isPresent()) {
            return apologised(
                    speech.t("portal.now.apologised", VietnamTime.moment(renewed.get())),
                    speech.t("portal.now.apologised.next", where, due));
        }
        return at.isAfter(reception.due().at())
                ? calm("warn", speech.t("portal.now.late", where), speech.t("portal.now.late.next", due))
                : reception
                        .promised()
                        .map(it -> apologised(
                                speech.t("portal.now.extended", due),
                                speech.t("portal.now.extended.next", where, VietnamTime.moment(it))))
                        .orElseGet(() -> lapsed().map(it -> calm(
                                        "warn",
                                        where,
                                        speech.t("portal.now.lapsed", it) + " " + speech.t("portal.now.due", due)))
                                .orElseGet(() -> calm(
                                        "good",
                                        where,
                                        speech.t("portal.now.due", due) + " " + speech.t("portal.now.nothing"))));
    }

    private DossierView.Now apologised(String what, String next) {
        var reasons = dossier.slips().apology().stream()
                .map(it -> it.written().reason())
                .toList();
        return new DossierView.Now("warn", what, reasons, next, "", "");
    }

    /** When the last day of the last supplement passed without an answer; empty where one came or none was asked. */
    private Optional<String> lapsed() {
        return dossier.history().reversed().stream()
                .filter(it -> it.kind().startsWith("supplement-") && !it.kind().equals("supplement-reminded"))
                .findFirst()
                .filter(it -> it.kind().equals("supplement-lapsed"))
                .map(it -> VietnamTime.moment(it.at()));
    }

    private DossierView.Now resolved(Stage.Resolved stage) {
        var denied = DossierWords.denied(stage);
        if (denied.isPresent()) {
            return new DossierView.Now(
                    "warn",
                    speech.t("portal.now.denied"),
                    List.of(denied.get()),
                    speech.t("portal.now.denied.next") + tooLate(stage.onTime(), stage.reception()),
                    "",
                    "");
        }
        if (stage.result().isEmpty()) {
            return calm(
                    "good",
                    speech.t(signing ? "portal.now.signing" : "portal.now.decided"),
                    speech.t("portal.now.nothing") + tooLate(stage.onTime(), stage.reception()));
        }
        var early = Optional.of(stage.reception().due().at())
                .filter(it -> VietnamTime.dayOf(at).isBefore(VietnamTime.dayOf(it)));
        return calm(
                "good",
                early.map(it -> speech.t("portal.now.result.early")).orElseGet(() -> speech.t("portal.now.result")),
                (dossier.receiveBy() == HandOver.How.COUNTER
                                ? speech.t("portal.now.result.COUNTER", unit)
                                : speech.t("portal.now.result." + dossier.receiveBy()))
                        + early.map(it -> " " + speech.t("portal.now.result.early.next", VietnamTime.moment(it)))
                                .orElse("")
                        + tooLate(stage.onTime(), stage.reception()));
    }

    /** A promise that was not kept is said, also once it no longer matters. */
    private String tooLate(boolean onTime, Reception reception) {
        return onTime
                ? ""
                : " "
                        + speech.t(
                                "portal.now.tooLate",
                                VietnamTime.moment(reception.due().at()));
    }

    private static DossierView.Now calm(String tone, String title, String toDo) {
        return new DossierView.Now(tone, title, List.of(), toDo, "", "");
    }
}
