package vn.motcua.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.KnownFacts;
import vn.motcua.form.AnswersCheck;
import vn.motcua.form.Places;
import vn.motcua.form.Problem;
import vn.motcua.identity.Door;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Answers to a form checked for programs, by the form that checks them on its pages. */
@RestController
@RequestMapping(path = "/api/v1/procedures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "procedures", description = "The published administrative procedures")
class AnswersApi {

    private static final int LARGEST_KB = 512;
    private static final int YEARS = 10;

    /** Answers are three deep: a table, its rows, an address in a cell. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(10)
            .maxNumberLength(100)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Catalogue catalogue;
    private final KnownFacts known;
    private final Places places;
    private final Messages messages;
    private final Clock clock;

    AnswersApi(Catalogue catalogue, KnownFacts known, Places places, Messages messages, Clock clock) {
        this.catalogue = catalogue;
        this.known = known;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the form says of the answers.
     *
     * @param good whether nothing is wrong; papers, place and the account of who files are not looked at
     * @param problems what is wrong, in the order of the form
     * @param asked what is asked with these answers; a cell of a table as {@code table.0.column}
     * @param required those that must be answered
     * @param calculated those that follow from others
     * @param answers what would be kept
     * @param changed what would be kept otherwise than it was sent
     * @param notAsked what was sent and is not asked with these answers
     * @param unknown what was sent and the form does not have
     */
    record CheckedAnswers(
            boolean good,
            List<WrongAnswer> problems,
            List<String> asked,
            List<String> required,
            List<String> calculated,
            Map<String, Object> answers,
            List<String> changed,
            List<String> notAsked,
            List<String> unknown) {}

    /** A field or cell, a stable word, and the sentence of the page. */
    record WrongAnswer(String field, String code, String message) {}

    /** Looks the answers through; nothing of them is kept. */
    @PostMapping(path = "/{code}/answers/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Door(Door.Who.PUBLIC)
    @Operation(
            summary = "Check answers to a form",
            description =
                    "Says of the answers what the pages say of the same, in the same words, and what is asked, required and "
                            + "calculated. A text is read as if it had been typed. A file's answer is any text. Nothing is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = "An object as form.schema.json describes it, at most 512 KB",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    @ApiResponse(responseCode = "200", description = "What the form says, also where much is wrong")
    @ApiResponse(
            responseCode = "404",
            description = "No procedure with a form under that code (application/problem+json, code NO_SUCH_PROCEDURE)",
            content = {})
    @ApiResponse(
            responseCode = "413",
            description = "More than 512 KB (application/problem+json, code ANSWERS_TOO_LARGE)",
            content = {})
    @ApiResponse(
            responseCode = "422",
            description =
                    "No JSON object (application/problem+json, code ANSWERS_NOT_AN_OBJECT); or a channel, day or place that "
                            + "does not exist: NO_SUCH_CHANNEL, NO_SUCH_FILING_DAY, NO_SUCH_FILING_PLACE",
            content = {})
    @ApiResponse(
            responseCode = "429",
            description = "Too often from one address; Retry-After says when to try again",
            content = {})
    CheckedAnswers check(
            @Parameter(description = "National code") @PathVariable String code,
            @Parameter(description = "How it is filed: ONLINE, DIRECT or POSTAL") @RequestParam(defaultValue = "ONLINE")
                    String channel,
            @Parameter(description = "The day of filing, ISO 8601; today where it is not said")
                    @RequestParam(defaultValue = "")
                    String day,
            @Parameter(
                            description =
                                    "Code of the province or commune whose rules hold; the nation's where it is not said")
                    @RequestParam(defaultValue = "")
                    String place,
            HttpServletRequest request)
            throws IOException {
        var national = catalogue
                .find(code)
                .filter(it -> it.content().isPresent())
                .orElseThrow(() -> new Refused(CatalogueRefusal.NO_SUCH_PROCEDURE, code));
        var circumstances =
                new Circumstances(code, channel(channel), moment(day), Optional.empty(), place(place), Set.of());
        var revision = catalogue.inProvince(national, known.province(circumstances));
        var given = answers(request);
        var form = revision.runnableContent().form();
        return say(AnswersCheck.of(form, given, known.of(circumstances)), Languages.of(request));
    }

    private static Channel channel(String word) {
        return Arrays.stream(Channel.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused(CatalogueWebRefusal.NO_SUCH_CHANNEL, shortened(word)));
    }

    /** That day at the time of day that it is now: what must lie before "now" is the same on each day. */
    private Instant moment(String day) {
        var now = clock.instant();
        if (day.isEmpty()) {
            return now;
        }
        var today = VietnamTime.local(now);
        try {
            var wanted = LocalDate.parse(day);
            if (Math.abs(wanted.getYear() - today.getYear()) <= YEARS) {
                return wanted.atTime(today.toLocalTime())
                        .atZone(VietnamTime.ZONE)
                        .toInstant();
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new Refused(CatalogueWebRefusal.NO_SUCH_FILING_DAY, shortened(day), YEARS);
    }

    private String place(String code) {
        if (!code.isEmpty()
                && (!code.matches("\\d{2}|\\d{5}") || places.name(code).isEmpty())) {
            throw new Refused(CatalogueWebRefusal.NO_SUCH_FILING_PLACE, shortened(code));
        }
        return code;
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), 40));
    }

    private static JsonNode answers(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_KB * 1024 + 1);
        if (body.length > LARGEST_KB * 1024) {
            throw new Refused(CatalogueWebRefusal.ANSWERS_TOO_LARGE, LARGEST_KB);
        }
        try {
            var given = JSON.readTree(body);
            if (given.isObject() && writable(given)) {
                return given;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw new Refused(CatalogueWebRefusal.ANSWERS_NOT_AN_OBJECT);
    }

    /** Half a character cannot be said back: no UTF-8 holds it. */
    private static boolean writable(JsonNode given) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(given.toString());
    }

    private CheckedAnswers say(AnswersCheck it, Language language) {
        return new CheckedAnswers(
                it.problems().stream().noneMatch(problem -> problem.severity() == Problem.Severity.WRONG),
                it.problems().stream()
                        .map(problem ->
                                new WrongAnswer(problem.fieldId(), problem.code(), problem.say(messages, language)))
                        .toList(),
                it.asked(),
                it.required(),
                it.calculated(),
                it.answers(),
                it.changed(),
                it.notAsked(),
                it.unknown());
    }
}
