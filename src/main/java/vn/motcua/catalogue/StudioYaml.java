package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the studio writes what is new in a file of a package: as its authors do, short things on one line, texts in quotes. */
final class StudioYaml {

    private static final int LONG_LINE = 100;
    private static final Set<String> NO_PLAIN_KEYS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private StudioYaml() {}

    /** A key and its value; what goes over several lines is indented below it. */
    static String entry(String key, JsonNode value, int indent) {
        var below = value.isContainer() && isLong(value);
        var margin = " ".repeat(indent + 2);
        return key(key) + ":" + (below ? "\n" + margin : " ") + block(value, indent + 2);
    }

    /** A value that begins where it is put, and goes on below at that column. */
    static String block(JsonNode value, int indent) {
        if (!value.isContainer() || !isLong(value)) {
            return flow(value);
        }
        var between = "\n" + " ".repeat(indent);
        return value.isArray()
                ? value.valueStream().map(it -> "- " + block(it, indent + 2)).collect(Collectors.joining(between))
                : value.propertyStream()
                        .map(it -> entry(it.getKey(), it.getValue(), indent))
                        .collect(Collectors.joining(between));
    }

    /** Whether a group or a list is too much for one line. */
    static boolean isLong(JsonNode value) {
        if (value.isEmpty()) {
            return false;
        }
        var plain = value.valueStream().noneMatch(JsonNode::isContainer);
        return !plain
                || (flow(value).length() > LONG_LINE && !value.has("vi"))
                || (value.isObject() && value.size() > 2);
    }

    /** On one line. */
    static String flow(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(StudioYaml::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(it -> key(it.getKey()) + ": " + flow(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.toString();
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9_.-]*") && !NO_PLAIN_KEYS.contains(key.toLowerCase(Locale.ROOT))
                ? key
                : JsonNodeFactory.instance.stringNode(key).toString();
    }

    /** For each element now which one it was before, and −1 for a new one: first what is the same, then by id, then by place. */
    static int[] matched(ArrayNode before, ArrayNode after) {
        var from = new int[after.size()];
        Arrays.fill(from, -1);
        var left = new ArrayList<Integer>();
        for (int i = 0; i < before.size(); i++) {
            left.add(i);
        }
        for (int j = 0; j < after.size(); j++) {
            if (j < before.size() && StudioPatch.same(before.get(j), after.get(j))) {
                take(from, j, j, left);
            }
        }
        for (int j = 0; j < after.size(); j++) {
            for (int i : from[j] < 0 ? List.copyOf(left) : List.<Integer>of()) {
                if (from[j] < 0 && StudioPatch.same(before.get(i), after.get(j))) {
                    take(from, j, i, left);
                }
            }
        }
        for (int j = 0; j < after.size(); j++) {
            for (int i : from[j] < 0 ? List.copyOf(left) : List.<Integer>of()) {
                var id = after.get(j).path("id").asString("");
                if (from[j] < 0
                        && !id.isEmpty()
                        && before.get(i).path("id").asString("").equals(id)) {
                    take(from, j, i, left);
                }
            }
        }
        var open = Arrays.stream(from).filter(it -> it < 0).count();
        for (int j = 0; j < after.size() && open == left.size(); j++) {
            if (from[j] < 0) {
                open--;
                take(from, j, left.getFirst(), left);
            }
        }
        return from;
    }

    private static void take(int[] from, int j, int i, List<Integer> left) {
        from[j] = i;
        left.remove(Integer.valueOf(i));
    }
}
