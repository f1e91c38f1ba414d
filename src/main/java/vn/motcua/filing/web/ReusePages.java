package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.filing.PaperOrigins;
import vn.motcua.filing.PaperOrigins.Came;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.VietnamTime;

/** How often papers are still asked for, and how often nobody had to give them again; of an agency, with no name in it. */
@Controller
public class ReusePages {

    private final PaperOrigins origins;
    private final Catalogue catalogue;
    private final Clock clock;

    ReusePages(PaperOrigins origins, Catalogue catalogue, Clock clock) {
        this.origins = origins;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * A procedure.
     *
     * @param asked brought on paper
     * @param prefilled known to the state already
     * @param reused taken from vaults
     * @param uploaded given as files
     * @param dossiers in how many dossiers any paper was needed
     * @param spared in how many of them at least one was not asked for again
     */
    public record Row(
            String procedure, long asked, long prefilled, long reused, long uploaded, long dossiers, long spared) {}

    /** The page: the year, and a line for each procedure. */
    public record View(int year, List<Row> rows) {}

    @Door(Who.OFFICER)
    @GetMapping("/desk/reuse")
    ModelAndView page(SignedIn.OfficerAt officer, HttpServletRequest request) {
        var language = Languages.of(request);
        var year = VietnamTime.dayOf(clock.instant()).getYear();
        var since = VietnamTime.dayOf(clock.instant())
                .withDayOfYear(1)
                .atStartOfDay(VietnamTime.ZONE)
                .toInstant();
        return Pages.show(
                "filing/reuse",
                new View(
                        year,
                        origins.counts(since).stream()
                                .map(it -> row(it, language))
                                .toList()));
    }

    private Row row(PaperOrigins.Counts it, Language language) {
        return new Row(
                catalogue
                        .find(it.procedure())
                        .map((ProcedureRevision one) -> one.shortName(language))
                        .orElse(it.procedure()),
                it.times(Came.ASKED),
                it.times(Came.PREFILLED),
                it.times(Came.REUSED),
                it.times(Came.UPLOADED),
                it.dossiers(),
                it.spared());
    }
}
