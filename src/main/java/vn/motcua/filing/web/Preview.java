package vn.motcua.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.RequiredDocument;
import vn.motcua.filing.Step;
import vn.motcua.form.AnswerWords;
import vn.motcua.form.AnswersView;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.FieldView;
import vn.motcua.form.FormDefinition.Section;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.form.SectionView;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/**
 * Filing tried out on a package: from what a page sent, the answers so far and the page that follows. Pure; read and checked
 * by the same form as a dossier. Where one files and how the result comes is left out: they are alike for every procedure.
 */
final class Preview {

    /** Buttons that change the page and go nowhere. */
    private static final Set<String> STAYING = Set.of("show", "add", "remove");

    private final ProcedurePackage content;
    private final CompiledForm form;
    private final Facts facts;
    private final MultiValueMap<String, String> posted;
    private final Map<String, Object> answers;
    private final List<Step> steps;
    private final Step now;
    private final List<Problem> problems;
    private final boolean looked;

    /** @param posted what the page before sent; nothing at the beginning */
    Preview(ProcedurePackage content, Facts facts, MultiValueMap<String, String> posted) {
        this.content = content;
        this.form = content.form();
        this.facts = facts;
        this.posted = posted;
        this.answers = form.parseAll(posted);
        this.steps = Step.of(form, answers, facts).stream()
                .filter(it -> !(it instanceof Step.Where) && !(it instanceof Step.Receiving))
                .toList();
        var from = step("at");
        var staying = from.isEmpty() || STAYING.stream().anyMatch(posted::containsKey);
        var back = posted.containsKey("back") || posted.containsKey("to");
        this.looked = !staying && !back && !posted.containsKey("skip");
        this.problems = looked ? wrong(from.get()) : List.of();
        this.now = staying || !problems.isEmpty() ? from.orElse(steps.getFirst()) : next(from.get());
    }

    /** The page that follows. */
    Step now() {
        return now;
    }

    /** Half answered, an amount may not be known yet; on the way of a real filing it is asked for in the end only. */
    private List<FeeLine> fees() {
        try {
            return content.fees(answers, facts);
        } catch (Refused notYet) {
            return List.of();
        }
    }

    PreviewView view(String address, int no, Messages messages, Language language) {
        var fees = fees();
        return new PreviewView(
                address,
                no,
                content.shortName().in(language),
                now.path(),
                steps.indexOf(now) + 1,
                steps.size(),
                section(now).map(it -> SectionView.of(form, it, answers, facts, problems)),
                carried(),
                problems,
                content.required(answers, facts).stream()
                        .map(it -> document(it, messages, language))
                        .toList(),
                read(messages, language),
                fees.stream()
                        .map(it -> new ReviewPages.Fee(
                                it.name().in(language),
                                it.amount().toString(),
                                it.legal(),
                                it.reckoned().map(how -> how.in(language)).orElse("")))
                        .toList(),
                fees.stream().map(FeeLine::amount).reduce(Dong.ZERO, Dong::plus).toString(),
                !content.feeRules().isEmpty(),
                content.timeLimit(answers, facts).say(language, messages),
                declarations()
                        .map(it -> SectionView.of(form, it.id(), answers, facts, problems))
                        .flatMap(it -> it.fields().stream())
                        .filter(FieldView::visible)
                        .toList(),
                looked && step("at").filter(Step.Review.class::isInstance).isPresent() && problems.isEmpty(),
                Ids.next().toString());
    }

    private Optional<Step> step(String name) {
        var path = posted.getFirst(name);
        return steps.stream().filter(it -> it.path().equals(path)).findFirst();
    }

    private Step next(Step from) {
        if (posted.containsKey("to")) {
            return step("to").orElse(from);
        }
        int way = posted.containsKey("back") ? -1 : 1;
        return steps.get(Math.clamp(steps.indexOf(from) + (long) way, 0, steps.size() - 1));
    }

    /** What keeps whoever files from going on; nobody can give a file here, so none is missed. */
    private List<Problem> wrong(Step from) {
        var files = fields().filter(it -> it.kind() == Kind.FILE).map(Field::id).toList();
        var found = from instanceof Step.Review
                ? form.validate(answers, facts)
                : section(from).map(it -> form.validate(it, answers, facts)).orElse(List.of());
        return found.stream()
                .filter(it -> it.severity() == Problem.Severity.WRONG && !files.contains(it.fieldId()))
                .toList();
    }

    private static Optional<String> section(Step step) {
        return switch (step) {
            case Step.Case _ -> Optional.of(CompiledForm.QUESTIONS);
            case Step.Topic it -> Optional.of(it.section());
            case Step.Where _, Step.Papers _, Step.Receiving _, Step.Review _ -> Optional.empty();
        };
    }

    /** What the page does not ask itself, as it was typed. */
    private List<PreviewView.Carried> carried() {
        var shown = now instanceof Step.Review
                ? declarations().flatMap(it -> it.fields().stream()).toList()
                : section(now)
                        .map(it -> it.equals(CompiledForm.QUESTIONS)
                                ? form.definition().questions()
                                : form.definition()
                                        .section(it)
                                        .map(Section::fields)
                                        .orElse(List.of()))
                        .orElse(List.of());
        var all = fields().toList();
        var carried = new ArrayList<PreviewView.Carried>();
        posted.forEach((name, values) -> {
            if (belongs(name, all) && !belongs(name, shown)) {
                values.forEach(it -> carried.add(new PreviewView.Carried(name, it)));
            }
        });
        return carried;
    }

    private static boolean belongs(String name, List<Field> fields) {
        return fields.stream().anyMatch(it -> name.equals(it.id()) || name.startsWith(it.id() + "."));
    }

    private Stream<Field> fields() {
        return Stream.concat(
                form.definition().questions().stream(), form.definition().fields());
    }

    private Stream<Section> declarations() {
        return form.sections(answers, facts).stream().filter(Step::declares);
    }

    private AnswersView read(Messages messages, Language language) {
        var shown = declarations().map(Section::id).toList();
        return new AnswersView(
                AnswersView.of(form, answers, facts, new AnswerWords(messages, language, facts.places()))
                        .sections()
                        .stream()
                        .filter(it -> !shown.contains(it.id()))
                        .toList());
    }

    private static PreviewView.Document document(RequiredDocument it, Messages messages, Language language) {
        return new PreviewView.Document(
                it.name(language),
                it.when().map(when -> when.in(language)).orElse(""),
                it.originals() + it.copies() == 0
                        ? ""
                        : messages.say(language, "filing.preview.number", it.originals(), it.copies()),
                it.eForm() ? PaperPages.Way.FORM : it.presentOnly() ? PaperPages.Way.SHOW : PaperPages.Way.UPLOAD);
    }
}
