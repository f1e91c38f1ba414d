package vn.motcua.portal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.Tracking;
import vn.motcua.dossier.TrackingCode;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.linked.LinkedFilings;
import vn.motcua.portal.PortalRefusal;
import vn.motcua.portal.TrackingThrottle;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/** The public state of dossiers for programs. */
@RestController
@Tag(name = "dossiers", description = "How far a dossier is")
class TrackApi {

    private final Tracking tracking;
    private final LinkedFilings linked;
    private final TrackingThrottle throttle;
    private final Messages messages;

    TrackApi(Tracking tracking, LinkedFilings linked, TrackingThrottle throttle, Messages messages) {
        this.tracking = tracking;
        this.linked = linked;
        this.throttle = throttle;
        this.messages = messages;
    }

    /**
     * A filing.
     *
     * @param dossiers at least one
     */
    record Filing(List<Item> dossiers) {}

    /**
     * One part of it; where its procedures are not linked, one dossier.
     *
     * @param part which it is, from 1
     * @param number the dossier number; null before reception
     * @param door at which door it is, from 1; 0 for a part that is no dossier yet
     * @param doors how many doors there are
     * @param finished whether it has come to its end
     * @param waitsFor the parts whose results it waits for
     */
    record Item(int part, @Nullable String number, int door, int doors, boolean finished, List<Integer> waitsFor) {}

    /** The same as the page. */
    @GetMapping("/api/v1/dossiers/{trackingCode}")
    @Door(Who.PUBLIC)
    @Operation(
            summary = "Read how far a filing is",
            description = "Only the dossier number and the degree of completion, as the law has it without sign-in.")
    @ApiResponse(responseCode = "200", description = "The dossiers of the filing")
    @ApiResponse(
            responseCode = "404",
            description = "No filing with that code (application/problem+json, code NO_SUCH_TRACKING_CODE)",
            content = {})
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong codes; Retry-After says when to try again (code TOO_MANY_TRIES)",
            content = {})
    ResponseEntity<Object> dossiers(
            @Parameter(description = "Sixteen letters and digits; case, spaces and dashes do not matter") @PathVariable
                    String trackingCode,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var wait = throttle.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.TOO_MANY_REQUESTS,
                    messages.say(
                            language,
                            "portal.track.wait",
                            Math.max(1, wait.get().plusSeconds(59).toMinutes())));
            problem.setProperty("code", "TOO_MANY_TRIES");
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, TrackPages.seconds(wait.get()))
                    .body(problem);
        }
        var asked = TrackingCode.typed(trackingCode);
        var found = asked.flatMap(it -> tracking.find(it, language));
        if (found.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
            throw new Refused(PortalRefusal.NO_SUCH_TRACKING_CODE);
        }
        return ResponseEntity.ok(new Filing(PublicParts.of(found.get(), asked.flatMap(linked::of)).stream()
                .map(TrackApi::item)
                .toList()));
    }

    private static Item item(PublicParts.Part part) {
        return part.state()
                .map(it -> item(part, it))
                .orElseGet(() -> new Item(part.place(), null, 0, PublicState.DOORS, part.finished(), part.waitsFor()));
    }

    private static Item item(PublicParts.Part part, PublicState state) {
        return new Item(
                part.place(),
                state.number().isPresent()
                        ? state.number().map(DossierNumber::value).get()
                        : null,
                state.door(),
                PublicState.DOORS,
                state.finished(),
                part.waitsFor());
    }
}
