package vn.motcua.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.evidence.SectorDesk;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** What a ministry sees of its sector in the provinces; nothing can be done here. */
@Controller
public class SectorPages {

    private static final int A_PAGE = 30;

    private final SectorDesk desk;
    private final Catalogue catalogue;
    private final Units units;
    private final Kinds kinds;
    private final ProofWords words;
    private final Messages messages;

    SectorPages(SectorDesk desk, Catalogue catalogue, Units units, Kinds kinds, ProofWords words, Messages messages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.units = units;
        this.kinds = kinds;
        this.words = words;
        this.messages = messages;
    }

    /** The figures of all provinces. */
    public record All(List<Province> provinces) {}

    /** The figures of one. */
    public record Province(
            String tenant, String name, long filed, long open, long late, long decided, long decidedLate) {}

    /** A list; {@code older} is where it goes on, empty at the end. */
    public record Listed(String name, List<Row> rows, String older) {}

    /** A dossier. */
    public record Row(
            String address,
            String number,
            String procedure,
            String applicant,
            String unit,
            String filedAt,
            String due,
            String stage) {}

    /** One dossier with its course. */
    public record One(String tenant, Row dossier, List<Step> steps) {}

    /** Something that was done. */
    public record Step(String when, String what, String role) {}

    @Door(Who.OFFICER)
    @GetMapping("/desk/sector")
    ModelAndView all(OfficerAt who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "evidence/sector",
                new All(desk.figures(who).stream()
                        .map(it -> new Province(
                                it.tenant().id().toString(),
                                it.tenant().name(language),
                                it.filed(),
                                it.open(),
                                it.late(),
                                it.decided(),
                                it.decidedLate()))
                        .toList()));
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/sector/{tenant:[0-9]{1,9}}")
    ModelAndView list(
            OfficerAt who,
            @PathVariable int tenant,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var owner = new TenantId(tenant);
        var page = desk.list(who, owner, Ids.of(before), A_PAGE);
        return Pages.show(
                "evidence/sector-list",
                new Listed(
                        units.tenant(owner).map(it -> it.name(language)).orElse(""),
                        page.rows().stream()
                                .map(it -> row(tenant, it, language))
                                .toList(),
                        page.older()
                                .map(it -> "/desk/sector/" + tenant + "?before=" + it)
                                .orElse("")));
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/sector/{tenant:[0-9]{1,9}}/{dossier}")
    ModelAndView one(
            OfficerAt who, @PathVariable int tenant, @PathVariable String dossier, HttpServletRequest request) {
        var language = Languages.of(request);
        UUID id = Ids.of(dossier).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        var course = desk.open(who, new TenantId(tenant), id);
        return Pages.show(
                "evidence/sector-dossier",
                new One(
                        Integer.toString(tenant),
                        row(tenant, course.dossier(), language),
                        course.steps().stream()
                                .map(it -> new Step(
                                        VietnamTime.moment(it.at()),
                                        words.acts(it.act(), language),
                                        it.role()
                                                .map(role -> kinds.roleName(role, language))
                                                .orElseGet(() -> messages.say(language, "evidence.applicant"))))
                                .toList()));
    }

    private Row row(int tenant, SectorDesk.Row it, Language language) {
        return new Row(
                "/desk/sector/" + tenant + "/" + it.id(),
                it.number().orElseGet(() -> messages.say(language, "evidence.sector.noNumber")),
                catalogue.revision(it.revision()).shortName(language),
                it.applicant(),
                units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""),
                VietnamTime.moment(it.filedAt()),
                moment(it.dueAt()),
                messages.say(language, "dossier.stage." + it.stage()));
    }

    private static String moment(Optional<Instant> at) {
        return at.map(VietnamTime::moment).orElse("");
    }
}
