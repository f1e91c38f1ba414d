package vn.motcua.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.administration.AdministrationRefusal;
import vn.motcua.administration.CalendarChanges;
import vn.motcua.dossier.AgencyDay;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.web.Filled;
import vn.motcua.identity.web.Forms;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The agency's own days and hours. */
@Controller
public class CalendarPages {

    private final CalendarChanges changes;
    private final Units units;
    private final Messages messages;

    CalendarPages(CalendarChanges changes, Units units, Messages messages) {
        this.changes = changes;
        this.units = units;
        this.messages = messages;
    }

    /** The page; {@code lines} are the numbers of the form's lines for days. */
    public record View(
            List<Own> own,
            Filled form,
            String command,
            List<Forms.Choice> units,
            List<Forms.Choice> kinds,
            List<String> lines) {}

    /** A unit with its hours and its own days in words. */
    public record Own(String name, String hours, List<String> days) {}

    @Door(Who.ADMINISTRATOR)
    @GetMapping("/admin/calendar")
    ModelAndView calendar(Administrator who, HttpServletRequest request) {
        return page(who, Filled.empty(), Ids.next().toString(), HttpStatus.OK, Languages.of(request));
    }

    @Door(Who.ADMINISTRATOR)
    @PostMapping("/admin/calendar")
    ModelAndView propose(
            Administrator who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> posted,
            HttpServletRequest request) {
        var typed = new HashMap<>(posted);
        typed.keySet().removeAll(List.of("command", "_csrf"));
        try {
            changes.propose(who, command, typed);
            return new ModelAndView("redirect:/admin/changes");
        } catch (Refused refused) {
            var language = Languages.of(request);
            var field = switch (refused.code()) {
                case IdentityRefusal it when it == IdentityRefusal.UNIT_UNKNOWN -> "unit";
                case AdministrationRefusal it when it == AdministrationRefusal.OWN_DAY_WRONG -> "day1";
                case AdministrationRefusal it when it == AdministrationRefusal.OWN_HOURS_WRONG -> "hours1";
                case AdministrationRefusal it when it == AdministrationRefusal.NOTHING_CHANGED -> "day1";
                case AdministrationRefusal it when it == AdministrationRefusal.HOURS_WRONG -> "hours";
                case AdministrationRefusal it when it == AdministrationRefusal.DECISION_MISSING -> "decision";
                default -> throw refused;
            };
            var form = new Filled(typed, Map.of(field, messages.say(language, refused)));
            return page(who, form, command.toString(), HttpStatus.UNPROCESSABLE_CONTENT, language);
        }
    }

    private ModelAndView page(Administrator who, Filled form, String command, HttpStatus status, Language language) {
        var own = changes.own(who).stream()
                .map(it -> new Own(
                        it.unit().name(language),
                        it.unit().openingHours().orElse(""),
                        it.days().stream()
                                .map(day ->
                                        messages.say(language, CalendarChanges.said(day)) + " (" + day.document() + ")")
                                .toList()))
                .toList();
        return Pages.show(
                "administration/calendar",
                new View(
                        own,
                        form,
                        command,
                        units.today(who.tenant()).stream()
                                .map(it -> new Forms.Choice(it.id().toString(), it.name(language)))
                                .toList(),
                        Arrays.stream(AgencyDay.Kind.values())
                                .map(it -> new Forms.Choice(
                                        it.name(), messages.say(language, "administration.calendar.kind." + it)))
                                .toList(),
                        IntStream.rangeClosed(1, CalendarChanges.DAYS)
                                .mapToObj(Integer::toString)
                                .toList()),
                status);
    }
}
