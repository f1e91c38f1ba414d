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
    private final TrackingThrottle throttle;
    private final Messages messages;

    TrackApi(Tracking tracking, TrackingThrottle throttle, Messages messages) {
        this.tracking = tracking;
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
     * One dossier of it.
     *
     * @param number the dossier number; null before reception
     * @param door at which door it is, from 1
     * @param doors how many doors there are
     * @param finished whether it has come to its end
     */
    record Item(@Nullable String number, int door, int doors, boolean finished) {}

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
        var found = TrackingCode.typed(trackingCode).flatMap(it -> tracking.find(it, language));
        if (found.isEmpty()) {
            throttle.missed(request.getRemoteAddr());
            throw new Refused(PortalRefusal.NO_SUCH_TRACKING_CODE);
        }
        return ResponseEntity.ok(new Filing(found.get().dossiers().stream()
                .map(PublicState::of)
                .map(TrackApi::item)
                .toList()));
    }

    private static Item item(PublicState state) {
        return new Item(
                state.number().isPresent()
                        ? state.number().map(DossierNumber::value).get()
                        : null,
                state.door(),
                PublicState.DOORS,
                state.finished());
    }
}
