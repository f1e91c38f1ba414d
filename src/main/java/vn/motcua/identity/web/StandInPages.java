package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StandInRefusal;
import vn.motcua.identity.StandIns;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Where whoever leads a unit, or an administrator, has somebody stand in for an absent colleague. */
@Controller
public class StandInPages {

    private static final String WAITS = "waits";

    private final StandIns standIns;
    private final Units units;
    private final Kinds kinds;
    private final Messages messages;

    StandInPages(StandIns standIns, Units units, Kinds kinds, Messages messages) {
        this.standIns = standIns;
        this.units = units;
        this.kinds = kinds;
        this.messages = messages;
    }

    /**
     * The page.
     *
     * @param rows who stands in now or later
     * @param waits whether what was just arranged waits for a second administrator
     */
    public record View(
            List<Row> rows,
            Filled form,
            String command,
            List<Forms.Choice> positions,
            List<Forms.Choice> officers,
            boolean done,
            boolean waits) {}

    /** Somebody who stands in. */
    public record Row(String id, String who, String forWhom, String position, String from, String to) {}

    /** Who stands in for whom. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/stand-ins")
    ModelAndView list(SignedIn who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(who, Filled.empty(), Ids.next(), done, HttpStatus.OK, Languages.of(request));
    }

    /** Has somebody stand in. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/stand-ins")
    ModelAndView arrange(
            SignedIn who,
            @RequestParam UUID command,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            var step = standIns.arrange(
                    who,
                    new StandIns.Wanted(
                            new PositionId(command),
                            new PositionId(id(typed.getOrDefault("position", ""))),
                            new OfficerId(id(typed.getOrDefault("officer", ""))),
                            day(typed.getOrDefault("from", "")),
                            day(typed.getOrDefault("to", ""))));
            var done = step == StandIns.Step.WAITS ? WAITS : "arranged";
            return new ModelAndView("redirect:" + language.prefix() + "/stand-ins?done=" + done);
        } catch (Refused refused) {
            return again(who, command, typed, refused, language);
        }
    }

    /** Ends it at once. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/stand-ins/{id}/end")
    ModelAndView end(SignedIn who, @PathVariable String id, HttpServletRequest request) {
        standIns.end(who, new PositionId(id(id)));
        return new ModelAndView("redirect:" + Languages.of(request).prefix() + "/stand-ins?done=ended");
    }

    private ModelAndView again(
            SignedIn who, UUID command, Map<String, String> typed, Refused refused, Language language) {
        var field = refused.code() instanceof StandInRefusal code
                ? switch (code) {
                    case NO_SUCH_OFFICER, FOR_THEMSELVES -> "officer";
                    case STANDS_IN_ALREADY -> "position";
                    case DAYS_WRONG -> "from";
                }
                : "position";
        if (refused.code().kind() != RefusalCode.Kind.NOT_VALID
                && !typed.getOrDefault("position", "").isEmpty()) {
            throw refused;
        }
        var form = new Filled(typed, Map.of(field, sentence(refused, language)));
        return page(who, form, command, "", HttpStatus.UNPROCESSABLE_CONTENT, language);
    }

    private String sentence(Refused refused, Language language) {
        return refused.code() instanceof StandInRefusal
                ? messages.say(language, refused)
                : messages.say(language, "identity.standIns.choosePosition");
    }

    private ModelAndView page(
            SignedIn who, Filled form, UUID command, String done, HttpStatus status, Language language) {
        var held = standIns.arrangedBy(who);
        var rows = held.stream()
                .filter(it -> it.stoodFor().isPresent())
                .map(it -> new Row(
                        it.position().id().toString(),
                        it.name(),
                        it.stoodFor().orElse(""),
                        place(it, language),
                        VietnamTime.day(it.position().from()),
                        it.position().to().map(VietnamTime::day).orElse("")))
                .toList();
        var positions = held.stream()
                .filter(it -> it.stoodFor().isEmpty())
                .map(it -> new Forms.Choice(it.position().id().toString(), it.name() + ", " + place(it, language)))
                .toList();
        var officers = standIns.colleagues(who).stream()
                .map(it -> new Forms.Choice(it.officer().toString(), it.name() + ", " + place(it, language)))
                .toList();
        return Pages.show(
                "identity/stand-ins",
                new View(
                        rows,
                        form,
                        command.toString(),
                        positions,
                        officers,
                        !done.isEmpty() && !done.equals(WAITS),
                        done.equals(WAITS)),
                status);
    }

    private String place(StandIns.Held held, Language language) {
        return kinds.roleName(held.position().role(), language) + ", "
                + units.unit(held.position().unit())
                        .map(it -> it.name(language))
                        .orElse("");
    }

    private static UUID id(String text) {
        return Ids.of(text).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return LocalDate.MIN;
        }
    }
}
