package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.shared.Phrase;

/**
 * Names with values as an author fills them in: {@code copies.count = 2}, one a line. A value is yes or no ({@code true}), a
 * number, a text; in quotes it is a text whatever it looks like, in brackets JSON.
 */
final class StudioPairs {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = JsonMapper.shared();

    private StudioPairs() {}

    /** As lines. */
    static String say(JsonNode group, boolean texts) {
        return group.propertyStream()
                .map(it -> it.getKey() + " = " + say(it.getValue(), it.getKey(), texts))
                .collect(Collectors.joining("\n"));
    }

    private static String say(JsonNode value, String name, boolean texts) {
        if (!value.isString()) {
            return texts && value.isValueNode() ? value.asString("") : value.toString();
        }
        var text = value.asString();
        return texts || (read(name + " = " + text, false).path(name).equals(value) && !text.isBlank())
                ? text
                : value.toString();
    }

    /** Of these lines; what is no pair is left out. */
    static ObjectNode read(String lines, boolean texts) {
        var group = NODES.objectNode();
        for (var line : lines.split("\n", -1)) {
            int at = line.indexOf('=');
            if (at > 0) {
                var value = line.substring(at + 1).strip();
                group.set(line.substring(0, at).strip(), texts ? NODES.stringNode(value) : value(value));
            }
        }
        return group;
    }

    private static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        if (text.matches("-?(0|[1-9]\\d{0,8})")) {
            return NODES.numberNode(Integer.parseInt(text));
        }
        if (text.matches("-?[1-9]\\d{9,17}")) {
            return NODES.numberNode(Long.parseLong(text));
        }
        if (text.matches("-?(0|[1-9]\\d{0,11})\\.\\d{1,6}")) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return json(text).orElseGet(() -> NODES.stringNode(text));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return text.matches("[\"{\\[].*") ? Optional.of(JSON.readTree(text)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with these lines. */
    static Optional<Phrase> fault(String lines, boolean texts) {
        var seen = new HashSet<String>();
        for (var line : lines.split("\n", -1)) {
            int at = line.indexOf('=');
            var name = at < 0 ? "" : line.substring(0, at).strip();
            var value = line.substring(at + 1).strip();
            if (!line.isBlank() && (name.isEmpty() || value.isEmpty())) {
                return Optional.of(Phrase.of("studio.wrong.pair", line.strip()));
            }
            if (!texts && value.matches("[\"{\\[].*") && json(value).isEmpty()) {
                return Optional.of(Phrase.of("studio.wrong.value", name, value));
            }
            if (!texts && StudioFaults.THOUSANDS.matcher(value).matches()) {
                return Optional.of(Phrase.of("studio.wrong.thousands", value, value.replace(".", "")));
            }
            if (!line.isBlank() && !seen.add(name)) {
                return Optional.of(Phrase.of("studio.wrong.twice", name));
            }
        }
        return Optional.empty();
    }
}
