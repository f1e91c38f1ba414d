package vn.motcua.evidence.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.evidence.Seen;
import vn.motcua.evidence.WhoLooked;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Languages;

/**
 * Who worked with my data, for programs: the contract {@code findUsage} of Estonia's data tracker (Kasutusteabe esitamise
 * protokoll 1.3.1), with its names.
 */
@RestController
@Tag(name = "usage", description = "Who worked with my data")
class UsageApi {

    private static final int MOST = 1_000;

    private final WhoLooked looked;
    private final ProofWords words;
    private final Units units;
    private final Clock clock;

    UsageApi(WhoLooked looked, ProofWords words, Units units, Clock clock) {
        this.looked = looked;
        this.words = words;
        this.units = units;
        this.clock = clock;
    }

    /** All that was found, latest first. */
    record FindUsageResponse(List<Usage> usage) {}

    /**
     * One use of the data.
     *
     * @param logtime when
     * @param action what was done, in words
     * @param receiver code of the agency that used them; its name where it has none
     */
    record Usage(Instant logtime, String action, String receiver) {}

    /** What the page {@code /my/looked} shows, without the officers' names. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/api/v1/findUsage")
    @Operation(
            summary = "Find who worked with the data of whoever is signed in",
            description =
                    "Latest first. When limit entries come back there may be more: ask again from offset + limit on.")
    @ApiResponse(responseCode = "200", description = "The uses")
    FindUsageResponse find(
            SignedIn.Applicant who,
            @Parameter(description = "From which entry on, counted from 1") @RequestParam(defaultValue = "1")
                    int offset,
            @Parameter(description = "At most so many, at most 1000") @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request) {
        var language = Languages.of(request);
        int skipped = Math.max(0, offset - 1);
        int wanted = Math.clamp(limit, 0, MOST);
        return new FindUsageResponse(looked.at(who, clock.instant().plusSeconds(1), skipped + wanted, language).stream()
                .skip(skipped)
                .map(it -> new Usage(it.at(), words.acts(it.act(), language), receiver(it)))
                .toList());
    }

    private String receiver(Seen seen) {
        return seen.unit()
                .flatMap(it -> units.agencyOf(it).or(() -> units.unit(it)))
                .map(it -> it.agencyCode().orElse(name(it)))
                .orElse("");
    }

    private static String name(Unit unit) {
        return unit.name();
    }
}
