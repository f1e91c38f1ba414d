package vn.motcua.form;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.motcua.form.Condition.Truth;
import vn.motcua.form.FormDefinition.Outcome;
import vn.motcua.form.FormDefinition.Section;

/**
 * A form that has been found sound: it says what is shown, reads what was posted, checks answers, and gives its JSON
 * Schema. Immutable and safe to share.
 *
 * <p>Answers are a map from field id to a JSON value: text, number, yes-no; dates as ISO text; an address as
 * {@code {province, ward, detail}}; a table as a list of maps. What was typed but cannot be read is kept as it was typed
 * (a text where a number should be, the three parts of a day that does not exist), so that the page shows it again.
 */
public final class CompiledForm {

    /** The section under which the questions before the form are shown and read. */
    public static final String QUESTIONS = "questions";

    private final FormDefinition definition;
    private final Expressions expressions;
    private final Map<String, Condition> when;
    private final Map<String, Condition> self;
    private final Map<String, Condition> required;
    private final Map<String, Condition> must;
    private final Map<String, Condition> checks;
    private final Map<String, Calculation> calculations;
    private final Tables tables;
    private final FormSchema schema;

    /**
     * The rules of tables, by the table.
     *
     * @param seeEachOther whether cells hang on rows, so that they are settled again until nothing changes
     */
    record Tables(Map<String, RowRules> rules, boolean seeEachOther) {

        Tables {
            rules = Map.copyOf(rules);
        }

        private int rounds() {
            return seeEachOther
                    ? 1 + rules.values().stream().mapToInt(RowRules::columns).sum()
                    : 1;
        }
    }

    CompiledForm(
            FormDefinition definition,
            Expressions expressions,
            Map<String, Condition> when,
            Map<String, Condition> self,
            Map<String, Condition> required,
            Map<String, Condition> must,
            Map<String, Condition> checks,
            Map<String, Calculation> calculations,
            Tables tables) {
        this.definition = definition;
        this.expressions = expressions;
        this.when = Map.copyOf(when);
        this.self = Map.copyOf(self);
        this.required = Map.copyOf(required);
        this.must = Map.copyOf(must);
        this.checks = Map.copyOf(checks);
        this.calculations = Map.copyOf(calculations);
        this.tables = tables;
        this.schema = new FormSchema(definition);
    }

    /** What its author wrote. */
    public FormDefinition definition() {
        return definition;
    }

    /** The JSON Schema of its answers as it holds at that moment in Vietnam: "not after today" is a limit there. */
    public JsonNode jsonSchema(LocalDateTime now) {
        return schema.node(now);
    }

    /** Compiles conditions and amounts over this form's names: required documents, fees, route decisions. */
    public Expressions expressions() {
        return expressions;
    }

    /** The JSON Schema (2020-12) of its answers, for other systems. */
    public JsonNode jsonSchema() {
        return schema.node();
    }

    /** The answers with which a new draft begins. */
    public Map<String, Object> begin() {
        var answers = new LinkedHashMap<String, Object>();
        all().forEach(field -> field.initial().ifPresent(it -> answers.put(field.id(), it)));
        return answers;
    }

    /** The ids of the questions and fields that are asked, given these answers. */
    public Set<String> visible(Map<String, Object> answers, Facts facts) {
        return settled(answers, facts).visible();
    }

