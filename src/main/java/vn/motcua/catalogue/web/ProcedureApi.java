package vn.motcua.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.CatalogueRefusal;
import vn.motcua.catalogue.ProcedureRecord;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.catalogue.SearchQuery;
import vn.motcua.identity.Door;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The catalogue for programs. */
@RestController
@RequestMapping(path = "/api/v1/procedures", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "procedures", description = "The published administrative procedures")
class ProcedureApi {

    private final Catalogue catalogue;
    private final Clock clock;

    ProcedureApi(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * One page of what was found, 20 procedures, best first.
     *
     * @param items the procedures
     * @param total how many match in all
     * @param page this page, from 1
     * @param pages how many pages there are
     * @param suggestion other words that would find something, when nothing was found
     */
    @Schema(name = "FoundProcedures") // the check of results has a Found too
    record Found(
            List<Summary> items,
            int total,
            int page,
            int pages,
            @Nullable String suggestion) {}

    /** A procedure in short; everything else is under its code. */
    record Summary(
            String code,
            String name,
            String shortName,
            String sector,
            ProcedureRecord.Issuer issuer,
            Set<ProcedureRecord.Level> levels,
            ProcedureRecord.ServiceLevel serviceLevel,
            boolean runnable,
            boolean online) {

        static Summary of(ProcedureRevision revision) {
            var record = revision.record();
            return new Summary(
                    record.code(),
                    record.name(),
                    record.shortName(),
                    record.sector(),
                    record.issuer(),
                    record.levels(),
                    record.serviceLevel(),
                    revision.runnable(),
                    revision.online());
        }
    }

    /** Searches as the page does. */
    @GetMapping
    @Door(Door.Who.PUBLIC)
    @Operation(summary = "Search procedures", description = "Ignores accents, case and word order and forgives a typo.")
    @ApiResponse(responseCode = "200", description = "One page, best first")
    @ApiResponse(
            responseCode = "422",
            description = "A filter that does not exist (application/problem+json)",
            content = {})
    Found search(
            @Parameter(description = "Everyday or official words") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "COMMUNE, PROVINCE, MINISTRY or OTHER") @RequestParam(defaultValue = "")
                    String level,
            @Parameter(description = "Field of administration") @RequestParam(defaultValue = "") String sector,
            @Parameter(description = "National code of the issuing agency") @RequestParam(defaultValue = "")
                    String issuer,
            @Parameter(description = "Who settles it: agencyType of a procedure, or an agency as records name it")
                    @RequestParam(defaultValue = "")
                    String agency,
            @Parameter(description = "For whom, in the words of the records") @RequestParam(defaultValue = "")
                    String subject,
            @Parameter(description = "FULL, PARTIAL, COUNTER or NOT_SAID") @RequestParam(defaultValue = "")
                    String service,
            @Parameter(description = "From 1") @RequestParam(defaultValue = "1") int page) {
        var wanted = ProcedurePages.level(level);
        if (!level.isEmpty() && wanted.isEmpty()) {
            throw new Refused(CatalogueWebRefusal.NO_SUCH_LEVEL, level);
        }
        var online = ProcedurePages.service(service);
        if (!service.isEmpty() && online.isEmpty()) {
            throw new Refused(CatalogueWebRefusal.NO_SUCH_SERVICE_LEVEL, service);
        }
        var filters = new SearchQuery.Filters(wanted, sector, issuer, agency, subject, online, "");
        var found = catalogue.search(new SearchQuery(ProcedurePages.shortened(q), filters, Math.max(1, page)));
        return new Found(
                found.hits().stream().map(it -> Summary.of(it.revision())).toList(),
                found.total(),
                found.page(),
                found.pages(),
                found.suggestion().isPresent() ? found.suggestion().get() : null);
    }

    /** One procedure in full. */
    @GetMapping("/{code}")
    @Door(Door.Who.PUBLIC)
    @Operation(summary = "Read one procedure", description = "The published record; what it lacks is empty or null.")
    @ApiResponse(responseCode = "200", description = "The revision in force")
    @ApiResponse(
            responseCode = "404",
            description = "No procedure with that code (application/problem+json, code NO_SUCH_PROCEDURE)",
            content = {})
    PublishedProcedure procedure(@Parameter(description = "National code") @PathVariable String code) {
        return PublishedProcedure.of(catalogue.get(code));
    }

    /** The JSON Schema of the answers to a procedure's form, as it holds now. */
    @GetMapping(path = "/{code}/form.schema.json", produces = "application/schema+json")
    @Door(Door.Who.PUBLIC)
    @Operation(
            summary = "Read the JSON Schema of a form",
            description =
                    "JSON Schema 2020-12 of the answers that are asked. What hangs on other answers stands beside it in CEL,"
                            + " under $comment; days that are too early or too late are those of today.")
    @ApiResponse(responseCode = "200", description = "The schema of the revision in force")
    @ApiResponse(
            responseCode = "404",
            description = "No procedure with a form under that code (application/problem+json, code NO_SUCH_PROCEDURE)",
            content = {})
    ResponseEntity<String> formSchema(@Parameter(description = "National code") @PathVariable String code) {
        var schema = catalogue
                .find(code)
                .flatMap(ProcedureRevision::content)
                .map(it -> it.form().jsonSchema(VietnamTime.local(clock.instant())))
                .orElseThrow(() -> new Refused(CatalogueRefusal.NO_SUCH_PROCEDURE, code));
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "schema+json", StandardCharsets.UTF_8))
                .body(schema.toString());
    }
}
