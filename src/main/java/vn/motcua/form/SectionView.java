package vn.motcua.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A section as a page shows it. Hidden fields are in it too: each keeps its place on the page, so that it can appear there
 * when an answer changes.
 *
 * @param id of the section, or {@link CompiledForm#QUESTIONS}
 * @param title the page's heading
 * @param intro a sentence below it
 * @param fields in order
 * @param problems what is wrong, in the order of the page
 */
public record SectionView(
        String id, Words title, Optional<Words> intro, List<FieldView> fields, List<Problem> problems) {

    /**
     * The section with these answers.
     *
     * @param problems what to say about them; none on a page that has not been posted yet
     */
    public static SectionView of(
            CompiledForm form, String sectionId, Map<String, Object> answers, Facts facts, List<Problem> problems) {
        return of(form, sectionId, answers, facts, problems, Optional.empty());
    }

    /**
     * The same on a page that takes files.
     *
     * @param files those that were given, by field; empty where the page takes none
     */
    public static SectionView of(
            CompiledForm form,
            String sectionId,
            Map<String, Object> answers,
            Facts facts,
            List<Problem> problems,
            Optional<Map<String, GivenFile>> files) {
        var own = form.known(answers, facts).stream().map(Field::id).collect(Collectors.toSet());
        var visible = form.visible(answers, facts);
        var situation = form.situation(answers, facts);
        var kept = form.kept(answers, facts);
        var byField =
                problems.stream().collect(Collectors.toMap(Problem::fieldId, Function.identity(), (first, _) -> first));
        var section = form.definition().section(sectionId);
        var fields = section
                .map(FormDefinition.Section::fields)
                .orElseGet(() -> form.definition().questions())
                .stream()
                .map(it -> new FieldView(
                        it,
                        it.id(),
                        Optional.ofNullable(it.calculate().isPresent() ? kept.get(it.id()) : answers.get(it.id())),
                        form.required(it, situation),
                        visible.contains(it.id()),
                        own.contains(it.id()),
                        files.isPresent(),
                        files.flatMap(given -> Optional.ofNullable(given.get(it.id()))),
                        form.rows(it, FieldView.rowsToBegin(it, form.required(it, situation)), answers, facts),
                        byField,
                        facts.places()))
                .toList();
        return new SectionView(
                sectionId,
                section.map(FormDefinition.Section::title)
                        .orElse(form.definition().title()),
                section.flatMap(FormDefinition.Section::intro),
                fields,
                List.copyOf(problems));
    }

    /** Whether a file is asked for, so that the form must be posted in parts. */
    public boolean asksForFile() {
        return fields.stream().anyMatch(it -> it.takesFile() && it.field().kind() == Kind.FILE);
    }

    /** The names of the inputs that take a file: they are sent with the page, not with each answer that is saved. */
    public List<String> fileInputs() {
        return fields.stream()
                .filter(it -> it.field().kind() == Kind.FILE)
                .map(FieldView::name)
                .toList();
    }

    /** The fields that were filled in for the person when an answer was saved: nothing was posted for them. */
    public List<FieldView> filledSince(SectionView before, Map<String, List<String>> posted) {
        var earlier = before.fields.stream().collect(Collectors.toMap(FieldView::name, Function.identity()));
        var typed = posted.entrySet().stream()
                .filter(it -> it.getValue().stream().anyMatch(value -> !value.isBlank()))
                .map(Map.Entry::getKey)
                .toList();
        var changed = changedSince(before);
        return fields.stream()
                .filter(it -> it.visible() && it.answer().isPresent() && !changed.contains(it))
                .filter(it -> {
                    var old = earlier.get(it.name());
                    return old != null && !old.answer().equals(it.answer());
                })
                .filter(it ->
                        typed.stream().noneMatch(name -> name.equals(it.name()) || name.startsWith(it.name() + ".")))
                .toList();
    }

    /**
     * The fields that look different after an answer was saved: they appear, vanish, become required, or offer other
     * communes, or were calculated anew. The page swaps just these.
     */
    public List<FieldView> changedSince(SectionView before) {
        var earlier = before.fields.stream().collect(Collectors.toMap(FieldView::name, Function.identity()));
        return fields.stream()
                .filter(it -> {
                    var old = earlier.get(it.name());
                    return old == null
                            || old.visible() != it.visible()
                            || old.required() != it.required()
                            || (it.field().calculate().isPresent()
                                    && !old.answer().equals(it.answer()))
                            || rowsChanged(old, it)
                            || (it.field().kind() == Kind.ADDRESS
                                    && !old.part("province").equals(it.part("province")));
                })
                .toList();
    }

    /** Cells appear, vanish, become required, or were calculated anew; a new row comes with a page of its own. */
    private static boolean rowsChanged(FieldView before, FieldView after) {
        var calculated = after.field().table().columns().stream()
                .filter(it -> it.calculate().isPresent())
                .map(Field::id)
                .toList();
        if (before.rows().size() != after.rows().size()) {
            return !calculated.isEmpty();
        }
        return java.util.stream.IntStream.range(0, after.rows().size()).anyMatch(i -> {
            var old = before.rows().get(i);
            var now = after.rows().get(i);
            return !old.asked().equals(now.asked())
                    || !old.required().equals(now.required())
                    || calculated.stream()
                            .anyMatch(it -> !java.util.Objects.equals(
                                    old.cells().get(it), now.cells().get(it)));
        });
    }
}
