package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.form.CompiledForm;
import vn.motcua.form.Facts;
import vn.motcua.form.Field;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Kind;
import vn.motcua.form.Problem;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * What the agency itself fills in at the steps of a route ({@code enter:} in route.yaml): the number that a register gave,
 * an amount that was fixed. Fields are those of form.yaml, with its kinds, limits and conditions; conditions may ask the
 * applicant's answers too. What is entered stands beside the answers, under its own ids.
 */
public final class Entries {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String SECTION = "enter-";

    private final CompiledForm form;
    private final Map<String, List<Field>> fields;

    private Entries(CompiledForm form, Map<String, List<Field>> fields) {
        this.form = form;
        this.fields = fields;
    }

    /**
     * Reads what the steps of a route ask; refuses with file, place and reason. The route itself is compiled after it, for its
     * choices may ask for what is entered; then {@link #fits} says whether it is asked where it can be.
     */
    static Entries read(String routeYaml, CompiledForm form) {
        var steps = YamlPlace.read(PackageReader.ROUTE, routeYaml).list("steps").stream()
                .filter(it -> it.maybe("enter").isPresent())
                .toList();
        if (steps.isEmpty()) {
            return new Entries(form, Map.of());
        }
        for (var step : steps) {
            if (step.list("enter").isEmpty()) {
                throw step.refuse("enter không có dữ kiện nào");
            }
        }
        var sections = sections(steps);
        var taken = Stream.concat(
                        form.definition().questions().stream(),
                        form.definition().fields())
                .map(Field::id)
                .collect(Collectors.toSet());
        var entered = new LinkedHashMap<String, List<Field>>();
        sections.forEach(it -> {
            it.fields().stream()
                    .filter(field -> field.kind() == Kind.SIGNATURE)
                    .findFirst()
                    .ifPresent(field -> {
                        throw YamlPlace.refused(
                                PackageReader.ROUTE, field.id(), Phrase.of("form.fault.signatureNotHere"));
                    });
            it.fields().stream()
                    .map(Field::id)
                    .filter(id -> !taken.add(id) || AgencyFact.at(id).isPresent())
                    .findFirst()
                    .ifPresent(id -> {
                        throw YamlPlace.refused(PackageReader.ROUTE, id, "mã này đã có ở chỗ khác");
                    });
            entered.put(it.id().substring(SECTION.length()), it.fields());
        });
        return new Entries(compiled(form.definition(), sections), entered);
    }

    /** The same of a route that may not be sound: what cannot be read asks for nothing. */
    static CompiledForm formWith(String routeYaml, CompiledForm form) {
        try {
            return read(routeYaml, form).form();
        } catch (Refused _) {
            return form;
        }
    }

    /** Refuses a route in which something is asked where nobody completes a step. */
    void fits(String routeYaml, Route route) {
        var done = route.steps().stream()
                .filter(it -> it.allows(DeskAct.COMPLETE))
                .map(OfficerStep::id)
                .collect(Collectors.toSet());
        for (var step : YamlPlace.read(PackageReader.ROUTE, routeYaml).list("steps")) {
            if (step.maybe("enter").isPresent() && !done.contains(step.text("id"))) {
                throw step.refuse("chỉ bước có việc complete mới có enter");
            }
        }
    }

    /** Whether something is asked at that step. */
    public boolean at(String step) {
        return fields.containsKey(step);
    }

    /** The steps at which something is asked. */
    public Set<String> steps() {
        return fields.keySet();
    }

    /** The applicant's form with one more section for each of these steps. */
    public CompiledForm form() {
        return form;
    }

    /** Whether a section of {@link #form} asks officers and not applicants. */
    public static boolean asksOfficers(String section) {
        return section.startsWith(SECTION);
    }

    /** The section of {@link #form} that asks at that step. */
    public String section(String step) {
        return SECTION + step;
    }

    /** Everything that officers enter on the way, in its order. */
    List<Field> fields() {
        return fields.values().stream().flatMap(List::stream).toList();
    }

    /** Of these answers those that some step enters. */
    public Map<String, Object> entered(Map<String, Object> answers) {
        var entered = new LinkedHashMap<String, Object>();
        steps().forEach(it -> entered.putAll(of(it, answers)));
        return entered;
    }

    /** Whether somebody enters what a template names so. */
    boolean has(String place) {
        return fields.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.id().equals(place));
    }

    /** What was posted for that step, read by the kinds of its fields; what is not readable is kept as typed. */
    public Map<String, Object> parse(String step, Map<String, List<String>> posted, Map<String, Object> answers) {
        return of(step, form.parse(section(step), posted, answers));
    }

    /** Of these answers those that are entered at that step. */
    public Map<String, Object> of(String step, Map<String, Object> answers) {
        var entered = new LinkedHashMap<String, Object>();
        fields.getOrDefault(step, List.of()).stream()
                .filter(it -> answers.containsKey(it.id()))
                .forEach(it -> entered.put(it.id(), Objects.requireNonNull(answers.get(it.id()))));
        return entered;
    }

    /** The answers with what is entered at that step now in the place of what was before. */
    public Map<String, Object> with(String step, Map<String, Object> entered, Map<String, Object> answers) {
        var all = new LinkedHashMap<>(answers);
        fields.getOrDefault(step, List.of()).forEach(it -> all.remove(it.id()));
        all.putAll(of(step, entered));
        return all;
    }

    /** Of these answers those that no step enters. */
    public Map<String, Object> without(Map<String, Object> answers) {
        var all = new LinkedHashMap<>(answers);
        fields.values().stream().flatMap(List::stream).forEach(it -> all.remove(it.id()));
        return all;
    }

    /** What is missing or wrong at that step. */
    public List<Problem> problems(String step, Map<String, Object> answers, Facts facts) {
        return at(step) ? form.validate(section(step), answers, facts) : List.of();
    }

    private static List<FormDefinition.Section> sections(List<YamlPlace> steps) {
        var mini = YAML.createObjectNode().put("form", "enter").put("vi", "enter");
        var sections = mini.putArray("sections");
        for (var step : steps) {
            var name = step.need("name").words();
            sections.addObject()
                    .put("id", SECTION + step.text("id"))
                    .put("vi", "Cán bộ ghi khi: " + name.vi())
                    .put("en", "Entered by the officer: " + name.en())
                    .set("fields", step.need("enter").node());
        }
        try {
            return FormDefinition.read(YAML.writeValueAsString(mini)).sections();
        } catch (UnsoundDefinition e) {
            throw PackageReader.refused(PackageReader.ROUTE, e);
        }
    }

    private static CompiledForm compiled(FormDefinition form, List<FormDefinition.Section> more) {
        var sections = new ArrayList<>(form.sections());
        sections.addAll(more);
        try {
            return Form.compile(new FormDefinition(
                    form.id(), form.title(), form.parameters(), form.questions(), sections, form.checks()));
        } catch (UnsoundDefinition e) {
            throw PackageReader.refused(PackageReader.ROUTE, e);
        }
    }
}
