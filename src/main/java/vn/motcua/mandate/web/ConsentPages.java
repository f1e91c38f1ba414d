package vn.motcua.mandate.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.MandateId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Throttle;
import vn.motcua.mandate.ConsentCode;
import vn.motcua.mandate.Mandate;
import vn.motcua.mandate.MandateDesk;
import vn.motcua.mandate.MandateRefusal;
import vn.motcua.mandate.MandateState;
import vn.motcua.mandate.Together;
import vn.motcua.mandate.TogetherDesk;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Network;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/**
 * Where a person, on their own phone and signed in themselves, reads who wants to do what for them until when, and says yes
 * or no.
 */
@Controller
class ConsentPages {

    private static final int WRONG_CODES = 10;
    /** A one-stop's whole office may share an address. */
    private static final int WRONG_CODES_OF_AN_ADDRESS = 60;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int LONGEST_SHOWN = 30;

    private final MandateDesk desk;
    private final TogetherDesk together;
    private final MandateWords words;
    private final Messages messages;
    private final Clock clock;
    private final Throttle accounts = new Throttle(WRONG_CODES, WINDOW);
    private final Throttle addresses = new Throttle(WRONG_CODES_OF_AN_ADDRESS, WINDOW);

    ConsentPages(MandateDesk desk, TogetherDesk together, MandateWords words, Messages messages, Clock clock) {
        this.desk = desk;
        this.together = together;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** The question, or the form that asks for its code. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/consent")
    ModelAndView read(
            SignedIn.Applicant who,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = Languages.of(request);
        var person = person(who);
        if (code.isBlank()) {
            return page("", "", HttpStatus.OK);
        }
        var wait = wait(person, request);
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, wait.get().toSeconds())));
            return page(
                    code,
                    messages.say(
                            language,
                            "mandate.consent.wait",
                            Math.max(1, wait.get().plusSeconds(59).toMinutes())),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = ConsentCode.typed(code).flatMap(it -> desk.waiting(person, it));
        if (found.isEmpty()) {
            missed(person, request);
            return page(code, messages.say(language, new Refused(MandateRefusal.CODE_UNKNOWN)), HttpStatus.NOT_FOUND);
        }
        if (found.get().representative().account().equals(who.account())) {
            return page(code, messages.say(language, new Refused(MandateRefusal.OWN_CONSENT)), HttpStatus.FORBIDDEN);
        }
        return question(code, found.get(), person, language);
    }

    /** Yes or no. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/consent")
    ModelAndView answer(
            SignedIn.Applicant who,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String mandate,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "60") int minutes,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var person = person(who);
        if (wait(person, request).isPresent()) {
            return page(
                    code,
                    messages.say(language, "mandate.consent.wait", WINDOW.toMinutes()),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var yes = answer.equals("yes");
        try {
            if (!yes && !answer.equals("no")) {
                throw new Refused(MandateRefusal.CODE_UNKNOWN);
            }
            var id = Ids.of(mandate).orElseThrow(() -> new Refused(MandateRefusal.CODE_UNKNOWN));
            var typed = ConsentCode.typed(code).orElseThrow(() -> new Refused(MandateRefusal.CODE_UNKNOWN));
            desk.answer(person, new MandateId(id), typed, new MandateDesk.Answer(yes, Ids.of(draft), minutes));
            return new ModelAndView("redirect:/my/mandates/" + id + "?done=" + (yes ? "given" : "refused"));
        } catch (Refused refused) {
            if (refused.code() == MandateRefusal.CODE_UNKNOWN) {
                missed(person, request);
            }
            return page(code, messages.say(language, refused), status(refused.code()));
        }
    }

    /** Organisations have nobody's consent to give. */
    private static SignedIn.Citizen person(SignedIn.Applicant who) {
        if (who instanceof SignedIn.Citizen it) {
            return it;
        }
        throw new Refused(MandateRefusal.NOT_A_PERSON);
    }

    private Optional<Duration> wait(SignedIn.Citizen who, HttpServletRequest request) {
        return accounts.wait(who.account().toString(), clock.instant())
                .or(() -> addresses.wait(Network.of(request.getRemoteAddr()), clock.instant()));
    }

    private void missed(SignedIn.Citizen who, HttpServletRequest request) {
        accounts.failed(who.account().toString(), clock.instant());
        addresses.failed(Network.of(request.getRemoteAddr()), clock.instant());
    }

    private static HttpStatus status(RefusalCode code) {
        return switch (code.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case GONE -> HttpStatus.GONE;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case NOT_NOW -> HttpStatus.CONFLICT;
            case NOT_VALID, TOO_LARGE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private ModelAndView question(String code, Mandate mandate, SignedIn.Citizen who, Language language) {
        var line = ShownMandates.line(
                mandate, MandateState.Word.ASKED, mandate.representative().name(), false, words, language);
        return Pages.show(
                "mandate/consent",
                new MandateView.Consent(
                        code,
                        "",
                        mandate.id().toString(),
                        List.of(line),
                        mandate.representative().name(),
                        mandate.together().map(it -> offer(mandate, it, who, language))));
    }

    private MandateView.Offer offer(Mandate mandate, Together asked, SignedIn.Citizen who, Language language) {
        return new MandateView.Offer(
                together.name(mandate, language),
                TogetherPages.lengths(asked.minutes()),
                asked.minutes(),
                together.drafts(who, mandate).stream()
                        .map(it -> new MandateView.Choice(it.id().toString(), VietnamTime.moment(it.savedAt())))
                        .toList());
    }

    private static ModelAndView page(String code, String wrong, HttpStatus status) {
        var shown = code.length() > LONGEST_SHOWN ? code.substring(0, LONGEST_SHOWN) : code;
        return Pages.show(
                "mandate/consent", new MandateView.Consent(shown, wrong, "", List.of(), "", Optional.empty()), status);
    }
}
