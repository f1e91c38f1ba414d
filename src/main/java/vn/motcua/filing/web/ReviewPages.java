package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.FeeReasons;
import vn.motcua.filing.Case;
import vn.motcua.filing.DeclarationSigning;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.Missing;
import vn.motcua.filing.Sending;
import vn.motcua.filing.SignatureView;
import vn.motcua.filing.SignatureWords;
import vn.motcua.filing.SigningRefusal;
import vn.motcua.filing.Step;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** Everything once more, what it costs, the declaration, and filing. */
@Controller
public class ReviewPages {

    private static final Step.Review STEP = new Step.Review();

    private final Opened opened;
    private final Sending sending;
    private final DeclarationSigning signing;
    private final SignatureWords signatures;
    private final Units units;
    private final Messages messages;

    ReviewPages(
            Opened opened,
            Sending sending,
            DeclarationSigning signing,
            SignatureWords signatures,
            Units units,
            Messages messages) {
        this.opened = opened;
        this.sending = sending;
        this.signing = signing;
        this.signatures = signatures;
        this.units = units;
        this.messages = messages;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/review")
    ModelAndView review(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String sign,
            SignedIn who,
            HttpServletRequest request) {
        var said = Stream.of(SigningRefusal.values())
                .filter(it -> it.name().equals(sign))
                .map(it -> messages.say(Languages.of(request), new Refused(it)))
                .findFirst()
                .orElse("");
        return opened.with(
                who, id, it -> page(who, it, it.missing(), List.of(), Ids.next(), HttpStatus.OK, said, request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/review")
    ModelAndView file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String command,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        opened.requireLevel(who, id);
        var key = command(command);
        return switch (sending.file(who, DraftId.of(id), key, posted)) {
            case Sending.Outcome.Done(var filed) -> Opened.confirmation(who, filed);
            case Sending.Outcome.NotYet(var of, var missing, var declaration) ->
                posted.containsKey("later")
                        ? Opened.to(Opened.address(of) + "/kept")
                        : page(who, of, missing, declaration, key, HttpStatus.UNPROCESSABLE_CONTENT, "", request);
        };
    }

    /** The same page for who wanted to sign something that is not complete. */
    ModelAndView notYet(
            SignedIn who, Case of, List<Missing> missing, List<Problem> declaration, HttpServletRequest request) {
        return page(who, of, missing, declaration, Ids.next(), HttpStatus.UNPROCESSABLE_CONTENT, "", request);
    }

    private ModelAndView page(
            SignedIn who,
            Case of,
            List<Missing> missing,
            List<Problem> declaration,
            UUID command,
            HttpStatus status,
            String said,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var words = new AnswerWords(messages, language, of.facts().places());
        var shown = of.declarations().stream().map(it -> it.id()).toList();
        var answers = AnswersView.of(of.form(), of.draft().answers(), of.facts(), words).sections().stream()
                .filter(it -> !shown.contains(it.id()))
                .toList();
        var view = new View(
                Opened.frame(of, STEP, request),
                new AnswersView(answers),
                of.draft()
                        .unit()
                        .flatMap(units::unit)
                        .map(it -> WherePages.office(it, language))
                        .map(List::of)
                        .orElse(List.of()),
                papers(of, language),
                of.draft().delivery().map(it -> it.how().name()).orElse(""),
                of.draft().delivery().map(it -> it.at()).orElse(""),
                of.fees().stream()
                        .map(it -> new Fee(
                                it.name().in(language),
                                it.amount().toString(),
                                it.legal(),
                                it.reckoned().map(how -> how.in(language)).orElse("")))
                        .toList(),
                of.fees().stream().map(it -> it.due().name()).distinct().toList(),
                of.explainedFees().stream()
                        .map(it -> new Reason(
                                it.rule().name().in(language),
                                it.amount().toString(),
                                FeeReasons.of(it, language, messages)))
                        .toList(),
                of.total().toString(),
                of.priced(),
                declarations(of, declaration),
                missing.stream().map(it -> line(of, it, language)).toList(),
                declaration,
                command.toString(),
                of.toBeFiled(),
                signing(who, of, said, language));
        return Pages.show("filing/review", view, status);
    }

    private Signing signing(SignedIn who, Case of, String said, Language language) {
        var known = signing.known(who, of);
        return new Signing(
                said,
                known.map(it -> messages.say(
                                language,
                                it.current() ? "filing.sign.done" : "filing.sign.changed",
                                VietnamTime.moment(it.signed().at()),
                                it.signed().provider()))
                        .orElse(""),
                known.filter(DeclarationSigning.Known::current).isPresent(),
                known.map(_ -> Opened.address(of) + "/signed").orElse(""),
                known.flatMap(it -> Optional.ofNullable(signatures
                        .of(List.of(it.signed().file().sha256()), language)
                        .get(it.signed().file().sha256()))),
                Opened.address(of) + "/sign",
                signing.providers(who, of).stream()
                        .map(it -> new Signing.Provider(it.id(), it.name(language)))
                        .toList());
    }

    private static List<FieldView> declarations(Case of, List<Problem> problems) {
        return of.declarations().stream()
                .map(it -> SectionView.of(of.form(), it.id(), of.draft().answers(), of.facts(), problems))
                .flatMap(it -> it.fields().stream())
                .filter(FieldView::visible)
                .toList();
    }

    private static List<Paper> papers(Case of, Language language) {
        return of.documents().stream()
                .map(it -> new Paper(
                        it.name(language),
                        it.eForm()
                                ? PaperPages.Way.FORM
                                : it.presentOnly() ? PaperPages.Way.SHOW : PaperPages.Way.UPLOAD,
                        of.draft().papersFor(it.id()).stream()
                                .map(file -> new Paper.Upload(
                                        Opened.address(of) + "/papers/" + file.id(),
                                        file.name(),
                                        PaperPages.size(file.size())))
                                .toList()))
                .toList();
    }

    private Lack line(Case of, Missing missing, Language language) {
        var address = Opened.address(of) + "/";
        return switch (missing) {
            case Missing.Answer(var step, var problem) ->
                new Lack(problem.say(messages, language), address + step.path() + "?check#" + problem.fieldId());
            case Missing.Somewhere _ -> new Lack(messages.say(language, "filing.missing.where"), address + "where");
            case Missing.Document(var id, var name) ->
                new Lack(
                        messages.say(language, "filing.papers.missing", name.in(language)),
                        address + "papers?check#paper-" + id);
            case Missing.Receiving _ ->
                new Lack(messages.say(language, "filing.missing.delivery"), address + "delivery");
        };
    }

    private static UUID command(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return Ids.next();
        }
    }

    /** Something that is missing, and where to mend it. */
    public record Lack(String sentence, String path) {}

    /** Why a fee is as much as it is, sentence by sentence. */
    public record Reason(String name, String amount, List<String> lines) {

        /** Keeps its own copy. */
        public Reason {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of what is due.
     *
     * @param reckoned how many times how much; empty where it is reckoned in another way
     */
    public record Fee(String name, String amount, String legal, String reckoned) {}

    /** A document with what was given for it. */
    public record Paper(String name, PaperPages.Way way, List<Upload> files) {

        /** An uploaded file and where to look at it. */
        public record Upload(String path, String name, String size) {}
    }

    /**
     * Signing it with one's own certificate.
     *
     * @param said why it is not signed just now; empty for nothing
     * @param state what is known of the signature in a sentence; empty for none
     * @param current whether it is signed as it stands
     * @param file the path of what was signed; empty for nothing
     * @param judged what was found about that signature; empty while nobody has looked
     * @param path where signing begins
     * @param providers where one may sign
     */
    public record Signing(
            String said,
            String state,
            boolean current,
            String file,
            Optional<SignatureView> judged,
            String path,
            List<Provider> providers) {

        /** Keeps its own copy. */
        public Signing {
            providers = List.copyOf(providers);
        }

        /** One of them. */
        public record Provider(String id, String name) {}

        /** Whether there is anything to be shown. */
        public boolean shown() {
            return !providers.isEmpty() || !state.isEmpty();
        }
    }

    /**
     * What the page shows.
     *
     * @param office who receives it; none while that is open
     * @param how the result comes; empty while not chosen
     * @param priced whether the package says amounts at all
     * @param declaration what one agrees to
     * @param missing what stands in the way
     * @param wrong what is wrong with the declaration
     * @param toBeFiled whether who looks may file it; who only helps leaves that to its owner
     * @param signing where it may be signed, and whether it is
     */
    public record View(
            Frame frame,
            AnswersView answers,
            List<WherePages.Office> office,
            List<Paper> papers,
            String how,
            String at,
            List<Fee> fees,
            List<String> due,
            List<Reason> reasons,
            String total,
            boolean priced,
            List<FieldView> declaration,
            List<Lack> missing,
            List<Problem> wrong,
            String command,
            boolean toBeFiled,
            Signing signing) {

        /** The path of the page on which a section is answered. */
        public String changeAt(String section) {
            return change(section.equals(CompiledForm.QUESTIONS) ? "case" : "form/" + section);
        }

        /** A page of the draft, from which the way leads back here. */
        public String change(String page) {
            return frame.address() + "/" + page + "?" + Frame.FROM + "=" + Opened.REVIEW;
        }

        /** How many things are missing or wrong. */
        public int count() {
            return (int) Stream.concat(missing.stream(), wrong.stream()).count();
        }
    }
}
