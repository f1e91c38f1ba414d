package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** The elements of a part, however the text keeps them, and back into the tree. */
final class StudioRows {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ID = "id";
    private static final String NUMBER = "number";
    private static final String OTHERWISE = StudioPart.OTHERWISE;

    private StudioRows() {}

    /**
     * An element.
     *
     * @param id by which it is known in its part: its own, its name, or its number from 1
     * @param node its keys, to be changed
     * @param source as it stood; what is not changed goes back as that
     */
    record Row(String id, ObjectNode node, JsonNode source) {}

    /** The elements that the holder of that part has. */
    static List<Row> load(StudioPart part, ObjectNode holder) {
        if (part.alone()) {
            return List.of(new Row(part.word(), holder, holder));
        }
        var kept = holder.path(part.key());
        return switch (part.keeping()) {
            case ALONE, CASES -> List.of();
            case KEYED ->
                kept.propertyStream()
                        .map(it ->
                                new Row(it.getKey(), view(part, it.getValue()).put(ID, it.getKey()), it.getValue()))
                        .toList();
            case RULES -> rules(part, holder);
            case NAMED, NUMBERED -> {
                var list = List.copyOf(kept.values());
                yield IntStream.range(0, kept.isArray() ? list.size() : 0)
                        .mapToObj(it -> row(part, it + 1, list.get(it)))
                        .toList();
            }
        };
    }

    /** The rules and, last, what holds otherwise. */
    private static List<Row> rules(StudioPart part, ObjectNode holder) {
        var rows = new ArrayList<Row>();
        var kept = holder.path(part.key());
        switch (part.sort()) {
            case AMOUNT -> {
                for (var it : StudioWays.split(kept.asString(""))) {
                    var node = NODES.objectNode();
                    if (!it.when().isEmpty()) {
                        node.put("when", it.when());
                    }
                    rows.add(new Row(number(rows), node.put("amount", it.amount()), node));
                }
                rows.set(rows.size() - 1, otherwise(rows.getLast().node()));
            }
            case CHOICE -> {
                kept.forEach(it -> rows.add(new Row(number(rows), view(part, it), it)));
                rows.add(otherwise(
                        NODES.objectNode().put("next", holder.path(OTHERWISE).asString(""))));
            }
            default -> {
                kept.path("rules").forEach(it -> rows.add(new Row(number(rows), view(part, it), it)));
                rows.add(otherwise(NODES.objectNode()
                        .put("unit", kept.isObject() ? kept.path(OTHERWISE).asString("") : kept.asString(""))));
            }
        }
        return rows;
    }

    private static String number(List<Row> rows) {
        return Integer.toString(rows.size() + 1);
    }

    private static Row otherwise(ObjectNode node) {
        return new Row(OTHERWISE, node, NODES.missingNode());
    }

    private static void storeRules(StudioPart part, ObjectNode holder, List<Row> rows) {
        var last = rows.getLast().node();
        var list = NODES.arrayNode();
        rows.subList(0, rows.size() - 1).forEach(it -> list.add(packed(part, it)));
        switch (part.sort()) {
            case AMOUNT -> {
                var ways = rows.stream()
                        .map(it -> new StudioWays(
                                it.node().path("when").asString(""),
                                it.node().path("amount").asString("")))
                        .toList();
                if (!ways.equals(StudioWays.split(holder.path(part.key()).asString("")))) {
                    holder.put(part.key(), StudioWays.joined(ways));
                }
            }
            case CHOICE -> {
                holder.set(part.key(), list);
                holder.put(OTHERWISE, last.path("next").asString(""));
            }
            default -> {
                var unit = last.path("unit").asString("");
                if (list.isEmpty()) {
                    holder.put(part.key(), unit);
                } else {
                    var ruled = holder.path(part.key()) instanceof ObjectNode there ? there : NODES.objectNode();
                    ruled.set("rules", list);
                    holder.set(part.key(), ruled.put(OTHERWISE, unit));
                }
            }
        }
    }

    private static Row row(StudioPart part, int number, JsonNode source) {
        var node = view(part, source);
        var id = part.keeping() != StudioPart.Keeping.NAMED
                ? Integer.toString(number)
                : node.has(StudioPart.FROM) ? "taken-" + number : node.path(ID).asString("");
        return new Row(id, node, source);
    }

    /** An element as a group of keys; a legal text may stand as its number alone. */
    private static ObjectNode view(StudioPart part, JsonNode source) {
        if (source instanceof ObjectNode it) {
            return it.deepCopy();
        }
        if (part.sort() == StudioPart.Sort.LEGAL && source.isValueNode()) {
            return NODES.objectNode().put(NUMBER, source.asString(""));
        }
        throw YamlPlace.refused(part.file(), part.key(), Phrase.of("form.fault.mapNeeded"));
    }

    /** Puts these elements in the place of those that the holder has. */
    static void store(StudioPart part, ObjectNode holder, List<Row> rows) {
        if (part.alone()) {
            return;
        }
        if (part.rules()) {
            storeRules(part, holder, rows);
        } else if (rows.isEmpty() && part.sort().optional()) {
            holder.remove(part.key());
        } else if (part.keeping() == StudioPart.Keeping.KEYED) {
            var all = NODES.objectNode();
            for (var it : rows) {
                var node = it.node().deepCopy();
                var name = node.path(ID).asString("");
                node.remove(ID);
                all.set(name, node);
            }
            holder.set(part.key(), all);
        } else {
            var all = NODES.arrayNode();
            rows.forEach(it -> all.add(packed(part, it)));
            holder.set(part.key(), all);
        }
    }

    private static JsonNode packed(StudioPart part, Row row) {
        if (!row.source().isMissingNode() && StudioPatch.same(view(part, row.source()), row.node())) {
            return row.source();
        }
        return part.sort() == StudioPart.Sort.LEGAL
                        && row.node().size() == 1
                        && row.node().has(NUMBER)
                ? row.node().path(NUMBER)
                : row.node();
    }

    /** The one of that name; what is not there is refused as such. */
    static Row row(List<Row> rows, String id) {
        return rows.get(index(rows, id));
    }

    /** Where the one of that name stands. */
    static int index(List<Row> rows, String id) {
        return IntStream.range(0, rows.size())
                .filter(it -> rows.get(it).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** A node behind the one that is named, or before the last one, which hands over; a page before the last one, a rule before what holds otherwise. */
    static int place(StudioPart part, Map<String, String> typed, List<Row> rows) {
        var after = typed.getOrDefault(StudioNodes.AFTER, "");
        return part.sort() == StudioPart.Sort.STEPS
                ? IntStream.range(0, rows.size())
                        .filter(it -> rows.get(it).id().equals(after))
                        .map(it -> it + 1)
                        .findFirst()
                        .orElse(Math.max(rows.size() - 1, 0))
                : (part.sort() == StudioPart.Sort.PAGES || part.rules()) && !rows.isEmpty()
                        ? rows.size() - 1
                        : rows.size();
    }

    /** A new element. */
    static Row fresh(StudioPart part) {
        var node = NODES.objectNode();
        if (part.coded()) {
            node.put(ID, "");
        }
        return new Row("", node, NODES.missingNode());
    }
}
