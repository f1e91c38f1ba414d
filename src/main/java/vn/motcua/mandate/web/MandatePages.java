package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.HelperAppointment;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Whom I let act for me, and for whom I act: to see it, ask for it, end it. */
@Controller
public class MandatePages {

    private final MandateDesk desk;
    private final ShownMandates shown;
    private final Choices choices;
    private final Messages messages;
    private final Clock clock;

    MandatePages(MandateDesk desk, ShownMandates shown, Choices choices, Messages messages, Clock clock) {
        this.desk = desk;
        this.shown = shown;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    /** All of them. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/mandates")
    ModelAndView all(SignedIn.Applicant who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        var language = Languages.of(request);
        var organisation = who.standing() instanceof Standing.OfOrganisation ? who.name() : "";
        return Pages.show(
                "mandate/all",
                new MandateView.All(
                        desk.given(who).stream()
                                .map(it -> shown.line(it, false, language))
                                .toList(),
                        desk.held(who).stream()
                                .map(it -> shown.line(it, true, language))
                                .toList(),
                        organisation,
                        who instanceof SignedIn.Citizen,
                        who instanceof SignedIn.Citizen it && desk.helper(it).isPresent(),
                        done.equals("ended") ? done : ""));
    }

    /** The form that asks a person for consent. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/mandates/new")
    ModelAndView form(SignedIn.Citizen who, HttpServletRequest request) {
        var kind = desk.helper(who).isPresent() ? Standing.Kind.HELPER : Standing.Kind.CHOSEN;
        var typed = new MandateView.Typed(
                kind.name(),
                "procedures",
                List.of(),
                List.of(),
                Arrays.stream(Reach.Errand.values()).map(Enum::name).toList(),
                VietnamTime.dayOf(clock.instant()).toString());
        return form(who, typed, "", "", Ids.next(), HttpStatus.OK, Languages.of(request));
    }

    /** Asks. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/mandates")
    ModelAndView ask(
            SignedIn.Citizen who,
            @RequestParam UUID command,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var typed = Chosen.typed(posted);
        try {
            desk.ask(who, Chosen.wanted(command, typed, true));
        } catch (Refused refused) {
            if (!(refused.code() instanceof MandateRefusal code)
                    || Chosen.wrongAt(code).isEmpty()) {
                throw refused;
            }
            return form(
                    who,
                    typed,
                    messages.say(language, refused),
                    Chosen.wrongAt(code),
                    command,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language);
        }
        return new ModelAndView("redirect:/my/mandates/" + command);
    }

    /** One of them; while it waits for an answer with the code and the drawing, which the other opens. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/mandates/{id}")
    ModelAndView one(
            SignedIn.Applicant who,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return Pages.show(
                "mandate/one", shown.one(who, desk.open(who, id(id)), "/my/mandates", done, Languages.of(request)));
    }

    /** Ends it at once. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/mandates/{id}/end")
    ModelAndView end(SignedIn.Applicant who, @PathVariable String id) {
        desk.end(who, id(id));
        return new ModelAndView("redirect:/my/mandates?done=ended");
    }

    private ModelAndView form(
            SignedIn.Citizen who,
            MandateView.Typed typed,
            String wrong,
            String wrongAt,
            UUID command,
            HttpStatus status,
            Language language) {
        return Pages.show(
                "mandate/form",
                choices.form(
                        desk.helper(who).map(HelperAppointment::body).orElse(""),
                        typed,
                        wrong,
                        wrongAt,
                        command,
                        language),
                status);
    }

    private static MandateId id(String text) {
        return new MandateId(Ids.of(text).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE)));
    }
}
