package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.filing.Draft;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.Prefill;
import vn.motcua.filing.Register;
import vn.motcua.form.Field;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.StepUp;
import vn.motcua.shared.Behalf;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** "Bắt đầu nộp": what one needs, how long it takes, and an unfinished draft to go on with. */
@Controller
public class StartPages {

    private static final int QUESTIONS_A_MINUTE = 5;
    private static final int MINUTES_FOR_A_PAPER = 1;

    private final DraftDesk desk;
    private final Prefill prefill;
    private final StepUp stepUp;
    private final ForWhom forWhom;
    private final Messages messages;

    StartPages(DraftDesk desk, Prefill prefill, StepUp stepUp, ForWhom forWhom, Messages messages) {
        this.desk = desk;
        this.prefill = prefill;
        this.stepUp = stepUp;
        this.forWhom = forWhom;
        this.messages = messages;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/procedures/{code}/start")
    ModelAndView start(@PathVariable String code, SignedIn who, HttpServletRequest request) {
        return switch (who) {
            case SignedIn.Applicant it -> page(it, online(code), "", HttpStatus.OK, Languages.of(request));
            case SignedIn.OfficerAt _ ->
                Opened.to("/desk/counter?procedure=" + desk.procedure(code).code());
            case SignedIn.Administrator _ ->
                throw new Refused(vn.motcua.filing.FilingRefusal.PROCEDURE_NOT_ON_THIS_SYSTEM, code);
        };
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/procedures/{code}/start")
    ModelAndView begin(
            @PathVariable String code,
            @RequestParam(name = "for", defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam Map<String, String> typed,
            SignedIn.Applicant who,
            HttpServletRequest request) {
        var revision = online(code);
        stepUp.require(revision.runnableContent().identityLevel());
        var others = forWhom.at(who, revision);
        if (others.isEmpty() || whom.equals(ForWhom.MYSELF)) {
            // nobody agrees for another: what a helper may use is what the person has let be used
            if (!asked.isEmpty() && !(who instanceof SignedIn.ForAnother)) {
                for (var it : Register.values()) {
                    prefill.choose(who, it, typed.containsKey("register." + it.word()));
                }
            }
            return begin(who, code, "");
        }
        var other = others.stream()
                .filter(it -> it.standing().mandate().toString().equals(whom))
                .findFirst();
        var language = Languages.of(request);
        return other.map(it -> it.scope()
                        .call(() -> begin(
                                it, code, Behalf.prefix(it.standing().mandate().value()))))
                .orElseGet(() -> page(
                        who,
                        revision,
                        messages.say(language, "filing.start.forWhom.choose"),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        language));
    }

    /** What is published for the counter alone is not begun by applicants themselves. */
    private ProcedureRevision online(String code) {
        var revision = desk.procedure(code);
        if (!revision.online()) {
            throw new Refused(vn.motcua.filing.FilingRefusal.PROCEDURE_NOT_ON_THIS_SYSTEM, code);
        }
        return revision;
    }

    /** In the scope of whose filing it is. */
    private ModelAndView begin(SignedIn.Applicant who, String code, String prefix) {
        var begun = desk.open(who, desk.start(who, code));
        return Opened.to(
                prefix + Opened.address(begun) + "/" + begun.steps().getFirst().path());
    }

    private ModelAndView page(
            SignedIn.Applicant who, ProcedureRevision revision, String wrong, HttpStatus status, Language language) {
        var others = forWhom.at(who, revision).stream()
                .map(it -> new StartView.Other(
                        it.standing().mandate().toString(),
                        it.name(),
                        messages.say(
                                language,
                                "identity.actingAs." + it.standing().kind().role())))
                .toList();
        return Pages.show(
                "filing/start",
                view(
                        revision,
                        desk.begun(who, revision.code()),
                        others,
                        wrong,
                        who instanceof SignedIn.ForAnother
                                ? List.of()
                                : registers(prefill.standings(who), revision, language),
                        language),
                status);
    }

    private static StartView view(
            ProcedureRevision revision,
            List<Draft.Line> begun,
            List<StartView.Other> others,
            String wrong,
            List<StartView.Asked> registers,
            Language language) {
        var content = revision.runnableContent();
        var definition = content.form().definition();
        var asked = definition.questions().size()
                + (int) definition
                        .fields()
                        .filter(it -> it.required().equals("true"))
                        .map(Field::id)
                        .count();
        var needed = content.documents().stream().filter(it -> !it.eForm()).toList();
        var always = needed.stream().filter(it -> it.always()).count();
        var minutes = 2 + (asked + QUESTIONS_A_MINUTE - 1) / QUESTIONS_A_MINUTE + (int) always * MINUTES_FOR_A_PAPER;
        return new StartView(
                revision.code(),
                revision.shortName(language),
                revision.name(language),
                minutes,
                needed.stream()
                        .map(it -> new StartView.Needed(
                                it.name(language),
                                it.when().map(when -> when.in(language)).orElse(""),
                                it.presentOnly()))
                        .toList(),
                begun.stream()
                        .map(it -> new StartView.Begun("/drafts/" + it.id(), VietnamTime.moment(it.savedAt())))
                        .toList(),
                registers,
                others,
                wrong);
    }

    /** The registers from which something in that form can be filled in. */
    private List<StartView.Asked> registers(
            List<Prefill.Standing> standings, ProcedureRevision revision, Language language) {
        var all = new ArrayList<StartView.Asked>();
        for (var it : standings) {
            var fields = revision.runnableContent()
                    .form()
                    .definition()
                    .fields()
                    .filter(field -> field.prefill()
                            .filter(it.register().source()::equals)
                            .isPresent())
                    .map(field -> field.label().in(language))
                    .distinct()
                    .toList();
            if (!fields.isEmpty()) {
                all.add(new StartView.Asked(
                        it.register().word(),
                        messages.say(language, "filing.register." + it.register()),
                        String.join(", ", fields),
                        it.law().orElse(""),
                        it.allowed()));
            }
        }
        return List.copyOf(all);
    }

    /**
     * What the page shows.
     *
     * @param minutes about how long it takes
     * @param needed the documents that one may need
     * @param begun unfinished drafts of the same procedure
     * @param registers from which some questions can be answered
     * @param others for whom it can be filed besides oneself; none for most
     * @param wrong what is wrong with the choice; empty for nothing
     */
    public record StartView(
            String code,
            String shortName,
            String name,
            int minutes,
            List<Needed> needed,
            List<Begun> begun,
            List<Asked> registers,
            List<Other> others,
            String wrong) {

        /**
         * A register.
         *
         * @param fields the questions that it answers, in words
         * @param law by which nobody is asked; empty where they are
         * @param allowed whether they have agreed; not before they have said so
         */
        public record Asked(String word, String name, String fields, String law, boolean allowed) {}

        /** Somebody for whom it can be filed, and as what. */
        public record Other(String mandate, String name, String kind) {}

        /**
         * A document.
         *
         * @param when in which case; empty for always
         * @param shown whether it is only shown
         */
        public record Needed(String name, String when, boolean shown) {}

        /** A draft to go on with. */
        public record Begun(String path, String savedAt) {}
    }
}
