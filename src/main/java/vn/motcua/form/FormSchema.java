package vn.motcua.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of a form's answers. What depends on other answers or on the day (conditions, checks, "not
 * after today") stands beside it in CEL and is named in {@code $comment}.
 */
final class FormSchema {

    static final String PERSON_NAME = "^\\p{L}[\\p{L}\\p{M} '’.\\-]{0,99}$";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** No answer is a day of before; the same limit stands in {@link Validation}. */
    static final int FIRST_YEAR = 1850;
    /** So many years from now at most. */
    static final int YEARS_AHEAD = 100;

    private final FormDefinition definition;
    private final ObjectNode root = JSON.createObjectNode();
    private final Map<String, Schema> fields = new HashMap<>();

    FormSchema(FormDefinition definition) {
        this.definition = definition;
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", definition.title().vi());
        root.put("type", "object");
        var properties = root.putObject("properties");
        var required = root.putArray("required");
        answered().forEach(field -> {
            var node = node(field);
            properties.set(field.id(), node);
            fields.put(field.id(), registry.getSchema(node));
        });
        definition.questions().forEach(it -> always(it, it.when().isEmpty()).forEach(required::add));
        for (var section : definition.sections()) {
            section.fields()
                    .forEach(it -> always(
                                    it, section.when().isEmpty() && it.when().isEmpty())
                            .forEach(required::add));
        }
        root.put("additionalProperties", false);
        var checks = definition.checks().stream()
                .map(it -> it.id() + ": " + it.condition())
                .collect(Collectors.joining("; "));
        if (!checks.isEmpty()) {
            root.put("$comment", "checks " + checks);
        }
    }

    private Stream<Field> answered() {
        return Stream.concat(definition.questions().stream(), definition.fields())
                .filter(it -> it.kind().answered());
    }

    JsonNode node() {
        return root.deepCopy();
    }

    /** The same as it holds at that moment: with the days that are too early or too late then. */
    JsonNode node(LocalDateTime now) {
        var at = root.deepCopy();
        answered().forEach(field -> {
            var node = (ObjectNode) at.path("properties").path(field.id());
            days(field, node, now);
            field.table()
                    .columns()
                    .forEach(it -> days(
                            it,
                            (ObjectNode) node.path("items").path("properties").path(it.id()),
                            now));
        });
        return at;
    }

    private static void days(Field field, ObjectNode node, LocalDateTime now) {
        if (field.kind().sort() != Kind.Sort.DATE) {
            return;
        }
        var first = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
        var last = LocalDateTime.of(now.getYear() + YEARS_AHEAD, 12, 31, 23, 59);
        var earliest =
                day(field.limits().min(), now).filter(it -> it.isAfter(first)).orElse(first);
        var latest =
                day(field.limits().max(), now).filter(it -> it.isBefore(last)).orElse(last);
        var both = node.putArray("allOf");
        both.addObject().put("pattern", DayPatterns.notBefore(field, earliest));
        both.addObject().put("pattern", DayPatterns.notAfter(field, latest));
    }

    private static Optional<LocalDateTime> day(Optional<String> limit, LocalDateTime now) {
        return limit.flatMap(it -> Limit.day(it, now)).map(Day::at);
    }

    /** What the schema of that field finds wrong with that answer. */
    List<Error> errors(String fieldId, Object answer) {
        var schema = fields.get(fieldId);
        return schema == null ? List.of() : schema.validate(JSON.valueToTree(answer));
    }

    private static Stream<String> always(Field field, boolean asked) {
        return asked && field.required().equals("true") ? Stream.of(field.id()) : Stream.empty();
    }

