package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.audit.PublishedDays;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** The signed roots of all closed days, for everybody to keep. */
@Controller
public class PublicDaysPages {

    private static final int A_PAGE = 31;

    private final PublishedDays days;
    private final Units units;

    PublicDaysPages(PublishedDays days, Units units) {
        this.days = days;
        this.units = units;
    }

    /** A tenant's closed days. */
    public record Log(String tenant, String name, List<Line> days, String older) {}

    /** A closed day; the root stands in groups of eight so that it can be read aloud. */
    public record Line(String day, String file, int records, List<String> root, boolean stamped) {}

    /** All that is shown. */
    public record View(List<Log> logs) {}

    /** The page. */
    @Door(Who.PUBLIC)
    @GetMapping("/evidence")
    ModelAndView all(HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "evidence/days",
                new View(units.tenants().stream()
                        .map(it -> log(it.id(), it.name(language), LocalDate.of(9999, 1, 1)))
                        .toList()));
    }

    /** The days of one tenant before a day. */
    @Door(Who.PUBLIC)
    @GetMapping("/evidence/{tenant:[0-9]{1,9}}")
    ModelAndView one(
            @PathVariable int tenant,
            @RequestParam(defaultValue = "9999-01-01") String before,
            HttpServletRequest request) {
        var found = tenant(tenant);
        return Pages.show(
                "evidence/days", new View(List.of(log(found.id(), found.name(Languages.of(request)), day(before)))));
    }

    /** A closed day as a file. */
    @Door(Who.PUBLIC)
    @GetMapping("/evidence/{tenant:[0-9]{1,9}}/{file:[0-9-]{10}\\.json}")
    ResponseEntity<String> file(@PathVariable int tenant, @PathVariable String file) {
        return days.file(tenant(tenant).id(), day(file.substring(0, 10)))
                .map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(it))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Log log(TenantId tenant, String name, LocalDate before) {
        var found = days.days(tenant, before, A_PAGE);
        return new Log(
                tenant.toString(),
                name,
                found.stream()
                        .map(it -> new Line(
                                VietnamTime.day(it.day()),
                                "/evidence/" + tenant + "/" + it.day() + ".json",
                                it.records(),
                                List.of(it.root().split("(?<=\\G.{8})")),
                                it.stamped()))
                        .toList(),
                found.size() < A_PAGE
                        ? ""
                        : "/evidence/" + tenant + "?before=" + found.getLast().day());
    }

    private Tenant tenant(int id) {
        return units.tenant(new TenantId(id)).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
    }
}
