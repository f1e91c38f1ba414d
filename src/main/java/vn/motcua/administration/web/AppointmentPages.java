package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.administration.Appointments;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** An officer with their positions, as administrators see them: appoint, end. */
@Controller
public class AppointmentPages {

    private final Appointments appointments;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;
    private final Clock clock;

    AppointmentPages(Appointments appointments, Units units, Kinds kinds, Messages messages, Clock clock) {
        this.appointments = appointments;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param today the earliest and usual day, as a date field has it
     */
    public record View(
            String officer,
            String name,
            List<Row> positions,
            Filled form,
            String command,
            List<Forms.Choice> units,
            List<Forms.Choice> roles,
            String today) {}

    /** A position; {@code open} when it has not ended yet. */
    public record Row(String id, String role, String unit, String from, String to, boolean open) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/officers/{officer}")
    ModelAndView officer(Administrator who, @PathVariable UUID officer, HttpServletRequest request) {
        var today = VietnamTime.dayOf(clock.instant()).toString();
        return page(
                who,
                new OfficerId(officer),
                new Filled(filled(new OfficerId(officer), today), Map.of()),
                Ids.next().toString(),
                HttpStatus.OK,
                Languages.of(request));
    }

    private Map<String, String> filled(OfficerId officer, String today) {
        var filled = new HashMap<>(Map.of("from", today));
        appointments.title(officer).ifPresent(it -> {
            filled.put("title", it.title());
            filled.put("authority", it.written());
        });
        return filled;
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers/{officer}/title")
    ModelAndView title(
            Administrator who,
            @PathVariable UUID officer,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            appointments.title(
                    who,
                    command,
                    new OfficerId(officer),
                    typed.getOrDefault("authority", ""),
                    typed.getOrDefault("title", ""));
            return new ModelAndView("redirect:/admin/officers/" + officer);
        } catch (Refused refused) {
            return again(who, new OfficerId(officer), typed, refused, command.toString(), Languages.of(request));
        }
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers/{officer}/positions")
    ModelAndView appoint(
            Administrator who,
            @PathVariable UUID officer,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        try {
            var step = appointments.appoint(
                    who,
                    new Appointments.Wanted(
                            command,
                            new OfficerId(officer),
                            unit(typed.getOrDefault("unit", "")),
                            typed.getOrDefault("role", ""),
                            day(typed, "from"),
                            day(typed, "to")));
            return new ModelAndView(
                    switch (step) {
                        case DONE -> "redirect:/admin/officers/" + officer;
                        case WAITS -> "redirect:/admin/changes";
                    });
        } catch (Refused refused) {
            return again(who, new OfficerId(officer), typed, refused, command.toString(), Languages.of(request));
        }
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/officers/{officer}/positions/{position}/end")
    ModelAndView end(
            Administrator who,
            @PathVariable UUID officer,
            @PathVariable UUID position,
            @RequestParam Map<String, String> typed) {
        appointments.end(who, new OfficerId(officer), new PositionId(position), day(typed, "last"));
        return new ModelAndView("redirect:/admin/officers/" + officer);
    }

    private ModelAndView again(
            Administrator who,
            OfficerId officer,
            Map<String, String> typed,
            Refused refused,
            String command,
            Language language) {
        var field = switch (refused.code()) {
            case IdentityRefusal it when it == IdentityRefusal.UNIT_UNKNOWN -> "unit";
            case IdentityRefusal it when it == IdentityRefusal.KIND_UNKNOWN -> "role";
            case AdministrationRefusal it when it == AdministrationRefusal.DAYS_OUT_OF_ORDER -> "from";
            case AdministrationRefusal it when it == AdministrationRefusal.POSITION_HELD -> "role";
            case AdministrationRefusal it when it == AdministrationRefusal.TITLE_WRONG -> "title";
            case AdministrationRefusal it when it == AdministrationRefusal.AUTHORITY_WRONG -> "authority";
            default -> throw refused;
        };
        var form = new Filled(typed, Map.of(field, messages.say(language, refused)));
        return page(who, officer, form, command, HttpStatus.UNPROCESSABLE_CONTENT, language);
    }

    private ModelAndView page(
            Administrator who, OfficerId id, Filled form, String command, HttpStatus status, Language language) {
        var officer = appointments.officer(id);
        var today = VietnamTime.dayOf(clock.instant());
        var view = new View(
                id.toString(),
                officer.name(),
                officer.positions().stream().map(it -> row(it, today, language)).toList(),
                form,
                command,
                units.today(who.tenant()).stream()
                        .map(it -> new Forms.Choice(it.id().toString(), it.name(language)))
                        .toList(),
                kinds.positions().values().stream()
                        .map(it -> new Forms.Choice(
                                it.role(),
                                kinds.byTwo(it.role())
                                        ? messages.say(language, "administration.byTwo", it.name(language))
                                        : it.name(language)))
                        .sorted(Comparator.comparing(Forms.Choice::name))
                        .toList(),
                today.toString());
        return Pages.show("administration/officer", view, status);
    }

    private Row row(Position it, LocalDate today, Language language) {
        return new Row(
                it.id().toString(),
                kinds.roleName(it.role(), language),
                units.unit(it.unit()).map(unit -> unit.name(language)).orElse(""),
                VietnamTime.day(it.from()),
                it.to().map(VietnamTime::day).orElse(""),
                it.to().map(to -> !to.isBefore(today)).orElse(true));
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String field) {
        var text = typed.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            throw new Refused(AdministrationRefusal.DAYS_OUT_OF_ORDER);
        }
    }

    private static UnitId unit(String text) {
        try {
            return UnitId.of(text);
        } catch (IllegalArgumentException none) {
            throw new Refused(IdentityRefusal.UNIT_UNKNOWN);
        }
    }
}