    /** Conditions and calculations may hang on each other, never in a circle: they are asked again until nothing changes. */
    private Settled settled(Map<String, Object> given, Facts facts) {
        var settled = new Settled(
                given, all().map(Field::id).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
        for (int round = 0; round <= when.size() + calculations.size(); round++) {
            var next = next(settled, facts);
            if (next.equals(settled)) {
                break;
            }
            settled = next;
        }
        return settled;
    }

    private Settled next(Settled before, Facts facts) {
        var situation = expressions.situation(kept(before, facts), facts);
        var visible = new LinkedHashSet<String>();
        definition.questions().stream().filter(it -> shown(it.id(), situation)).forEach(it -> visible.add(it.id()));
        for (var section : definition.sections()) {
            if (shown("section " + section.id(), situation)) {
                section.fields().stream()
                        .filter(it -> shown(it.id(), situation))
                        .forEach(it -> visible.add(it.id()));
            }
        }
        if (calculations.isEmpty()) {
            return new Settled(before.answers(), visible);
        }
        var answers = new LinkedHashMap<>(before.answers());
        calculations.forEach((id, it) -> it.write(answers, id, situation));
        return new Settled(answers, visible);
    }

    /** All answers, typed and calculated, and what is asked. */
    private record Settled(Map<String, Object> answers, Set<String> visible) {}

    private Map<String, Object> kept(Settled settled, Facts facts) {
        var kept = only(settled.answers(), settled.visible());
        for (int round = 0; round < tables.rounds(); round++) {
            var before = Map.copyOf(kept);
            tables.rules().forEach((id, rules) -> {
                if (before.containsKey(id) && settled.answers().get(id) instanceof List<?> rows) {
                    kept.put(id, rules.kept(rows, kept, facts));
                }
            });
            if (kept.equals(before)) {
                break;
            }
        }
        return kept;
    }

    private static Map<?, ?> map(Object row) {
        return row instanceof Map<?, ?> cells ? cells : Map.of();
    }

    /** The rows of a table as they stand: those that were typed, and empty ones up to that number. */
    List<RowRules.Row> rows(Field table, int atLeast, Map<String, Object> answers, Facts facts) {
        var rules = tables.rules().get(table.id());
        if (rules == null) {
            return List.of();
        }
        var kept = kept(answers, facts);
        var typed = answers.get(table.id()) instanceof List<?> list ? list : List.of();
        return java.util.stream.IntStream.range(0, Math.max(typed.size(), atLeast))
                .mapToObj(it -> rules.row(it < typed.size() ? map(typed.get(it)) : Map.of(), kept, facts))
                .toList();
    }

    /** The sections that have something to ask, given these answers. */
    public List<Section> sections(Map<String, Object> answers, Facts facts) {
        var visible = visible(answers, facts);
        return definition.sections().stream()
                .filter(it -> it.fields().stream().anyMatch(field -> visible.contains(field.id())))
                .toList();
    }

    /**
     * The fields that the account of the person who files can fill in, given these answers: those that are marked
     * ({@code prefill}) in sections that are about that person now ({@code self}).
     */
    public List<Field> known(Map<String, Object> answers, Facts facts) {
        var situation = situation(answers, facts);
        return definition.sections().stream()
                .filter(it -> Optional.ofNullable(self.get(it.id()))
                        .map(about -> about.holds(situation))
                        .orElse(true))
                .flatMap(it -> it.fields().stream())
                .filter(it -> it.prefill().isPresent())
                .toList();
    }

    /** The fields of a section, or the questions, that are asked, given these answers. */
    public List<Field> fields(String sectionId, Map<String, Object> answers, Facts facts) {
        var visible = visible(answers, facts);
        return fieldsOf(sectionId).filter(it -> visible.contains(it.id())).toList();
    }

    /** Answers (those that are asked) and facts, ready to be asked by conditions and amounts. */
    public Situation situation(Map<String, Object> answers, Facts facts) {
        return expressions.situation(kept(answers, facts), facts);
    }

    /** What is kept at filing: answers to what is asked, in the order of the form; the rest is left out. */
    public Map<String, Object> kept(Map<String, Object> answers, Facts facts) {
        return kept(settled(answers, facts), facts);
    }

    /** Whether that field must be answered, given these answers. */
    public boolean required(Field field, Situation situation) {
        return Optional.ofNullable(required.get(field.id()))
                .map(it -> it.holds(situation))
                .orElse(false);
    }

    /**
     * Reads what a page of the form posted. What is not in the post stays as it was; what cannot be read is kept as typed.
     *
     * @param sectionId a section, or {@link #QUESTIONS}
     * @param posted names and values as they came; names that the section does not have are ignored
     */
    public Map<String, Object> parse(String sectionId, Map<String, List<String>> posted, Map<String, Object> existing) {
        return new Parsing(posted).read(fieldsOf(sectionId).toList(), existing);
    }

    /** Reads what the pages of the form posted together: each section its own, over the answers that it begins with. */
    public Map<String, Object> parseAll(Map<String, List<String>> posted) {
        var read = parse(QUESTIONS, posted, begin());
        for (var section : definition.sections()) {
            read = parse(section.id(), posted, read);
        }
        return read;
    }

    /** What is wrong in a section (or {@link #QUESTIONS}), in the order of the page. */
    public List<Problem> validate(String sectionId, Map<String, Object> answers, Facts facts) {
        return validate(
                fieldsOf(sectionId).map(Field::id).collect(java.util.stream.Collectors.toSet()), answers, facts);
    }

    /** What is wrong in the whole form, questions first. */
    public List<Problem> validate(Map<String, Object> answers, Facts facts) {
        return validate(all().map(Field::id).collect(java.util.stream.Collectors.toSet()), answers, facts);
    }

    private List<Problem> validate(Set<String> ids, Map<String, Object> given, Facts facts) {
        var settled = settled(given, facts);
        var answers = settled.answers();
        var visible = settled.visible();
        var asked = all().filter(it -> ids.contains(it.id()) && visible.contains(it.id()))
                .toList();
        var kept = kept(settled, facts);
        var situation = expressions.situation(kept, facts);
        var problems = new ArrayList<>(new Validation(schema, facts, tables.rules(), kept)
                .check(asked, answers, it -> required(it, situation)));
        for (var field : asked) {
            field.must()
                    .filter(_ -> answers.containsKey(field.id()) && clean(problems, field.id()))
                    .filter(_ -> condition(must, field.id()).ask(situation) == Truth.NO)
                    .ifPresent(it -> problems.add(Problem.own(field.id(), it.otherwise())));
        }
        for (var check : definition.checks()) {
            if (check.outcome() instanceof Outcome.Wrong(var at)
                    && ids.contains(at)
                    && visible.contains(at)
                    && clean(problems, at)
                    && condition(checks, check.id()).holds(situation)) {
                problems.add(Problem.own(at, check.words()));
            }
        }
        var order = all().map(Field::id).toList();
        problems.sort(java.util.Comparator.comparingInt(it -> place(order, it.fieldId())));
        return problems;
    }

    /**
     * Personal numbers that do not fit the birth date and sex given beside them ({@code x.citizenId} with
     * {@code x.birthDate} and {@code x.gender}). Doubts do not stand in the way.
     */
    public List<Problem> doubts(Map<String, Object> answers, Facts facts) {
        var kept = kept(answers, facts);
        return all().filter(it -> it.kind() == Kind.CITIZEN_ID && it.id().endsWith(".citizenId"))
                .filter(it -> text(kept, it.id()).matches("\\d{12}"))
                .flatMap(it -> {
                    var person = it.id().substring(0, it.id().lastIndexOf('.') + 1);
                    return new PersonalNumber(text(kept, it.id()))
                            .doubts(it.id(), text(kept, person + "birthDate"), text(kept, person + "gender")).stream();
                })
                .toList();
    }

    private static String text(Map<String, Object> answers, String id) {
        return answers.get(id) instanceof String text ? text : "";
    }

    /** Flags for the officer and procedures to think of, given these answers. */
    public List<Finding> findings(Map<String, Object> answers, Facts facts) {
        var situation = situation(answers, facts);
        return definition.checks().stream()
                .filter(it -> !(it.outcome() instanceof Outcome.Wrong))
                .filter(it -> condition(checks, it.id()).holds(situation))
                .map(it -> new Finding(it.id(), it.outcome(), it.words()))
                .toList();
    }

    private static boolean clean(List<Problem> problems, String fieldId) {
        return problems.stream()
                .noneMatch(it -> it.fieldId().equals(fieldId) || it.fieldId().startsWith(fieldId + "."));
    }

    private static int place(List<String> order, String fieldId) {
        for (int i = 0; i < order.size(); i++) {
            if (fieldId.equals(order.get(i)) || fieldId.startsWith(order.get(i) + ".")) {
                return i;
            }
        }
        return order.size();
    }

    private static Condition condition(Map<String, Condition> conditions, String id) {
        return conditions.getOrDefault(id, _ -> Truth.UNKNOWN);
    }

    private boolean shown(String key, Situation situation) {
        var condition = when.get(key);
        return condition == null || condition.holds(situation);
    }

    private Stream<Field> all() {
        return Stream.concat(definition.questions().stream(), definition.fields());
    }

    private Stream<Field> fieldsOf(String sectionId) {
        return sectionId.equals(QUESTIONS)
                ? definition.questions().stream()
                : definition.section(sectionId).stream().flatMap(it -> it.fields().stream());
    }

    private Map<String, Object> only(Map<String, Object> answers, Set<String> ids) {
        var kept = new LinkedHashMap<String, Object>();
        for (var id : ids) {
            var answer = answers.get(id);
            if (answer != null) {
                kept.put(id, answer);
            }
        }
        return kept;
    }
}
