package vn.motcua.privacy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.MyDossier;
import vn.motcua.dossier.MyDossiers;
import vn.motcua.filing.Prefill;
import vn.motcua.filing.Register;
import vn.motcua.form.PersonalNumber;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.Person;
import vn.motcua.identity.SignedIn;
import vn.motcua.privacy.Correction;
import vn.motcua.privacy.CorrectionDesk;
import vn.motcua.privacy.DataFile;
import vn.motcua.privacy.Holdings;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What is kept about me: to see it, to take it along, to have it corrected. */
@Controller
public class MyDataPages {

    private final Holdings data;
    private final DataFile file;
    private final MyDossiers dossiers;
    private final CorrectionDesk corrections;
    private final Prefill prefill;
    private final Messages messages;
    private final Clock clock;

    MyDataPages(
            Holdings data,
            DataFile file,
            MyDossiers dossiers,
            CorrectionDesk corrections,
            Prefill prefill,
            Messages messages,
            Clock clock) {
        this.data = data;
        this.file = file;
        this.dossiers = dossiers;
        this.corrections = corrections;
        this.prefill = prefill;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param record what the register of people says
     * @param choices the dossiers in which something can be wrong
     * @param registers from which forms can be filled in
     * @param form what was typed and refused; empty texts otherwise
     */
    public record View(
            List<Fact> record,
            List<Choice> choices,
            List<Asked> asked,
            List<Use> registers,
            boolean sent,
            String wrong,
            Typed form) {}

    /**
     * A register and what it is used for.
     *
     * @param what which data, for which purpose
     * @param ground by which right: a law, or that they agreed
     * @param open whether the choice is theirs
     * @param said what they said of it, the latest first
     */
    public record Use(
            String word, String name, String what, String ground, boolean open, boolean allowed, List<Said> said) {}

    /** What they said about having forms filled in. */
    public record Said(String what, String at) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /** A dossier. */
    public record Choice(String word, String name) {}

    /** A request and what came of it; the answer is empty while it waits. */
    public record Asked(
            String about,
            String wrong,
            String right,
            String askedAt,
            String dueAt,
            String outcome,
            String answer,
            String answeredBy) {}

    /** As it was typed. */
    public record Typed(String dossier, String wrong, String right) {}

    /** The page itself. */
    @Door(Who.SIGNED_IN)
    @GetMapping("/my/data")
    ModelAndView read(
            SignedIn.Applicant who, @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(who, Languages.of(request), !done.isEmpty(), "", new Typed("", "", ""), HttpStatus.OK);
    }

    /** All of it as one file; made now, kept nowhere. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/data/file")
    void take(SignedIn.Applicant who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = Languages.of(request);
        var kept = data.take(who, language);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"motcua-data.zip\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        file.write(kept, clock.instant(), language, response.getOutputStream());
    }

    /** Lets forms be filled in from a register, or not any more. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/data/prefill")
    String prefill(
            SignedIn.Applicant who,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String allowed,
            HttpServletRequest request) {
        var one = Register.of(register).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        prefill.choose(who, one, allowed.equals("yes"));
        return "redirect:" + Languages.of(request).prefix() + "/my/data#prefill";
    }

    /** Asks for a correction. */
    @Door(Who.SIGNED_IN)
    @PostMapping("/my/data/corrections")
    ModelAndView ask(
            SignedIn.Applicant who,
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String wrong,
            @RequestParam(defaultValue = "") String right,
            HttpServletRequest request) {
        var language = Languages.of(request);
        try {
            corrections.ask(who, dossier, wrong, right, language);
        } catch (Refused refused) {
            if (refused.code().kind() != RefusalCode.Kind.NOT_VALID) {
                throw refused;
            }
            return page(
                    who,
                    language,
                    false,
                    messages.say(language, refused),
                    new Typed(dossier, wrong, right),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView("redirect:/my/data?done=asked");
    }

    private ModelAndView page(
            SignedIn.Applicant who, Language language, boolean sent, String wrong, Typed form, HttpStatus status) {
        return Pages.show(
                "privacy/my-data",
                new View(
                        data.person(who).map(it -> facts(it, language)).orElse(List.of()),
                        dossiers.of(who, language).stream()
                                .map(MyDataPages::choice)
                                .toList(),
                        corrections.of(who, language).stream()
                                .map(it -> asked(it, language))
                                .toList(),
                        prefill.standings(who).stream()
                                .map(it -> use(it, language))
                                .toList(),
                        sent,
                        wrong,
                        form),
                status);
    }

    private Use use(Prefill.Standing it, Language language) {
        var ground = it.law()
                .map(law -> messages.say(language, "privacy.prefill.byLaw", law))
                .orElseGet(() -> messages.say(language, "privacy.prefill.byConsent"));
        return new Use(
                it.register().word(),
                messages.say(language, "filing.register." + it.register()),
                messages.say(language, "filing.register." + it.register() + ".what"),
                ground,
                it.law().isEmpty(),
                it.allowed(),
                it.said().stream()
                        .map(said -> new Said(
                                messages.say(
                                        language,
                                        said.allowed() ? "privacy.prefill.allowed" : "privacy.prefill.refused"),
                                VietnamTime.moment(said.at())))
                        .toList());
    }

    private List<Fact> facts(Person it, Language language) {
        return List.of(
                fact("name", it.name(), language),
                fact("number", PersonalNumber.masked(it.personalNumber()), language),
                fact("born", VietnamTime.day(it.bornOn()), language),
                fact("phone", it.phone(), language),
                fact("email", it.email(), language),
                fact("address", it.address(), language));
    }

    private Fact fact(String name, String value, Language language) {
        return new Fact(messages.say(language, "privacy.fact." + name), value.isEmpty() ? "–" : value);
    }

    private static Choice choice(MyDossier it) {
        var filed = VietnamTime.day(VietnamTime.dayOf(it.filedAt()));
        return new Choice(
                it.word(),
                it.procedureName() + " · "
                        + it.number().map(number -> number.value()).orElse(filed));
    }

    private Asked asked(Correction it, Language language) {
        return new Asked(
                it.about(),
                it.wrong(),
                it.right(),
                VietnamTime.moment(it.askedAt()),
                VietnamTime.moment(it.dueAt()),
                it.answer()
                        .map(answer -> messages.say(language, "privacy.outcome." + answer.outcome()))
                        .orElse(""),
                it.answer().map(Correction.Answer::text).orElse(""),
                it.answer()
                        .map(answer -> answer.by() + ", " + VietnamTime.moment(answer.at()))
                        .orElse(""));
    }
}
