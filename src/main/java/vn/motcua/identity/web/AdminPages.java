package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Administration;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Officer;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** The units and officers of an administrator's tenant. */
@Controller
public class AdminPages {

    private final Administration administration;
    private final Units units;
    private final Kinds kinds;
    private final AdministrativeUnits places;
    private final Messages messages;
    private final Clock clock;

    AdminPages(
            Administration administration,
            Units units,
            Kinds kinds,
            AdministrativeUnits places,
            Messages messages,
            Clock clock) {
        this.administration = administration;
        this.units = units;
        this.kinds = kinds;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin")
    ModelAndView lists(Administrator who, HttpServletRequest request) {
        var language = Languages.of(request);
        var national = who.tenant().equals(TenantId.NATIONAL);
        var tenant = national
                ? messages.say(language, "identity.admin.national")
                : units.tenant(who.tenant()).map(it -> it.name(language)).orElse("");
        var unitRows =
                units.today(who.tenant()).stream().map(it -> unit(it, language)).toList();
        var officerRows = administration.officers().stream()
                .map(it -> officer(it, language))
                .toList();
        return Pages.show("identity/admin", new Lists(tenant, national, unitRows, officerRows));
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/officers/new")
    ModelAndView newOfficer(Administrator who, HttpServletRequest request) {
        return officerForm(who, Filled.empty(), Ids.next().toString(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers")
    ModelAndView addOfficer(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            administration.add(new Administration.NewOfficer(
                    new OfficerId(command),
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("userName", ""),
                    typed.getOrDefault("password", ""),
                    unitId(typed.getOrDefault("unit", "")),
                    typed.getOrDefault("kind", "")));
            return new ModelAndView("redirect:/admin");
        } catch (Refused refused) {
            var language = Languages.of(request);
            var form = Forms.wrong(typed, refused, messages, language, "name");
            return officerForm(who, form, command.toString(), HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private ModelAndView officerForm(
            Administrator who, Filled form, String command, HttpStatus status, Language language) {
        var later =
                new Forms.Choice(Administration.NO_POSITION, messages.say(language, "identity.admin.noPositionYet"));
        var roles = Stream.concat(
                        Stream.of(later),
                        kinds.positions().values().stream()
                                .filter(it -> !kinds.byTwo(it.role()))
                                .map(it -> new Forms.Choice(it.role(), it.name(language)))
                                .sorted(Comparator.comparing(Forms.Choice::name)))
                .toList();
        return Pages.show(
                "identity/admin-officer", new OfficerForm(form, command, roles, ownUnits(who, language)), status);
    }

    private List<Forms.Choice> ownUnits(Administrator who, Language language) {
        return units.today(who.tenant()).stream()
                .map(it -> new Forms.Choice(it.id().toString(), it.name(language)))
                .toList();
    }

    private UnitRow unit(Unit unit, Language language) {
        var kind = kinds.units().get(unit.kind());
        var today = VietnamTime.dayOf(clock.instant());
        var territory = unit.territory().places().stream()
                .flatMap(it -> places.name(it, today).stream())
                .toList();
        return new UnitRow(
                unit.name(language),
                kind == null ? unit.kind() : kind.name(language),
                unit.parent().flatMap(units::unit).map(it -> it.name(language)).orElse(""),
                unit.agencyCode().orElse(""),
                String.join(", ", territory));
    }

    private OfficerRow officer(Officer officer, Language language) {
        var today = VietnamTime.dayOf(clock.instant());
        var positions = officer.positions().stream()
                .filter(it -> it.heldOn(today))
                .map(it -> kinds.roleName(it.role(), language) + ", "
                        + units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""))
                .toList();
        return new OfficerRow(officer.id().toString(), officer.name(), positions);
    }

    private static UnitId unitId(String text) {
        try {
            return UnitId.of(text);
        } catch (IllegalArgumentException none) {
            return new UnitId(new UUID(0, 0));
        }
    }

    /** The page with both lists; a national administrator has neither, but the agencies that take part. */
    public record Lists(String tenant, boolean national, List<UnitRow> units, List<OfficerRow> officers) {}

    /** A line of the units. */
    public record UnitRow(String name, String kind, String parent, String agencyCode, String territory) {}

    /** A line of the officers. */
    public record OfficerRow(String id, String name, List<String> positions) {}

    /** The form of a new officer. */
    public record OfficerForm(Filled form, String command, List<Forms.Choice> roles, List<Forms.Choice> units) {}
}
