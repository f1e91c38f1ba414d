package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a change of a tree into the text from which the tree was read: what is not changed stays byte for byte, with its
 * comments, quotes and blank lines. A comment belongs to what stands below it and moves with it. Whether the new text reads
 * as the new tree whoever asks for it must see; a text in a shape of its own may be too much for this.
 */
final class StudioPatch {

    private final String text;

    private StudioPatch(String text) {
        this.text = text;
    }

    /** The text with that change; empty where it cannot be told what stands where. */
    static Optional<String> of(String text, ObjectNode before, ObjectNode after) {
        try {
            var root = new Compose(LoadSettings.builder().build()).composeString(text);
            return root.map(it -> {
                var patch = new StudioPatch(text);
                return text.substring(0, patch.start(it))
                        + patch.patched(it, before, after)
                        + text.substring(patch.end(it));
            });
        } catch (YamlEngineException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether both say the same in the same order. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.toString().equals(other.toString());
    }

    /** A part of a collection as it stands: what is above it, itself with the rest of its line, and its node. */
    private record Piece(String lead, String own, JsonNode value) {}

    private String patched(Node node, JsonNode before, JsonNode after) {
        if (same(before, after)) {
            return text.substring(start(node), end(node));
        }
        if (node instanceof MappingNode it && before instanceof ObjectNode had && after instanceof ObjectNode to) {
            return block(it) ? mapping(it, had, to) : flow(it, had, to);
        }
        if (node instanceof SequenceNode it
                && block(it)
                && before instanceof ArrayNode had
                && after instanceof ArrayNode to
                && !to.isEmpty()) {
            return sequence(it, had, to);
        }
        return StudioYaml.flow(after);
    }

    /** {@code {vi: …, en: …}}: only the values that change, unless keys come or go. */
    private String flow(MappingNode node, ObjectNode before, ObjectNode after) {
        if (!List.copyOf(before.propertyNames()).equals(List.copyOf(after.propertyNames()))) {
            return StudioYaml.flow(after);
        }
        var written = new StringBuilder();
        int at = start(node);
        for (var tuple : node.getValue()) {
            var key = key(tuple);
            written.append(text, at, start(tuple.getValueNode()))
                    .append(patched(tuple.getValueNode(), before.path(key), after.path(key)));
            at = end(tuple.getValueNode());
        }
        return written.append(text, at, end(node)).toString();
    }

    private String mapping(MappingNode node, ObjectNode before, ObjectNode after) {
        int indent = column(start(node));
        var known = new LinkedHashMap<String, NodeTuple>();
        var leads = new HashMap<String, String>();
        int at = -1;
        for (var tuple : node.getValue()) {
            known.put(key(tuple), tuple);
            leads.put(key(tuple), at < 0 ? "" : between(at, start(tuple.getKeyNode())));
            at = lineEnd(end(tuple.getValueNode()));
        }
        var pieces = new ArrayList<Piece>();
        after.propertyStream().forEach(it -> {
            var tuple = known.get(it.getKey());
            var had = before.path(it.getKey());
            pieces.add(new Piece(
                    leads.getOrDefault(it.getKey(), ""),
                    tuple == null || otherShape(tuple.getValueNode(), had, it.getValue())
                            ? StudioYaml.entry(it.getKey(), it.getValue(), indent)
                            : text.substring(start(tuple.getKeyNode()), start(tuple.getValueNode()))
                                    + patched(tuple.getValueNode(), had, it.getValue())
                                    + tail(tuple.getValueNode()),
                    it.getValue()));
        });
        return joined(pieces, indent);
    }

    /** Where nothing of how it stood can be kept. */
    private boolean otherShape(Node node, JsonNode had, JsonNode now) {
        return had.isContainer() != now.isContainer()
                || had.isArray() != now.isArray()
                || (had.isContainer() && (had.isEmpty() || now.isEmpty()) && !same(had, now))
                || (had.isArray() && !block(node) && StudioYaml.isLong(now) && !same(had, now));
    }

    private String sequence(SequenceNode node, ArrayNode before, ArrayNode after) {
        int indent = column(start(node));
        var pieces = new ArrayList<Piece>();
        var starts = new ArrayList<Integer>();
        int at = -1;
        for (int i = 0; i < before.size(); i++) {
            var item = node.getValue().get(i);
            int dash = text.lastIndexOf('-', start(item) - 1);
            pieces.add(new Piece(
                    at < 0 ? "" : between(at, dash), text.substring(dash, end(item)) + tail(item), before.get(i)));
            starts.add(dash);
            at = lineEnd(end(item));
        }
        var from = StudioYaml.matched(before, after);
        var written = new ArrayList<Piece>();
        for (int j = 0; j < after.size(); j++) {
            var blank = blanks(
                    pieces.get(Math.min(Math.max(j, 1), pieces.size() - 1)).lead());
            int i = from[j];
            if (i < 0) {
                written.add(new Piece(blank, "- " + StudioYaml.block(after.get(j), indent + 2), after.get(j)));
                continue;
            }
            var item = node.getValue().get(i);
            var own = same(before.get(i), after.get(j))
                    ? pieces.get(i).own()
                    : text.substring(starts.get(i), start(item))
                            + patched(item, before.get(i), after.get(j))
                            + tail(item);
            var lead = pieces.get(i).lead();
            written.add(new Piece(blank + lead.substring(blanks(lead).length()), own, after.get(j)));
        }
        return joined(written, indent);
    }

    /** The blank lines at the beginning: they belong to the place, comments to what stands below them. */
    private static String blanks(String lead) {
        int at = 0;
        for (int i = 0; i < lead.length() && Character.isWhitespace(lead.charAt(i)); i++) {
            at = lead.charAt(i) == '\n' ? i + 1 : at;
        }
        return lead.substring(0, at);
    }

    /** One below the other; what stood above the first and is no comment is left to whoever holds it. */
    private static String joined(List<Piece> pieces, int indent) {
        var written = new StringBuilder();
        var margin = " ".repeat(indent);
        for (var it : pieces) {
            if (written.isEmpty()) {
                written.append(it.lead().isBlank() ? "" : it.lead().strip() + "\n" + margin);
            } else {
                written.append('\n').append(it.lead()).append(margin);
            }
            written.append(it.own());
        }
        return written.toString();
    }

    /** The whole lines between the end of a line and the beginning of that one. */
    private String between(int lineEnd, int start) {
        int begin = Math.min(lineEnd + 1, text.length());
        int line = text.lastIndexOf('\n', start - 1) + 1;
        return line > begin ? text.substring(begin, line) : "";
    }

    /** The rest of the line, e.g. a comment; a block has it in itself. */
    private String tail(Node node) {
        int end = end(node);
        return text.substring(end, lineEnd(end));
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int column(int at) {
        return at - (text.lastIndexOf('\n', at - 1) + 1);
    }

    private int start(Node node) {
        return index(node.getStartMark());
    }

    /** Where it ends; a block goes to the end of its last line. */
    private int end(Node node) {
        if (node instanceof CollectionNode<?> it && block(it) && !it.getValue().isEmpty()) {
            var last = it.getValue().getLast();
            return lineEnd(end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last));
        }
        int end = index(node.getEndMark());
        int start = start(node);
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int index(Optional<Mark> mark) {
        return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
    }

    private static boolean block(Node node) {
        return node instanceof CollectionNode<?> it && it.getFlowStyle() != FlowStyle.FLOW;
    }

    private static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode it ? it.getValue() : "";
    }
}
