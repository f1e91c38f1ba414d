package vn.motcua.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.portal.TrackingThrottle;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Text;

/** Looking up a filing by its tracking code, for anybody who has it. */
@Controller
class TrackPages {

    private static final int SHOWN_AGAIN = 60;

    private final Tracking tracking;
    private final LinkedFilings linked;
    private final TrackingThrottle throttle;
    private final Messages messages;

    TrackPages(Tracking tracking, LinkedFilings linked, TrackingThrottle throttle, Messages messages) {
        this.tracking = tracking;
        this.linked = linked;
        this.throttle = throttle;
        this.messages = messages;
    }

    /** The form, and the answer below it. */
    @Door(Who.PUBLIC)
    @GetMapping("/track")
    ModelAndView track(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var speech = new Speech(messages, Languages.of(request));
        if (code == null) {
            return Pages.show("portal/track", new TrackView("", "", List.of(), ""));
        }
        var typed = shown(code);
        if (typed.isEmpty()) {
            return wrong(typed, speech.t("portal.track.empty"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var wait = throttle.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait.get()));
            return wrong(typed, speech.t("portal.track.wait", minutes(wait.get())), HttpStatus.TOO_MANY_REQUESTS);
        }
        var asked = TrackingCode.typed(code);
        var found = asked.flatMap(it -> tracking.find(it, speech.language()));
        if (found.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
            return wrong(typed, speech.t("portal.track.unknown"), HttpStatus.NOT_FOUND);
        }
        return Pages.show(
                "portal/track",
                new TrackView(
                        asked.orElseThrow().grouped(),
                        "",
                        parts(PublicParts.of(found.get(), linked.of(asked.orElseThrow())), speech),
                        "/my/" + asked.orElseThrow().value()));
    }

    private static List<TrackView.Found> parts(List<PublicParts.Part> parts, Speech speech) {
        return parts.stream()
                .map(it -> {
                    var name = parts.size() > 1 ? speech.t("portal.track.part", it.place()) : "";
                    return it.state()
                            .map(state -> said(name, state, speech))
                            .orElseGet(
                                    () -> new TrackView.Found(name, "", waits(it, speech), it.finished(), List.of()));
                })
                .toList();
    }

    private static String waits(PublicParts.Part part, Speech speech) {
        return part.finished()
                ? speech.t("portal.track.part.over")
                : speech.t(
                        "portal.track.part.waits",
                        part.waitsFor().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static TrackView.Found said(String part, PublicState state, Speech speech) {
        return new TrackView.Found(
                part,
                state.number().map(DossierNumber::value).orElseGet(() -> speech.t("portal.noNumber")),
                state.finished()
                        ? speech.t("portal.track.finished")
                        : speech.t("portal.track.at", state.door(), PublicState.DOORS),
                state.finished(),
                state.finished() ? List.of() : doors(state, speech));
    }

    private static List<DossierView.Stop> doors(PublicState state, Speech speech) {
        return PublicState.ORDER.stream()
                .map(it -> {
                    int order = PublicState.ORDER.indexOf(it) + 1;
                    var progress = order < state.door() ? "DONE" : order == state.door() ? "NOW" : "NEXT";
                    return new DossierView.Stop(
                            speech.t(it.key()),
                            order < state.door() ? "past" : order == state.door() ? "now" : "",
                            speech.t("route.progress." + progress),
                            List.of());
                })
                .toList();
    }

    private static ModelAndView wrong(String typed, String why, HttpStatus status) {
        return Pages.show("portal/track", new TrackView(typed, why, List.of(), ""), status);
    }

    private static String shown(String code) {
        var clean = Text.clean(code);
        return clean.length() <= SHOWN_AGAIN ? clean : clean.substring(0, SHOWN_AGAIN);
    }

    static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.toSeconds()));
    }

    private static long minutes(Duration wait) {
        return Math.max(1, wait.plusSeconds(59).toMinutes());
    }
}
