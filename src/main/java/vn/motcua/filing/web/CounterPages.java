package vn.motcua.filing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.SameMatter;
import vn.motcua.filing.Case;
import vn.motcua.filing.Delivery;
import vn.motcua.filing.Draft;
import vn.motcua.filing.DraftDesk;
import vn.motcua.filing.DraftId;
import vn.motcua.filing.GuidanceSlips;
import vn.motcua.filing.Missing;
import vn.motcua.filing.PaperId;
import vn.motcua.filing.Sending;
import vn.motcua.filing.SignatureWords;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.FieldView;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.identity.Door;
import vn.motcua.identity.Door.Who;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Languages;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Pages;

/** The counter: the same form on one long page, filled in by the receiver for who stands there. */
@Controller
public class CounterPages {

    private final DraftDesk desk;
    private final Opened opened;
    private final Sending sending;
    private final AnswerFiles files;
    private final SameMatter same;
    private final GuidanceSlips guidance;
    private final SignatureWords signatures;
    private final Messages messages;

    CounterPages(
            DraftDesk desk,
            Opened opened,
            Sending sending,
            AnswerFiles files,
            SameMatter same,
            GuidanceSlips guidance,
            SignatureWords signatures,
            Messages messages) {
        this.desk = desk;
        this.opened = opened;
        this.sending = sending;
        this.files = files;
        this.same = same;
        this.guidance = guidance;
        this.signatures = signatures;
        this.messages = messages;
    }

    @Door(Who.OFFICER)
    @GetMapping("/desk/counter/{id}")
    ModelAndView page(@PathVariable String id, SignedIn.OfficerAt officer, HttpServletRequest request) {
        return opened.with(officer, id, it -> page(it, List.of(), List.of(), Ids.next(), HttpStatus.OK, request));
    }

    /** A field was left: saves the page and answers with the parts that look different now. */
    @Door(Who.OFFICER)
    @PostMapping("/desk/counter/{id}/field")
    ModelAndView field(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.OfficerAt officer,
            HttpServletRequest request) {
        return opened.with(officer, id, before -> {
            var after = save(officer, DraftId.of(id), posted);
            var changed = new ArrayList<FieldView>();
            var earlier = sections(before, List.of());
            var now = sections(after, List.of());
            for (int i = 0; i < now.size(); i++) {
                changed.addAll(now.get(i).changedSince(earlier.get(i)));
                changed.addAll(now.get(i).filledSince(earlier.get(i), posted));
            }
            return Pages.show("filing/counter-saved", new Saved(Opened.saved(after), changed, now));
        });
    }

    @Door(Who.OFFICER)
    @PostMapping("/desk/counter/{id}")
    ModelAndView file(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String command,
            @RequestParam MultiValueMap<String, String> posted,
            SignedIn.OfficerAt officer,
            HttpServletRequest request) {
        return opened.with(officer, id, _ -> {
            var saved = save(officer, DraftId.of(id), posted);
            var refused = saved.form().definition().sections().stream()
                    .flatMap(it -> files.take(officer, saved, it.id(), posted, request).stream())
                    .toList();
            var key = command(command);
            if (!refused.isEmpty()) {
                var now = desk.open(officer, saved.draft().id());
                return page(now, List.of(), refused, key, HttpStatus.UNPROCESSABLE_CONTENT, request);
            }
            if (!posted.containsKey("file")) {
                return Opened.to("/desk/counter/" + id);
            }
            return switch (sending.file(officer, DraftId.of(id), key, Map.of())) {
                case Sending.Outcome.Done(var filed) -> Opened.confirmation(officer, filed);
                case Sending.Outcome.NotYet(var now, var missing, var declaration) ->
                    page(now, missing, declaration, key, HttpStatus.UNPROCESSABLE_CONTENT, request);
            };
        });
    }

