package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.mandate.HelperDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where whoever leads a unit names trusted helpers. */
@Controller
public class HelperPages {

    private final HelperDesk desk;
    private final Units units;
    private final Messages messages;

    HelperPages(HelperDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    /** The page. */
    public record View(
            List<Row> rows,
            List<MandateView.Choice> units,
            Typed typed,
            String wrong,
            String wrongAt,
            String command,
            boolean done) {}

    /** A helper. */
    public record Row(String id, String name, String body, String unit, String from, String until) {}

    /** As it was typed. */
    public record Typed(String number, String body, String unit, String until) {}

    /** Who is one, and the form to name another. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/helpers")
    ModelAndView list(
            SignedIn.OfficerAt who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(
                who,
                new Typed("", "", "", ""),
                "",
                "",
                Ids.next(),
                !done.isEmpty(),
                HttpStatus.OK,
                Languages.of(request));
    }

    /** Names one. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/helpers")
    ModelAndView name(
            SignedIn.OfficerAt who,
            @RequestParam UUID command,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            var at = Ids.of(unit).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            desk.name(
                    who,
                    new HelperDesk.Wanted(
                            command, number.replaceAll("\\s", ""), body, new UnitId(at), Chosen.day(until)));
        } catch (Refused refused) {
            if (!(refused.code() instanceof MandateRefusal code)) {
                throw refused;
            }
            return page(
                    who,
                    new Typed(number, body, unit, until),
                    messages.say(language, refused),
                    Chosen.wrongAt(code),
                    command,
                    false,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:/desk/helpers?done=named");
    }

    /** Ends it. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/helpers/{id}/end")
    ModelAndView end(SignedIn.OfficerAt who, @PathVariable String id) {
        desk.end(who, Ids.of(id).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
        return new ModelAndView("redirect:/desk/helpers?done=ended");
    }

    private ModelAndView page(
            SignedIn.OfficerAt who,
            Typed typed,
            String wrong,
            String wrongAt,
            UUID command,
            boolean done,
            HttpStatus status,
            Language language) {
        return Pages.show(
                "mandate/helpers",
                new View(
                        desk.named(who).stream()
                                .map(it -> new Row(
                                        it.id().toString(),
                                        it.name(),
                                        it.body(),
                                        unit(it.unit(), language),
                                        VietnamTime.day(it.from()),
                                        VietnamTime.day(it.until())))
                                .toList(),
                        desk.units(who).stream()
                                .map(it -> new MandateView.Choice(it.toString(), unit(it, language)))
                                .toList(),
                        typed,
                        wrong,
                        wrongAt,
                        command.toString(),
                        done),
                status);
    }

    private String unit(UnitId id, Language language) {
        return units.unit(id).map(it -> it.name(language)).orElse("");
    }
}
