package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.TypedNumber;

/**
 * Writes what was filled in for a slot under its key. What was left empty has no key, and neither has a group of keys that
 * holds nothing any more.
 *
 * @param own what was filled in, cleaned
 */
record StudioWriting(StudioSlot slot, Map<String, String> own) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Into that element. */
    void into(ObjectNode node) {
        int dot = slot.key().indexOf('.');
        if (dot < 0) {
            write(node, slot.key());
            return;
        }
        into(node, slot.key().substring(0, dot), slot.key().substring(dot + 1));
    }

    private void into(ObjectNode node, String group, String rest) {
        var known = node.path(group) instanceof ObjectNode;
        var below = node.path(group) instanceof ObjectNode there ? there : NODES.objectNode();
        int dot = rest.indexOf('.');
        if (dot < 0) {
            write(below, rest);
        } else {
            into(below, rest.substring(0, dot), rest.substring(dot + 1));
        }
        if (below.isEmpty()) {
            node.remove(group);
        } else if (!known) {
            node.set(group, below);
        }
    }

    private void write(ObjectNode node, String key) {
        var value = StudioSlot.given(own, slot.key());
        switch (slot.type()) {
            case LINE, TEXT, MOMENT, EXPRESSION, ONE_OF -> put(node, key, value);
            case WHOLE -> figure(node, key, TypedNumber.whole(value).orElse(value));
            case DECIMAL, FIGURE -> figure(node, key, TypedNumber.number(value).orElse(value));
            case TICK -> flag(node, key, value.isEmpty() ? "" : "true");
            case YES_OR_NO -> flag(node, key, value);
            case LINES -> list(node, key, value.split("\n"));
            case SEVERAL -> list(node, key, value.split(","));
            case SEVERAL_OR_NONE -> {
                if (value.equals(StudioSlot.NONE)) {
                    node.set(key, NODES.arrayNode());
                } else {
                    list(node, key, value.replace(StudioSlot.NONE + ",", "").split(","));
                }
            }
            case PAIRS, TEXT_PAIRS -> {
                var pairs = StudioPairs.read(value, slot.type() == StudioSlot.Type.TEXT_PAIRS);
                if (pairs.isEmpty()) {
                    node.remove(key);
                } else {
                    node.set(key, pairs);
                }
            }
            case WORDS, LONG_WORDS -> words(node, key);
            case REQUIRED, DEMANDED -> {
                switch (value) {
                    case "when" -> put(node, key, StudioSlot.given(own, slot.input("when")));
                    case "yes" -> node.put(key, true);
                    default -> node.remove(key);
                }
            }
            case OPTIONS -> options(node, key);
            case COLUMNS -> columns(node, key);
            case UNIT -> put(node.path(key) instanceof ObjectNode ruled ? ruled : node, unitKey(node, key), value);
            case WAYS, ASKED -> table(node, key);
        }
    }

    private static void put(ObjectNode node, String key, String value) {
        if (value.isEmpty()) {
            node.remove(key);
        } else {
            node.put(key, value);
        }
    }

    private static void figure(ObjectNode node, String key, String value) {
        if (value.matches("-?\\d{1,9}")) {
            node.put(key, Integer.parseInt(value));
        } else if (value.matches("-?\\d{10,18}")) {
            node.put(key, Long.parseLong(value));
        } else if (value.matches("-?\\d{1,12}\\.\\d{1,6}")) {
            node.set(key, NODES.numberNode(new BigDecimal(value)));
        } else {
            put(node, key, value);
        }
    }

    private static void flag(ObjectNode node, String key, String value) {
        if (value.isEmpty()) {
            node.remove(key);
        } else {
            node.put(key, value.equals("true"));
        }
    }

    private static void list(ObjectNode node, String key, String[] values) {
        var list = NODES.arrayNode();
        for (var value : values) {
            if (!value.isBlank()) {
                list.add(value.strip());
            }
        }
        if (list.isEmpty()) {
            node.remove(key);
        } else {
            node.set(key, list);
        }
    }

    private void words(ObjectNode node, String key) {
        var vi = StudioSlot.given(own, slot.input("vi"));
        if (vi.isEmpty()) {
            node.remove(key);
            return;
        }
        var into = key.isEmpty() ? node : node.path(key) instanceof ObjectNode there ? there : node.putObject(key);
        into.put("vi", vi).put("en", StudioSlot.given(own, slot.input("en")));
    }

    private void options(ObjectNode node, String key) {
        if (own.isEmpty()) {
            node.remove(key);
            return;
        }
        JsonNode before = node.path(key);
        var options = NODES.objectNode();
        for (var row : slot.rows(own)) {
            var code = StudioSlot.given(own, row + ".code");
            var words = before.path(code) instanceof ObjectNode there ? there.deepCopy() : NODES.objectNode();
            options.set(
                    code,
                    words.put("vi", StudioSlot.given(own, row + ".vi")).put("en", StudioSlot.given(own, row + ".en")));
        }
        node.set(key, options);
    }

    private static String unitKey(ObjectNode node, String key) {
        return node.path(key).isObject() ? StudioPart.OTHERWISE : key;
    }

    /** Rows of cells; one of which only the first is filled in stands as that alone. */
    private void table(ObjectNode node, String key) {
        var list = NODES.arrayNode();
        var cells = slot.type().cells();
        for (var row : slot.rows(own)) {
            var element = NODES.objectNode();
            cells.forEach(it -> {
                var value = StudioSlot.given(own, row + "." + it);
                if (it.equals("hours")) {
                    figure(element, it, TypedNumber.number(value).orElse(value));
                } else {
                    put(element, it, value);
                }
            });
            list.add(element.size() == 1 && element.has(cells.getFirst()) ? element.path(cells.getFirst()) : element);
        }
        if (list.isEmpty()) {
            node.remove(key);
        } else {
            node.set(key, list);
        }
    }

    private void columns(ObjectNode node, String key) {
        var columns = node.putArray(key);
        for (var row : slot.rows(own)) {
            columns.addObject()
                    .put("id", StudioSlot.given(own, row + ".code"))
                    .put("vi", StudioSlot.given(own, row + ".vi"))
                    .put("en", StudioSlot.given(own, row + ".en"))
                    .put("kind", "text");
        }
    }
}
