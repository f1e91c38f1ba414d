package vn.motcua.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final String ISO_DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final ObjectNode root = JSON.createObjectNode();
    private final Map<String, Schema> fields = new HashMap<>();

    FormSchema(FormDefinition definition) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", definition.title().vi());
        root.put("type", "object");
        var properties = root.putObject("properties");
        var required = root.putArray("required");
        Stream.concat(definition.questions().stream(), definition.fields()).forEach(field -> {
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
    }

    JsonNode node() {
        return root.deepCopy();
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
        field.when().ifPresent(it -> node.put("$comment", "when " + it));
        field.calculate().ifPresent(it -> node.put("readOnly", true).put("$comment", "= " + it));
        switch (field.kind()) {
            case TEXT, TEXTAREA, AGENCY, FILE -> text(node, field);
            case PERSON_NAME -> text(node, field).put("pattern", PERSON_NAME);
            case CITIZEN_ID -> text(node, field).put("pattern", "^0\\d{11}$");
            case TAX_CODE -> text(node, field).put("pattern", "^(\\d{10}(-\\d{3})?|0\\d{11})$");
            case PHONE -> text(node, field).put("pattern", "^0([35789]\\d{8}|2\\d{9})$");
            case EMAIL -> text(node, field).put("pattern", "^[^@\\s<>\"]+@[^@\\s<>\".]+(\\.[^@\\s<>\".]+)+$");
            case URL -> text(node, field).put("pattern", "^https?://[^\\s<>\"]+\\.[^\\s<>\"]+$");
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
                node.put("type", "array").put("minItems", 1).put("uniqueItems", true);
                var options = node.putObject("items").put("type", "string").putArray("enum");
                Options.of(field).keySet().forEach(options::add);
            }
            case PARTIAL_DATE -> node.put("type", "string").put("pattern", "^\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?$");
            case DATE -> {
                node.put("type", "string");
                if (field.limits().acceptYearOnly()) {
                    node.put("pattern", "^\\d{4}(-\\d{2}-\\d{2})?$");
                } else {
                    node.put("format", "date").put("pattern", "^" + ISO_DAY + "$");
                }
            }
            case MONTH -> node.put("type", "string").put("pattern", "^\\d{4}-(0[1-9]|1[0-2])$");
            case DATETIME -> node.put("type", "string").put("pattern", "^" + ISO_DAY + "T([01]\\d|2[0-3]):[0-5]\\d$");
            case ADDRESS -> address(node);
            case TABLE -> table(node, field);
        }
        return node;
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
                    TABLE -> field.limits().maxLength();
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
        node.put("minItems", field.table().minRows());
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
