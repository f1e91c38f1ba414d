package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.motcua.document.QrCode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.Reach;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;
import vn.motcua.mandate.ConsentCode;
import vn.motcua.mandate.HelperAppointment;
import vn.motcua.mandate.Mandate;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.mandate.MandateState;
import vn.motcua.mandate.Principal;
import vn.motcua.shared.Behalf;
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

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MandateDesk desk;
    private final MandateWords words;
    private final Choices choices;
    private final Messages messages;
    private final Clock clock;

    MandatePages(MandateDesk desk, MandateWords words, Choices choices, Messages messages, Clock clock) {
        this.desk = desk;
        this.words = words;
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
                                .map(it -> line(it, false, language))
                                .toList(),
                        desk.held(who).stream()
                                .map(it -> line(it, true, language))
                                .toList(),
                        organisation,
                        who instanceof SignedIn.Citizen,
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
        var language = Languages.of(request);
        var told = desk.open(who, id(id));
        var mine = told.mandate().representative().account().equals(who.account());
        var code = told.code().filter(_ -> told.word() == MandateState.Word.ASKED);
        var address = code.map(it -> consentAddress(it, language)).orElse("");
        return Pages.show(
                "mandate/one",
                new MandateView.One(
                        line(told, mine, language),
                        mine && told.word() == MandateState.Word.ASKED,
                        code.map(ConsentCode::grouped).orElse(""),
                        address,
                        code.map(_ -> QrCode.of(address).svg(messages.say(language, "mandate.one.qr")))
                                .orElse(""),
                        told.mandate().state() instanceof MandateState.Asked(var expires)
                                ? TIME.format(VietnamTime.local(expires))
                                : "",
                        mine,
                        told.history().stream()
                                .map(it -> new MandateView.Happened(
                                        VietnamTime.moment(it.at()),
                                        it.actor(),
                                        messages.say(language, "mandate.event." + it.kind(), it.about())))
                                .toList(),
                        told.mandate().state() instanceof MandateState.Refused(var _, var reason) ? reason : "",
                        Set.of("given", "refused").contains(done) ? done : ""));
    }

    /** Ends it at once. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/mandates/{id}/end")
    ModelAndView end(SignedIn.Applicant who, @PathVariable String id) {
        desk.end(who, id(id));
        return new ModelAndView("redirect:/my/mandates?done=ended");
    }

    private MandateView.Line line(MandateDesk.Told told, boolean mine, Language language) {
        var mandate = told.mandate();
        var whom = mandate.principal().map(Principal::name).orElse("");
        return line(mandate, told.word(), mine ? whom : mandate.representative().name(), mine, words, language);
    }

    /** One in words. */
    static MandateView.Line line(
            Mandate mandate, MandateState.Word word, String who, boolean mine, MandateWords words, Language language) {
        var given = word == MandateState.Word.GIVEN;
        return new MandateView.Line(
                mandate.id().toString(),
                who,
                words.kind(mandate, language),
                words.errands(mandate.reach(), language),
                words.matters(mandate.reach(), language),
                words.days(mandate, language),
                words.state(word, language),
                MandateWords.tone(word),
                mine && given ? Behalf.prefix(mandate.id().value()) + "/my" : "",
                given || (mine && word == MandateState.Word.ASKED));
    }

    private static String consentAddress(ConsentCode code, Language language) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                + language.prefix()
                + "/consent?code="
                + code.value();
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
