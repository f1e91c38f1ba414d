package vn.motcua.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.motcua.dossier.ApplicantView;
import vn.motcua.dossier.Stage;
import vn.motcua.organization.UnitId;
import vn.motcua.route.RoutePicture.Door;
import vn.motcua.route.RoutePicture.DoorOnPath;
import vn.motcua.route.RoutePicture.Progress;
import vn.motcua.shared.VietnamTime;

/** The three doors of a dossier, with what happened and what comes behind each. */
record PathWords(ApplicantView dossier, Speech speech, Function<UnitId, String> units) {

    List<DossierView.Stop> stops() {
        return dossier.doors().stream()
                .map(it ->
                        new DossierView.Stop(speech.t(it.door().key()), look(it.progress()), progress(it), lines(it)))
                .toList();
    }

    private String progress(DoorOnPath door) {
        return door.progress() == Progress.PASSED_BY && door.door() == endedAt()
                ? speech.t("portal.door.stopped")
                : speech.t(door.progress().key());
    }

    private static String look(Progress progress) {
        return switch (progress) {
            case DONE -> "past";
            case NOW -> "now";
            case NEXT, PASSED_BY -> "";
        };
    }

    private List<String> lines(DoorOnPath door) {
        return switch (door.progress()) {
            case DONE -> done(door);
            case NOW -> here(door);
            case NEXT -> next(door);
            case PASSED_BY -> stopped(door);
        };
    }

    private List<String> done(DoorOnPath door) {
        return switch (door.door()) {
            case RECEPTION -> said("portal.door.received", "received", units.apply(dossier.receiving()));
            case DECISION -> Stream.concat(above().stream(), decided().stream()).toList();
            case HAND_OVER -> said("portal.door.handedOver", "result-handed-over", "");
        };
    }

    /** When it went to a unit above, and when that one answered. */
    private List<String> above() {
        return Stream.concat(
                        said("portal.door.sentUp", "sent-up", "").stream(),
                        said("portal.door.answeredAbove", "answered-above", "").stream())
                .toList();
    }

    private List<String> decided() {
        var lines = new ArrayList<String>();
        lines.addAll(said(
                DossierWords.denied(dossier.stage()).isPresent() ? "portal.door.denied" : "portal.door.granted",
                "resolved",
                ""));
        lines.addAll(said("portal.door.issued", "result-issued", ""));
        return lines;
    }

    private List<String> here(DoorOnPath door) {
        var lines = new ArrayList<String>();
        if (dossier.stage() instanceof Stage.AwaitingSupplement it) {
            lines.add(speech.t("portal.door.waitsForYou", VietnamTime.moment(it.since())));
            return lines;
        }
        if (dossier.stage() instanceof Stage.Waiting it) {
            lines.add(speech.t("portal.door.waits." + it.waitingFor().kind(), VietnamTime.moment(it.since())));
        }
        if (door.door() == Door.DECISION) {
            lines.addAll(above());
            lines.addAll(decided());
            dossier.at().map(ApplicantView.OpenStep::name).ifPresent(lines::add);
        }
        dossier.at()
                .ifPresent(it -> lines.add(
                        speech.t("portal.door.at", units.apply(dossier.unit()), VietnamTime.moment(it.since()))));
        dossier.officer().ifPresent(it -> lines.add(speech.t("portal.door.officer", it)));
        return lines;
    }

    private List<String> next(DoorOnPath door) {
        return switch (door.door()) {
            case RECEPTION, DECISION -> List.of();
            case HAND_OVER -> List.of(speech.t("portal.receive." + dossier.receiveBy()));
        };
    }

    private List<String> stopped(DoorOnPath door) {
        if (door.door() != endedAt()) {
            return List.of();
        }
        return switch (dossier.stage()) {
            case Stage.TurnedAway _ -> said("portal.door.turnedAway", "turned-away", "");
            case Stage.Withdrawn it -> List.of(speech.t("portal.door.withdrawn", VietnamTime.moment(it.since())));
            case Stage.Halted _ -> said("portal.door.halted", "halted", "");
            case Stage.PassedAcross it -> said("portal.door.passedAcross", "passed-across", units.apply(it.to()));
            case Stage.Submitted _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Resolved _,
                    Stage.HandedOver _ -> List.of();
        };
    }

    /** Behind which door a dossier ended that was never decided. */
    private Door endedAt() {
        return dossier.doors().stream()
                .filter(it -> it.progress() == Progress.PASSED_BY)
                .map(DoorOnPath::door)
                .findFirst()
                .orElse(Door.RECEPTION);
    }

    /** When, who and where, of the last event of that kind. */
    private List<String> said(String key, String kind, String where) {
        return DossierWords.last(dossier, kind).stream()
                .map(it -> speech.t(key, VietnamTime.moment(it.at()), it.who(), where))
                .toList();
    }
}
