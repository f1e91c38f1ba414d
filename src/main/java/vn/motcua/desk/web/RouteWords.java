package vn.motcua.desk.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.desk.web.WorkspaceView.StepLine;
import vn.motcua.dossier.DossierEvent;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.Opened;
import vn.motcua.organization.Kinds;
import vn.motcua.route.ByProgram;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.RoutePicture;
import vn.motcua.route.RoutePicture.Progress;
import vn.motcua.route.UnitRule;

/** The route of a dossier: what is done, what is now, what may come; with role, unit and hours. */
record RouteWords(Opened dossier, Kinds kinds, StepWords steps, Speech speech) {

    List<StepLine> lines() {
        return new RoutePicture(dossier.route())
                .steps(dossier.desk().tokens()).stream().map(this::line).toList();
    }

    private StepLine line(RoutePicture.StepOnPath place) {
        var until = place.progress() == Progress.NOW
                ? dossier.desk().seat(place.step().id()).flatMap(steps::until)
                : Optional.<StepWords.Until>empty();
        return new StepLine(
                place.step().name().in(speech.language()),
                state(place.progress()),
                speech.t(place.progress().key()),
                about(place.step()),
                who(place),
                until.map(StepWords.Until::words).orElse(""),
                until.filter(StepWords.Until::late).isPresent());
    }

    private static String state(Progress progress) {
        return switch (progress) {
            case DONE -> "past";
            case NOW -> "now";
            case NEXT, PASSED_BY -> "";
        };
    }

    private String about(OfficerStep step) {
        var role = kinds.roleName(step.role(), speech.language());
        var rule = step.unitRule(dossier.routeFacts());
        var where = rule.map(UnitRule::unitKind).orElse(step.unitKind());
        var kind = kinds.units().get(where);
        var unit = kind == null ? where : kind.name(speech.language());
        var about = step.hours()
                .map(it -> speech.t("desk.route.hours", role, unit, hours(it.toPlainString())))
                .orElseGet(() -> speech.t("desk.route.about", role, unit));
        var why = rule.map(
                        it -> speech.t("desk.route.because", about, it.because().in(speech.language())))
                .orElse(about);
        return step.program().map(it -> byProgram(it, why)).orElse(why);
    }

    /** What the program does there. */
    private String byProgram(ByProgram program, String about) {
        return switch (program) {
            case ByProgram.Letter it ->
                speech.t("desk.route.writes", about, it.title().in(speech.language()));
            case ByProgram.Pause _ -> speech.t("desk.route.waits", about);
            case ByProgram.Check it -> speech.t("desk.route.looks", about, speech.t("route.check." + it.what()));
        };
    }

    private String hours(String plain) {
        return switch (speech.language()) {
            case VI -> plain.replace('.', ',');
            case EN -> plain;
        };
    }

    private String who(RoutePicture.StepOnPath place) {
        var id = place.step().id();
        return switch (place.progress()) {
            case DONE -> finisher(id);
            case NOW -> place.step().program().isPresent() ? "" : holder(id);
            case NEXT, PASSED_BY -> "";
        };
    }

    private String holder(String step) {
        return dossier.desk().seat(step).flatMap(it -> it.officer()).isPresent()
                ? claimer(step)
                : speech.t("desk.route.tray");
    }

    private String finisher(String step) {
        return dossier.history().reversed().stream()
                .filter(it -> finishes(it.event(), step))
                .map(Opened.Entry::who)
                .findFirst()
                .orElse("");
    }

    private static boolean finishes(DossierEvent event, String step) {
        return (event instanceof StepCompleted done && done.step().equals(step))
                || (event instanceof DossierForwarded forwarded
                        && forwarded.step().equals(step));
    }

    private static Optional<String> taker(Opened.Entry entry, String step) {
        return switch (entry.event()) {
            case StepClaimed it when it.step().equals(step) -> Optional.of(entry.who());
            case StepAssigned it
            when it.step().equals(step) && it.officer().isPresent() -> Optional.of(it.officerName());
            case DossierEvent _ -> Optional.empty();
        };
    }

    private String claimer(String step) {
        return dossier.history().reversed().stream()
                .flatMap(it -> taker(it, step).stream())
                .findFirst()
                .orElse("");
    }
}
