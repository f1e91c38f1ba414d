package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.administration.NewTenants;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.Invitations;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.AdministrativeUnits;
import vn.motcua.organization.Kinds;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/** Where national administrators let a province, a ministry or a national body take part; there is no such page for others. */
@Controller
public class TenantPages {

    private final NewTenants tenants;
    private final AdministrativeUnits places;
    private final Kinds kinds;
    private final Messages messages;
    private final Clock clock;

    TenantPages(NewTenants tenants, AdministrativeUnits places, Kinds kinds, Messages messages, Clock clock) {
        this.tenants = tenants;
        this.places = places;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    /** The tenants, and the form of a new one. */
    public record View(
            List<Row> rows, Filled form, String command, List<Forms.Choice> provinces, List<Forms.Choice> kinds) {}

    /** A tenant; {@code taken} when it has an administrator. */
    public record Row(String number, String name, boolean taken) {}

    /** The code, shown once. */
    public record Given(String name, String code, int days) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/tenants")
    ModelAndView list(Administrator who, HttpServletRequest request) {
        return page(who, Filled.empty(), Ids.next(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/tenants")
    ModelAndView propose(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> posted,
            HttpServletRequest request) {
        var typed = new HashMap<>(posted);
        typed.keySet().removeAll(List.of("command", "_csrf"));
        try {
            tenants.propose(who, command, typed);
            return new ModelAndView("redirect:/admin/changes");
        } catch (Refused refused) {
            var language = Languages.of(request);
            var field = switch (refused.code()) {
                case AdministrationRefusal it
                when it == AdministrationRefusal.TENANT_EXISTS || it == AdministrationRefusal.TENANT_WAITS ->
                    "province";
                case IdentityRefusal it when it == IdentityRefusal.PLACE_UNKNOWN -> "province";
                case IdentityRefusal it when it == IdentityRefusal.KIND_UNKNOWN -> "kind";
                case IdentityRefusal it when it == IdentityRefusal.AGENCY_CODE_TAKEN -> "agencyCode";
                case IdentityRefusal it
                when it == IdentityRefusal.NAME_MISSING ->
                    typed.getOrDefault("name", "").isBlank() ? "name" : "unit";
                default -> throw refused;
            };
            var form = new Filled(typed, Map.of(field, messages.say(language, refused)));
            return page(who, form, command, HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/tenants/{tenant:[0-9]{1,9}}/invitation")
    ModelAndView invite(
            Administrator who, @PathVariable int tenant, HttpServletRequest request, HttpServletResponse response) {
        var code = tenants.invite(who, new TenantId(tenant));
        response.setHeader("Cache-Control", "no-store");
        var name = tenants.all(who).stream()
                .filter(it -> it.tenant().id().value() == tenant)
                .map(it -> it.tenant().name(Languages.of(request)))
                .findFirst()
                .orElse("");
        return Pages.show("administration/invitation", new Given(name, code, Invitations.DAYS));
    }

    private ModelAndView page(Administrator who, Filled form, UUID command, HttpStatus status, Language language) {
        return Pages.show(
                "administration/tenants",
                new View(
                        tenants.all(who).stream()
                                .map(it -> new Row(
                                        it.tenant().id().toString(), it.tenant().name(language), it.taken()))
                                .toList(),
                        form,
                        command.toString(),
                        places.provinces(VietnamTime.dayOf(clock.instant())).stream()
                                .map(it -> new Forms.Choice(it.code(), it.fullName(language)))
                                .toList(),
                        Forms.kinds(
                                kinds.units().values().stream()
                                        .sorted(Comparator.comparing(it -> it.kind()))
                                        .toList(),
                                language)),
                status);
    }
}
