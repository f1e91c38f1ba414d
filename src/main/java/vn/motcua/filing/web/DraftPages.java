package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.filing.Case;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.FilingRefusal;
import vn.motcua.filing.Step;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Pages;
import vn.motcua.shared.Refused;

/** The questions before the form, and its sections, one page each. */
@Controller
public class DraftPages {

    /** Buttons of a section that change the page and go on nowhere. */
    private static final Set<String> STAYING = Set.of("show", "add", "remove", AnswerFiles.DROP);

    private final DraftDesk desk;
    private final Opened opened;
    private final AnswerFiles files;
    private final EarlierPages earlier;

    DraftPages(DraftDesk desk, Opened opened, AnswerFiles files, EarlierPages earlier) {
        this.desk = desk;
        this.opened = opened;
        this.files = files;
        this.earlier = earlier;
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}")
    ModelAndView resume(@PathVariable String id, SignedIn who) {
        return opened.with(who, id, Opened::resume);
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/case")
    ModelAndView questions(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(
                who,
                id,
                it -> section(who, it, new Step.Case(), checked(it, CompiledForm.QUESTIONS, request), request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/case")
    ModelAndView answerQuestions(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(
                who, id, _ -> save(who, id, CompiledForm.QUESTIONS, new Step.Case(), posted, List.of(), request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/form/{section}")
    ModelAndView topic(
            @PathVariable String id, @PathVariable String section, SignedIn who, HttpServletRequest request) {
        return opened.with(who, id, it -> section(who, it, topic(it, section), checked(it, section, request), request));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/form/{section}")
    ModelAndView answerTopic(
            @PathVariable String id,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, it -> {
            var step = topic(it, section);
            var answered = desk.answer(who, DraftId.of(id), section, posted);
            return save(who, id, section, step, posted, files.take(who, answered, section, posted, request), request);
        });
    }

    /** A field was left: saves the page as it stands and answers with the parts that look different now. */
    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/field")
    ModelAndView field(
            @PathVariable String id,
            @RequestParam String section,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn who,
            HttpServletRequest request) {
        return opened.with(who, id, before -> {
            var after = desk.answer(who, DraftId.of(id), section, posted);
            var changed = view(after, section, List.of()).changedSince(view(before, section, List.of()));
            return Pages.show("filing/saved", new Saved(Opened.saved(after), changed));
        });
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/kept")
    ModelAndView kept(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(who, id, it -> Pages.show("filing/kept", Opened.frame(it, new Step.Review(), request)));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @GetMapping("/drafts/{id}/discard")
    ModelAndView askToDiscard(@PathVariable String id, SignedIn who, HttpServletRequest request) {
        return opened.with(who, id, it -> Pages.show("filing/discard", Opened.frame(it, new Step.Review(), request)));
    }

    @Door(value = Who.SIGNED_IN, forAnother = true)
    @PostMapping("/drafts/{id}/discard")
    ModelAndView discard(@PathVariable String id, SignedIn who) {
        return opened.with(who, id, it -> {
            desk.discard(who, it.draft().id());
            return Opened.to("/my");
        });
    }

    private ModelAndView save(
            SignedIn who,
            String id,
            String section,
            Step step,
            MultiValueMap<String, String> posted,
            List<Problem> refused,
            HttpServletRequest request) {
        var after = desk.answer(who, DraftId.of(id), section, posted);
        if (!refused.isEmpty()) {
            return section(who, after, step, together(refused, after.problems(section)), request);
        }
        var staying = STAYING.stream().filter(posted::containsKey).findFirst();
        if (staying.isPresent()) {
            return Opened.to(
                    Opened.address(after) + "/" + step.path() + "#" + fragment(posted.getFirst(staying.get())));
        }
        var leaving = Opened.leaving(after, step, posted, request);
        if (leaving.isPresent()) {
            return leaving.get();
        }
        var problems = after.problems(section);
        if (problems.stream().anyMatch(it -> it.severity() == Problem.Severity.WRONG)) {
            return section(who, after, step, problems, request);
        }
        return Opened.after(after, step, request);
    }

    private ModelAndView section(SignedIn who, Case of, Step step, List<Problem> problems, HttpServletRequest request) {
        var id = step instanceof Step.Topic topic ? topic.section() : CompiledForm.QUESTIONS;
        var known = desk.fromAccount(who, of);
        var view = view(of, id, problems);
        var language = Languages.of(request);
        var labels = view.fields().stream()
                .filter(it -> it.visible() && known.contains(it.name()))
                .map(it -> it.field().label().in(language))
                .toList();
        return Pages.show(
                "filing/section",
                new SectionPage(
                        Opened.frame(of, step, request),
                        id,
                        view,
                        labels,
                        earlier.offers(who, of, id, language),
                        taken(request)),
                problems.isEmpty() || request.getMethod().equals("GET")
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** How many answers were just taken over from an earlier filing. */
    private static int taken(HttpServletRequest request) {
        var said = request.getParameter("taken");
        return said != null && said.matches("[0-9]{1,3}") ? Integer.parseInt(said) : 0;
    }

    /** A refused file is said at its question once: that it is therefore missing too says nothing. */
    static List<Problem> together(List<Problem> refused, List<Problem> wrong) {
        var fields = refused.stream().map(Problem::fieldId).toList();
        return Stream.concat(refused.stream(), wrong.stream().filter(it -> !fields.contains(it.fieldId())))
                .toList();
    }

    private static Step.Topic topic(Case of, String section) {
        return Opened.topic(of, section).orElseThrow(() -> new Refused(FilingRefusal.NO_SUCH_DRAFT));
    }

    /** What is wrong, when the way here was from the list of what is missing. */
    private static List<Problem> checked(Case of, String section, HttpServletRequest request) {
        return request.getParameter("check") == null ? List.of() : of.problems(section);
    }

    private static SectionView view(Case of, String section, List<Problem> problems) {
        return SectionView.of(
                of.form(), section, of.draft().answers(), of.facts(), problems, Optional.of(AnswerFiles.given(of)));
    }

    private static String fragment(@org.jspecify.annotations.Nullable String name) {
        return name != null && name.matches("[A-Za-z0-9.]{1,80}") ? name : "content";
    }

    /**
     * A section's page.
     *
     * @param section its id
     * @param fromAccount the labels of the fields that were filled in from the account
     * @param earlier what earlier filings offer for what is still open
     * @param taken how many answers were just taken over from one
     */
    public record SectionPage(
            Frame frame,
            String section,
            SectionView view,
            List<String> fromAccount,
            List<EarlierPages.Offer> earlier,
            int taken) {}

    /** The answer to a saved field. */
    public record Saved(Frame.Saved at, List<FieldView> changed) {}
}