    /** What is still missing, on a slip for who goes home. */
    @Door(Who.OFFICER)
    @GetMapping("/desk/counter/{id}/guidance")
    ResponseEntity<byte[]> guidance(@PathVariable String id, SignedIn.OfficerAt officer) {
        var pdf = guidance.print(officer, desk.open(officer, DraftId.of(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"phieu-huong-dan.pdf\"")
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }

    private Case save(SignedIn.OfficerAt officer, DraftId id, MultiValueMap<String, String> posted) {
        var of = desk.answerAll(officer, id, posted);
        var shown = of.documents().stream()
                .filter(it -> posted.containsKey("originals-" + it.id()) || posted.containsKey("seen-" + it.id()))
                .map(it -> new Draft.Shown(
                        it.id(), originals(posted, it.id()), count(posted.getFirst("copies-" + it.id()))))
                .toList();
        desk.shown(officer, id, shown);
        var scans = papers(posted, "scans");
        if (!scans.isEmpty()) {
            desk.compared(officer, id, scans, papers(posted, "compared"));
        }
        var at = Optional.ofNullable(posted.getFirst("at")).orElse("");
        Arrays.stream(HandOver.How.values())
                .filter(it -> it.name().equals(posted.getFirst("how")))
                .findFirst()
                .ifPresent(it -> desk.receive(officer, id, new Delivery(it, it == HandOver.How.POST ? at : "")));
        return desk.open(officer, id);
    }

    private ModelAndView page(
            Case of,
            List<Missing> missing,
            List<Problem> declaration,
            UUID command,
            HttpStatus status,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var problems = new ArrayList<Problem>();
        var other = new ArrayList<ReviewPages.Lack>();
        missing.forEach(it -> {
            switch (it) {
                case Missing.Answer answer -> problems.add(answer.problem());
                case Missing.Somewhere _ -> other.add(lack("filing.missing.where", "content", language));
                case Missing.Receiving _ -> other.add(lack("filing.missing.delivery", "how", language));
                case Missing.Document(var document, var name) ->
                    other.add(new ReviewPages.Lack(
                            messages.say(language, "filing.counter.missing", name.in(language)),
                            "#originals-" + document));
            }
        });
        problems.addAll(declaration);
        var walkIn = of.draft().walkIn().orElseThrow();
        var judged = signatures.of(of.draft().contents(), language);
        var view = new View(
                of.draft().id().toString(),
                Opened.name(of, language),
                walkIn.name(),
                walkIn.personalNumber().isEmpty()
                        ? messages.say(language, "filing.counter.number.passport", walkIn.passport())
                        : messages.say(language, "filing.counter.number", walkIn.personalNumber()),
                Opened.saved(of),
                sections(of, problems),
                of.documents().stream()
                        .filter(it -> !it.eForm())
                        .map(it -> new Counted(
                                PaperPages.line(of, it, Map.of(), judged, language),
                                of.draft()
                                        .shown(it.id())
                                        .map(Draft.Shown::originals)
                                        .orElse(0),
                                of.draft()
                                        .shown(it.id())
                                        .map(Draft.Shown::copies)
                                        .orElse(0)))
                        .toList(),
                of.draft().delivery().map(it -> it.how().name()).orElse("COUNTER"),
                of.draft().delivery().map(Delivery::at).orElse(""),
                of.fees().stream()
                        .map(it -> new ReviewPages.Fee(
                                it.name().in(language),
                                it.amount().toString(),
                                it.legal(),
                                it.reckoned().map(how -> how.in(language)).orElse("")))
                        .toList(),
                of.total().toString(),
                of.priced(),
                problems,
                other,
                same.open(walkIn.number(), of.draft().procedure()),
                of.alreadyHad().stream().map(it -> it.name(language)).toList(),
                !of.missing().isEmpty(),
                command.toString());
        return Pages.show("filing/counter", view, status);
    }

    private ReviewPages.Lack lack(String key, String id, Language language) {
        return new ReviewPages.Lack(messages.say(language, key), "#" + id);
    }

    private static List<SectionView> sections(Case of, List<Problem> problems) {
        var sections = new ArrayList<SectionView>();
        sections.add(section(of, CompiledForm.QUESTIONS, problems));
        of.form().definition().sections().forEach(it -> sections.add(section(of, it.id(), problems)));
        return sections;
    }

    private static SectionView section(Case of, String id, List<Problem> problems) {
        return SectionView.of(
                of.form(), id, of.draft().answers(), of.facts(), problems, Optional.of(AnswerFiles.given(of)));
    }

    /** The scans that the page asked about, or of which the officer says that they match. */
    private static Set<PaperId> papers(MultiValueMap<String, String> posted, String field) {
        return posted.getOrDefault(field, List.of()).stream()
                .filter(it -> Ids.of(it).isPresent())
                .map(PaperId::of)
                .collect(Collectors.toSet());
    }

    /** What the officer ticked was seen once, when they typed no number. */
    private static int originals(MultiValueMap<String, String> posted, String document) {
        var typed = count(posted.getFirst("originals-" + document));
        var nothing = typed + count(posted.getFirst("copies-" + document)) == 0;
        return nothing && posted.containsKey("seen-" + document) ? 1 : typed;
    }

    private static int count(@org.jspecify.annotations.Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,2}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static UUID command(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return Ids.next();
        }
    }

    /** A document on the table, with what of it was seen. */
    public record Counted(PaperPages.Line document, int originals, int copies) {}

    /**
     * The long page.
     *
     * @param id of the draft
     * @param how the result comes
     * @param priced whether the package says amounts at all
     * @param problems wrong answers, each at its field
     * @param other what else is missing
     * @param same the same person's dossiers of this procedure that are not settled
     * @param had documents that are not asked because the state has what they prove
     * @param incomplete whether anything is missing
     */
    public record View(
            String id,
            String procedure,
            String name,
            String number,
            Frame.Saved saved,
            List<SectionView> sections,
            List<Counted> documents,
            String how,
            String at,
            List<ReviewPages.Fee> fees,
            String total,
            boolean priced,
            List<Problem> problems,
            List<ReviewPages.Lack> other,
            List<String> same,
            List<String> had,
            boolean incomplete,
            String command) {

        /** The names of the inputs that take a file. */
        public List<String> fileInputs() {
            return sections.stream().flatMap(it -> it.fileInputs().stream()).toList();
        }

        /** The path of the page. */
        public String path() {
            return "/desk/counter/" + id;
        }

        /** For the forms of single papers. */
        public Frame frame() {
            return new Frame(procedure, "/drafts/" + id, "papers", 1, 1, saved, path());
        }
    }

    /** The answer to a saved field. */
    public record Saved(Frame.Saved at, List<FieldView> changed, List<SectionView> sections) {}
}