    private static ObjectNode node(Field field) {
        var node = JSON.createObjectNode();
        node.put("title", field.label().vi());
        comment(field).ifPresent(it -> node.put("$comment", it));
        field.calculate().ifPresent(_ -> node.put("readOnly", true));
        switch (field.kind()) {
            case TEXT, TEXTAREA, AGENCY, FILE -> text(node, field);
            case PERSON_NAME -> text(node, field).put("pattern", PERSON_NAME);
            case CITIZEN_ID -> text(node, field).put("pattern", "^0\\d{11}$");
            case TAX_CODE -> text(node, field).put("pattern", "^(\\d{10}(-\\d{3})?|0\\d{11})$");
            case PHONE -> text(node, field).put("pattern", "^0([35789]\\d{8}|2\\d{9})$");
            case EMAIL -> text(node, field).put("pattern", "^[^@\\s<>\"]+@[^@\\s<>\".]+(\\.[^@\\s<>\".]+)+$");
            case URL -> text(node, field).put("pattern", "^https?://[^\\s<>\"][^\\s<>\".]*\\.[^\\s<>\"]+$");
            case INTEGER -> number(node.put("type", "integer"), field);
            case MONEY -> {
                node.put("type", "integer").put("minimum", 0);
                number(node, field);
            }
            case DECIMAL -> number(node.put("type", "number"), field);
            case BOOLEAN, CONSENT -> {
                node.put("type", "boolean");
                field.limits().mustBe().ifPresent(it -> node.put("const", it));
            }
            case SELECT -> {
                var options = node.put("type", "string").putArray("enum");
                Options.of(field).keySet().forEach(options::add);
            }
            case CHOICES -> {
                node.put("type", "array").put("minItems", must(field) ? 1 : 0).put("uniqueItems", true);
                var options = node.putObject("items").put("type", "string").putArray("enum");
                Options.of(field).keySet().forEach(options::add);
            }
            case PARTIAL_DATE -> day(node, DayPatterns.YEAR, DayPatterns.MONTH, DayPatterns.DAY);
            case DATE -> {
                if (field.limits().acceptYearOnly()) {
                    day(node, DayPatterns.YEAR, DayPatterns.DAY);
                } else {
                    day(node.put("format", "date"), DayPatterns.DAY);
                }
            }
            case MONTH -> day(node, DayPatterns.MONTH);
            case DATETIME -> day(node, DayPatterns.MOMENT);
            case ADDRESS -> address(node);
            case TABLE -> table(node, field);
            case SIGNATURE -> throw new IllegalArgumentException("not answered: " + field.id());
        }
        return node;
    }

    private static void day(ObjectNode node, String... patterns) {
        node.put("type", "string").put("pattern", "^(?:" + String.join("|", patterns) + ")$");
    }

    /** Whether it must be answered wherever it is asked. */
    private static boolean must(Field field) {
        return field.required().equals("true");
    }

    /** What hangs on other answers, in CEL. */
    private static Optional<String> comment(Field field) {
        var said = new ArrayList<String>();
        field.when().ifPresent(it -> said.add("when " + it));
        if (!must(field) && !field.required().equals("false")) {
            said.add("required " + field.required());
        }
        field.must().ifPresent(it -> said.add("must " + it.condition()));
        field.calculate().ifPresent(it -> said.add("= " + it));
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
    }

    /** The longest text of a kind; numbers by which people are known say more by their pattern. */
    static int maxLength(Field field) {
        return switch (field.kind()) {
            case PERSON_NAME -> 100;
            case EMAIL -> 254;
            case CITIZEN_ID, TAX_CODE, PHONE, URL -> 500;
            case TEXT,
                    TEXTAREA,
                    AGENCY,
                    FILE,
                    INTEGER,
                    DECIMAL,
                    MONEY,
                    BOOLEAN,
                    CONSENT,
                    SELECT,
                    CHOICES,
                    DATE,
                    PARTIAL_DATE,
                    MONTH,
                    DATETIME,
                    ADDRESS,
                    TABLE,
                    SIGNATURE -> field.limits().maxLength();
        };
    }

    private static ObjectNode text(ObjectNode node, Field field) {
        node.put("type", "string").put("minLength", 1).put("maxLength", maxLength(field));
        field.limits().pattern().ifPresent(it -> node.put("pattern", it));
        return node;
    }

    private static void number(ObjectNode node, Field field) {
        field.limits().min().flatMap(Limit::number).ifPresent(it -> node.put("minimum", it));
        field.limits().max().flatMap(Limit::number).ifPresent(it -> node.put("maximum", it));
    }

    private static void address(ObjectNode node) {
        node.put("type", "object");
        var parts = node.putObject("properties");
        parts.putObject("province").put("type", "string").put("pattern", "^\\d{2}$");
        parts.putObject("ward").put("type", "string").put("pattern", "^\\d{5}$");
        parts.putObject("detail").put("type", "string").put("maxLength", 300);
        node.putArray("required").add("province").add("ward");
        node.put("additionalProperties", false);
    }

    private static void table(ObjectNode node, Field field) {
        node.put("type", "array");
        node.put("minItems", must(field) ? Math.max(1, field.table().minRows()) : 0);
        node.put("maxItems", field.table().maxRows());
        var row = node.putObject("items").put("type", "object");
        var properties = row.putObject("properties");
        var required = row.putArray("required");
        for (var column : field.table().columns()) {
            properties.set(column.id(), node(column));
            if (column.required().equals("true") && column.when().isEmpty()) {
                required.add(column.id());
            }
        }
        row.put("additionalProperties", false);
    }
}
