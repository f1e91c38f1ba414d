package vn.motcua.result.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.document.Uploads;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.result.ResultCode;
import vn.motcua.result.ResultRefusal;
import vn.motcua.result.Verification;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.signature.Finding;
import vn.motcua.signature.Judgement;

/** Checking results, for programs. */
@RestController
@Tag(name = "results", description = "Whether a result is real and in force")
class VerifyApi {

    private final Verification verification;
    private final WrongCodes wrong;
    private final Uploads uploads;
    private final Messages messages;

    VerifyApi(Verification verification, WrongCodes wrong, Uploads uploads, Messages messages) {
        this.verification = verification;
        this.wrong = wrong;
        this.uploads = uploads;
        this.messages = messages;
    }

    /**
     * A result in the register; nothing of whose it is.
     *
     * @param code as printed on it
     * @param issuer the agency
     * @param number its number
     * @param issuedAt when, UTC
     * @param state issued, replaced or revoked
     * @param signed whether digitally
     * @param since since when it is replaced or revoked; null while it is in force
     * @param replacedBy the code of the one that took its place; null for none
     * @param ground of which kind the reason is for which it is revoked; null where it is not
     */
    record Result(
            String code,
            String issuer,
            String number,
            Instant issuedAt,
            String state,
            boolean signed,
            @Nullable Instant since,
            @Nullable String replacedBy,
            @Nullable String ground) {}

    /**
     * A file.
     *
     * @param verdict VALID, INDETERMINATE or NOT_VALID
     * @param findings about the file as a whole
     * @param signatures in their order
     * @param registered what the register says of exactly this file; null when it does not know it
     */
    record Checked(
            String verdict,
            List<Found> findings,
            List<Signature> signatures,
            @Nullable Result registered) {}

    /** Why: a stable word and a sentence. */
    record Found(String code, String sentence) {}

    /**
     * A signature.
     *
     * @param revocationListOf from when the revocation list is that was asked; null for none
     */
    record Signature(
            String verdict,
            String name,
            String position,
            String agency,
            @Nullable Instant claimedAt,
            @Nullable Instant stampedAt,
            @Nullable Instant revocationListOf,
            List<Found> findings) {}

    /** The same as the page. */
    @GetMapping("/api/v1/results/{code}")
    @Door(Who.PUBLIC)
    @Operation(
            summary = "Check a result by its code",
            description =
                    "Issuer, number, date and state of the result with the code that is printed on it; nothing personal.")
    @ApiResponse(responseCode = "200", description = "The result")
    @ApiResponse(
            responseCode = "403",
            description = "A sensitive result, without the code that its owner made (code OWNER_CODE_NEEDED)",
            content = {})
    @ApiResponse(
            responseCode = "404",
            description = "No issued result with that code (application/problem+json, code NO_SUCH_RESULT)",
            content = {})
    @ApiResponse(
            responseCode = "429",
            description = "Too many wrong codes; Retry-After says when to try again (code TOO_MANY_TRIES)",
            content = {})
    ResponseEntity<Object> result(
            @Parameter(description = "Twelve letters and digits; case, spaces and dashes do not matter") @PathVariable
                    String code,
            @Parameter(description = "Of a sensitive result: the code that its owner made")
                    @RequestHeader(name = "Owner-Code", defaultValue = "")
                    String owner,
            HttpServletRequest request) {
        var wait = wrong.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.TOO_MANY_REQUESTS,
                    messages.say(Languages.of(request), "result.verify.wait", WrongCodes.minutes(wait.get())));
            problem.setProperty("code", "TOO_MANY_TRIES");
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.RETRY_AFTER, WrongCodes.seconds(wait.get()))
                    .body(problem);
        }
        var found = ResultCode.typed(code).flatMap(it -> verification.find(it, owner));
        if (found.isEmpty()) {
            wrong.missed(request.getRemoteAddr());
            throw new Refused(ResultRefusal.NO_SUCH_RESULT);
        }
        if (found.get().shown().isEmpty()) {
            if (!owner.isEmpty()) {
                wrong.missed(request.getRemoteAddr());
            }
            throw new Refused(ResultRefusal.OWNER_CODE_NEEDED);
        }
        return ResponseEntity.ok(result(found.get().shown().get()));
    }

    /** Judges a file in place; nothing of it is kept. */
    @PostMapping(path = "/api/v1/results/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Door(Who.PUBLIC)
    @Operation(
            summary = "Check the signatures of a PDF",
            description = "Judges each signature, says why in words, and whether the register knows exactly this file. "
                    + "Nothing of the file is kept.")
    @ApiResponse(responseCode = "200", description = "What was found")
    @ApiResponse(
            responseCode = "413",
            description = "The file is too large (application/problem+json, code FILE_TOO_LARGE)",
            content = {})
    @ApiResponse(
            responseCode = "422",
            description = "The file is empty or not safe to read (application/problem+json)",
            content = {})
    Checked check(
            @Parameter(description = "The PDF") @RequestParam("file") MultipartFile file, HttpServletRequest request)
            throws IOException {
        try (var content = file.getInputStream()) {
            var checked = verification.check(uploads.look(content, uploads.usualLimits()));
            var language = Languages.of(request);
            return new Checked(
                    checked.judged().verdict().name(),
                    found(checked.judged().about().stream().sorted().toList(), language),
                    checked.judged().signatures().stream()
                            .map(it -> signature(it, language))
                            .toList(),
                    checked.known().isPresent() ? result(checked.known().get()) : null);
        }
    }

    private Signature signature(Judgement.One it, Language language) {
        return new Signature(
                it.verdict().name(),
                it.name(),
                it.position(),
                it.agency(),
                it.claimedAt().isPresent() ? it.claimedAt().get() : null,
                it.stampedAt().isPresent() ? it.stampedAt().get() : null,
                it.listOf().isPresent() ? it.listOf().get() : null,
                found(it.sorted(), language));
    }

    private List<Found> found(List<Finding> findings, Language language) {
        return findings.stream()
                .map(it -> new Found(it.name(), messages.say(language, it.key())))
                .toList();
    }

    private static Result result(Verification.Public it) {
        return new Result(
                it.code().grouped(),
                it.issuer(),
                it.number(),
                it.issuedAt(),
                it.state().word(),
                it.signed(),
                it.since().isPresent() ? it.since().get() : null,
                it.replacedBy().isPresent() ? it.replacedBy().get().grouped() : null,
                it.ground().isPresent() ? it.ground().get().name() : null);
    }
}
