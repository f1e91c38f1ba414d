package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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
import vn.motcua.administration.AccountChanges;
import vn.motcua.administration.Appointments;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where administrators are appointed, and where one confirms what another proposed. */
@Controller
public class ChangePages {

    private final Appointments appointments;
    private final AccountChanges accounts;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;

    ChangePages(Appointments appointments, AccountChanges accounts, Units units, Kinds kinds, Messages messages) {
        this.appointments = appointments;
        this.accounts = accounts;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** The page. */
    public record View(List<Named> administrators, List<Row> waiting) {}

    /** An administrator; {@code command} names a proposal to remove them. */
    public record Named(String account, String name, String command) {}

    /** A change that waits; whoever proposed it, {@code mine}, can only take it back. */
    public record Row(String id, String what, List<String> details, String proposedBy, String at, boolean mine) {}

    /** The form of a new administrator. */
    public record NewAdministrator(Filled form, String command) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/changes")
    ModelAndView changes(Administrator who, HttpServletRequest request) {
        var language = Languages.of(request);
        return Pages.show(
                "administration/changes",
                new View(
                        appointments.administrators().stream()
                                .map(it -> new Named(
                                        it.account().toString(),
                                        it.name(),
                                        Ids.next().toString()))
                                .toList(),
                        appointments.waiting(who).stream()
                                .map(it -> row(it, language))
                                .toList()));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/changes/{change}/confirm")
    ModelAndView confirm(Administrator who, @PathVariable UUID change) {
        appointments.confirm(who, change);
        return new ModelAndView("redirect:/admin/changes");
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/changes/{change}/refuse")
    ModelAndView refuse(Administrator who, @PathVariable UUID change) {
        appointments.refuse(who, change);
        return new ModelAndView("redirect:/admin/changes");
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/administrators/{account}/remove")
    ModelAndView remove(Administrator who, @PathVariable UUID account, @RequestParam UUID command) {
        accounts.proposeRemoval(who, command, new AccountId(account));
        return new ModelAndView("redirect:/admin/changes");
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers/{officer}/second-factor")
    ModelAndView resetSecondFactor(Administrator who, @PathVariable UUID officer, @RequestParam UUID command) {
        accounts.proposeReset(who, command, new OfficerId(officer));
        return new ModelAndView("redirect:/admin/changes");
    }

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/administrators/new")
    ModelAndView form(Administrator who) {
        return Pages.show(
                "administration/administrator",
                new NewAdministrator(Filled.empty(), Ids.next().toString()));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/administrators")
    ModelAndView appoint(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            appointments.appointAdministrator(
                    who,
                    command,
                    typed.getOrDefault("name", ""),
                    typed.getOrDefault("userName", ""),
                    typed.getOrDefault("password", ""));
            return new ModelAndView("redirect:/admin/changes");
        } catch (Refused refused) {
            if (!(refused.code() instanceof IdentityRefusal code)) {
                throw refused;
            }
            var form = new Filled(typed, Map.of(field(code), messages.say(Languages.of(request), refused)));
            return Pages.show(
                    "administration/administrator",
                    new NewAdministrator(form, command.toString()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static String field(IdentityRefusal code) {
        return switch (code) {
            case USER_NAME_TAKEN, USER_NAME_MALFORMED, LOGIN_OF_ANOTHER -> "userName";
            case PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON -> "password";
            case NAME_MISSING,
                    SETUP_CODE_WRONG,
                    UNIT_UNKNOWN,
                    KIND_UNKNOWN,
                    PLACE_UNKNOWN,
                    AGENCY_CODE_TAKEN,
                    NO_PASSWORD_HERE,
                    LEADER_BY_TWO -> "name";
        };
    }

    private Row row(Appointments.Waiting it, Language language) {
        if (!it.said().isEmpty()) {
            var said = it.said().stream()
                    .map(phrase -> messages.say(language, phrase))
                    .toList();
            return new Row(
                    it.id().toString(),
                    said.getFirst(),
                    said.subList(1, said.size()),
                    it.proposedBy(),
                    VietnamTime.moment(it.proposedAt()),
                    it.mine());
        }
        var what = it.administrator()
                ? messages.say(language, "administration.change.administrator", it.name())
                : messages.say(
                        language,
                        it.to().isEmpty() ? "administration.change.leader" : "administration.change.leaderUntil",
                        it.name(),
                        kinds.roleName(it.role(), language),
                        it.unit()
                                .flatMap(units::unit)
                                .map(unit -> unit.name(language))
                                .orElse(""),
                        day(it.from()),
                        day(it.to()));
        return new Row(
                it.id().toString(), what, List.of(), it.proposedBy(), VietnamTime.moment(it.proposedAt()), it.mine());
    }

    private static String day(String iso) {
        return iso.isEmpty() ? "" : VietnamTime.day(LocalDate.parse(iso));
    }
}
