package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.form.Field.Choice;
import vn.motcua.form.Field.Limits;
import vn.motcua.form.Field.Must;
import vn.motcua.form.Field.Table;
import vn.motcua.form.FormDefinition.Check;
import vn.motcua.form.FormDefinition.Outcome;
import vn.motcua.form.FormDefinition.Parameter;
import vn.motcua.form.FormDefinition.Section;

/**
 * Reads {@code form.yaml} key by key, so that each thing that is not understood is named with its place, and all of them
 * at once.
 */
final class DefinitionReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern FIELD_ID = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)*");
    private static final Pattern SECTION_ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Set<String> FIELD_KEYS = Set.of(
            ("id vi en hint reason kind required when min max maxLength pattern message mustBe acceptYearOnly accept maxSizeKb"
                            + " confirmBy options codelist calculate default prefill lookup bank signs must otherwise columns"
                            + " minRows maxRows")
                    .split(" ", -1));
    /** What a place to sign cannot have: nobody answers it. */
    private static final List<String> OF_ANSWERS =
            List.of("required", "calculate", "default", "prefill", "lookup", "bank", "must");

    /** Before the form: nothing of them is on the printed declaration but what was chosen. */
    private static final String QUESTIONS = "questions";

    private static final int MAX_ROWS = 100;

    private final List<Fault> faults = new ArrayList<>();

    FormDefinition read(String yaml) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnsoundDefinition(List.of(new Fault(
                    "form.yaml",
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    "yaml",
                    List.of(e.getOriginalMessage()))));
        }
        knows("", root, Set.of("form", "vi", "en", "parameters", "questions", "sections", "checks"));
        var definition = new FormDefinition(
                text("", root, "form").orElse("?"),
                words("", root),
                parameters(root.path("parameters")),
                fields(QUESTIONS, root.path(QUESTIONS), false),
                sections(root.path("sections")),
                checks(root.path("checks")));
        uniqueIds(definition);
        if (!faults.isEmpty()) {
            throw new UnsoundDefinition(faults);
        }
        return definition;
    }

    private Map<String, Parameter> parameters(JsonNode node) {
        var parameters = new LinkedHashMap<String, Parameter>();
        node.propertyStream().forEach(it -> {
            var place = "parameters." + it.getKey();
            knows(place, it.getValue(), Set.of("kind", "default", "vi", "en"));
            var kind = kind(place, it.getValue());
            var initial = initial(it.getValue().path("default"));
            if (initial.isEmpty()) {
                faults.add(Fault.at(place, "missingKey", "default"));
            }
            parameters.put(it.getKey(), new Parameter(kind, initial.orElse(""), words(place, it.getValue())));
        });
        return parameters;
    }

    private List<Section> sections(JsonNode nodes) {
        var sections = new ArrayList<Section>();
        var seen = new HashSet<String>();
        for (var node : nodes) {
            var id = text("sections", node, "id").orElse("?");
            var place = "sections." + id;
            knows(place, node, Set.of("id", "vi", "en", "intro", "when", "self", "fields"));
            if (!SECTION_ID.matcher(id).matches()) {
                faults.add(Fault.at(place, "badSectionId", id));
            }
            if (!seen.add(id)) {
                faults.add(Fault.at(place, "twice", id));
            }
            sections.add(new Section(
                    id,
                    words(place, node),
                    optionalWords(place + ".intro", node.path("intro")),
                    expression(node.path("when")),
                    expression(node.path("self")),
                    fields(place + ".fields", node.path("fields"), false)));
        }
        if (sections.isEmpty()) {
            faults.add(Fault.at("form.yaml", "missingKey", "sections"));
        }
        return sections;
    }

    private List<Field> fields(String parent, JsonNode nodes, boolean column) {
        var fields = new ArrayList<Field>();
        for (var node : expanded(nodes)) {
            var id = text(parent, node, "id").orElse("?");
            var place = parent + "." + id;
            knows(place, node, FIELD_KEYS);
            if (!FIELD_ID.matcher(id).matches() || (column && id.contains("."))) {
                faults.add(Fault.at(place, "badFieldId", id));
            }
            var field = field(place, id, node, column);
            if (parent.equals(QUESTIONS) && field.kind() == Kind.SIGNATURE) {
                faults.add(Fault.at(place, "signatureNotHere"));
            }
            fields.add(field);
        }
        return fields;
    }

    private static List<JsonNode> expanded(JsonNode nodes) {
        return nodes.valueStream()
                .flatMap(it -> Compound.named(it.path("kind").asString(""))
                        .filter(_ -> it instanceof ObjectNode)
                        .map(compound -> compound.expand((ObjectNode) it))
                        .orElseGet(() -> Stream.of(it)))
                .toList();
    }

    private Field field(String place, String id, JsonNode node, boolean column) {
        var kind = kind(place, node);
        if (column && (kind == Kind.TABLE || kind == Kind.FILE || kind == Kind.SIGNATURE)) {
            faults.add(Fault.at(place, "notInTable", kind.written()));
        }
        if (kind == Kind.SIGNATURE ? OF_ANSWERS.stream().anyMatch(node::has) : node.has("signs")) {
            faults.add(Fault.at(place, "signatureIsNotAnswered"));
        }
        if (node.has("calculate") && (node.has("default") || node.has("prefill"))) {
            faults.add(Fault.at(place, "calculatedAlone"));
        }
        if ((kind == Kind.SELECT || kind == Kind.CHOICES) && node.has("options") == node.has("codelist")) {
            faults.add(Fault.at(place, "choiceNeeded"));
        }
        if (kind == Kind.TABLE && node.path("columns").isEmpty()) {
            faults.add(Fault.at(place, "missingKey", "columns"));
        }
        return new Field(
                id,
                words(place, node),
                optionalWords(place + ".hint", node.path("hint")),
                optionalWords(place + ".reason", node.path("reason")),
                kind,
                expression(node.path("required")).orElse("false"),
                expression(node.path("when")),
                limits(place, kind, node),
                choice(place, node),
                expression(node.path("calculate")),
                initial(node.path("default")),
                text(place, node.path("prefill")),
                text(place, node.path("lookup")),
                bank(place, kind, node, column),
                text(place, node.path("signs")),
                must(place, node),
                kind == Kind.TABLE
                        ? new Table(
                                fields(place + ".columns", node.path("columns"), true),
                                node.path("minRows").asInt(0),
                                node.path("maxRows").asInt(MAX_ROWS))
                        : Table.NONE);
    }

    /** Which question of the bank it is: one that is known, that this field can be, and that nobody calculates. */
    private Optional<String> bank(String place, Kind kind, JsonNode node, boolean column) {
        var key = text(place, node.path("bank"));
        if (key.isPresent() && (column || node.has("calculate"))) {
            faults.add(Fault.at(place, "bankNotHere", key.get()));
            return key;
        }
        key.ifPresent(it -> QuestionBank.standard()
                .find(it)
                .ifPresentOrElse(
                        question -> {
                            if (!question.fits(kind, text(place, node.path("codelist")))) {
                                faults.add(Fault.at(
                                        place,
                                        "bankOtherKind",
                                        it,
                                        question.kind().written(),
                                        question.codelist().orElse("–")));
                            }
                        },
                        () -> faults.add(Fault.at(place, "unknownQuestion", it))));
        return key;
    }

    private Limits limits(String place, Kind kind, JsonNode node) {
        var pattern = text(place, node.path("pattern"));
        pattern.ifPresent(it -> {
            try {
                Pattern.compile(it);
            } catch (java.util.regex.PatternSyntaxException e) {
                faults.add(Fault.at(place + ".pattern", "badPattern", e.getDescription()));
            }
        });
        return new Limits(
                text(place, node.path("min")),
                text(place, node.path("max")),
                node.path("maxLength").asInt(kind == Kind.TEXTAREA ? 4000 : 500),
                pattern,
                optionalWords(place + ".message", node.path("message")),
                node.has("mustBe") ? Optional.of(node.path("mustBe").asBoolean()) : Optional.empty(),
                node.path("acceptYearOnly").asBoolean(false),
                text(place, node.path("accept"))
                        .map(it -> List.of(it.split(",\\s*")))
                        .orElse(List.of()),
                node.path("maxSizeKb").asInt(10_240),
                text(place, node.path("confirmBy")));
    }

    private Choice choice(String place, JsonNode node) {
        var options = new LinkedHashMap<String, Words>();
        node.path("options").propertyStream().forEach(it -> {
            var at = place + ".options." + it.getKey();
            options.put(it.getKey(), optionalWords(at, it.getValue()).orElseGet(() -> words(at, it.getValue())));
        });
        return new Choice(options, text(place, node.path("codelist")));
    }

    private Optional<Must> must(String place, JsonNode node) {
        var otherwise = optionalWords(place + ".otherwise", node.path("otherwise"));
        var condition = expression(node.path("must"));
        if (condition.isPresent() != otherwise.isPresent()) {
            faults.add(Fault.at(place, "mustAndOtherwise"));
        }
        return condition.flatMap(it -> otherwise.map(words -> new Must(it, words)));
    }

    private List<Check> checks(JsonNode nodes) {
        var checks = new ArrayList<Check>();
        for (var node : nodes) {
            var id = text("checks", node, "id").orElse("?");
            var place = "checks." + id;
            knows(place, node, Set.of("id", "if", "wrong", "flag", "suggest", "vi", "en"));
            var outcomes = new ArrayList<Outcome>();
            text(place, node.path("wrong")).map(Outcome.Wrong::new).ifPresent(outcomes::add);
            text(place, node.path("flag")).map(Outcome.Flag::new).ifPresent(outcomes::add);
            if (node.path("suggest").isNumber()) {
                faults.add(Fault.at(place + ".suggest", "quoteCode"));
            }
            text(place, node.path("suggest")).map(Outcome.Suggestion::new).ifPresent(outcomes::add);
            if (outcomes.size() != 1) {
                faults.add(Fault.at(place, "oneOutcome"));
                continue;
            }
            checks.add(new Check(id, text(place, node, "if").orElse("false"), outcomes.getFirst(), words(place, node)));
        }
        return checks;
    }

    private Kind kind(String place, JsonNode node) {
        var written = text(place, node.path("kind")).orElse("text");
        return Kind.named(written).orElseGet(() -> {
            faults.add(Fault.at(place, "unknownKind", written));
            return Kind.TEXT;
        });
    }

    private static Optional<String> expression(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node.asString());
    }

    private static Optional<Object> initial(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return Optional.of(node.longValue());
        }
        return Optional.of(node.isNumber() ? node.doubleValue() : node.asString());
    }

    private Words words(String place, JsonNode node) {
        var vi = text(place, node, "vi").orElse("?");
        return new Words(vi, text(place, node.path("en")).orElse(vi));
    }

    /** Either {@code {vi: …, en: …}} or one Vietnamese text. */
    private Optional<Words> optionalWords(String place, JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            return Optional.of(new Words(node.asString(), node.asString()));
        }
        knows(place, node, Set.of("vi", "en"));
        return Optional.of(words(place, node));
    }

    private Optional<String> text(String place, JsonNode node, String key) {
        if (!node.has(key)) {
            faults.add(Fault.at(place.isEmpty() ? "form.yaml" : place, "missingKey", key));
        }
        return text(place, node.path(key));
    }

    private Optional<String> text(String place, JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isValueNode() || node.isNull()) {
            faults.add(Fault.at(place, "textNeeded"));
            return Optional.empty();
        }
        return Optional.of(vn.motcua.shared.Text.clean(node.asString()));
    }

    private void knows(String place, JsonNode node, Set<String> keys) {
        if (!node.isObject()) {
            faults.add(Fault.at(place.isEmpty() ? "form.yaml" : place, "mapNeeded"));
        }
        node.propertyNames().stream()
                .filter(it -> !keys.contains(it))
                .forEach(it -> faults.add(Fault.at(place.isEmpty() ? "form.yaml" : place, "unknownKey", it)));
    }

    /** No id twice, and none the beginning of another: {@code a} and {@code a.b} would be two things at once. */
    private void uniqueIds(FormDefinition definition) {
        var ids = Stream.concat(definition.questions().stream(), definition.fields())
                .map(Field::id)
                .toList();
        var seen = new TreeSet<String>();
        for (var id : ids) {
            if (!seen.add(id)) {
                faults.add(Fault.at(id, "twice", id));
            }
            if (id.equals("row") || id.startsWith("row.")) {
                faults.add(Fault.at(id, "reserved", id));
            }
        }
        var banked = new HashSet<String>();
        Stream.concat(definition.questions().stream(), definition.fields())
                .filter(it -> it.bank().filter(key -> !banked.add(key)).isPresent())
                .forEach(it ->
                        faults.add(Fault.at(it.id(), "questionTwice", it.bank().orElse(""))));
        for (var id : seen) {
            var next = seen.higher(id + ".");
            if (next != null && next.startsWith(id + ".")) {
                faults.add(Fault.at(id, "partOfAnother", id, next));
            }
        }
    }
}
