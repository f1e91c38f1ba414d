package vn.motcua.route;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes a definition as route.yaml, so that what came from elsewhere can be reviewed as text. Reading it gives the same. */
public final class RouteYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private RouteYaml() {}

    /** The text of route.yaml. */
    public static String write(RouteDefinition definition) {
        var root = YAML.createObjectNode();
        var steps = root.putArray("steps");
        definition.items().forEach(it -> item(it, steps.addObject()));
        return YAML.writeValueAsString(root);
    }

    private static void item(RouteDefinition.Item item, ObjectNode node) {
        put(node, "id", item.id());
        if (!item.kind().equals(NodeKind.STEP.word())) {
            node.put("kind", item.kind());
        }
        words(node, "name", item.nameVi(), item.nameEn());
        put(node, "role", item.role());
        unit(item, node);
        item.hours().ifPresent(it -> node.put("hours", it));
        list(node, "actions", item.actions());
        list(node, "other-than", item.otherThan());
        asked(node, item.asked());
        words(node, "question", item.asked().questionVi(), item.asked().questionEn());
        put(node, "silence", item.asked().silence());
        list(node, "papers", item.asked().papers());
        if (item.own().writes()) {
            var letter = node.putObject("letter");
            words(letter, "title", item.own().titleVi(), item.own().titleEn());
            words(letter, "text", item.own().textVi(), item.own().textEn());
        }
        put(node, "check", item.own().check());
        enter(item, node);
        if (!item.branches().isEmpty()) {
            var branches = node.putArray("branches");
            item.branches().forEach(it -> {
                var branch = branches.addObject();
                put(branch, "when", it.when());
                put(branch, "next", it.next());
            });
        }
        put(node, "otherwise", item.otherwise());
        if (item.next().size() == 1) {
            node.put("next", item.next().getFirst());
        } else {
            list(node, "next", item.next());
        }
    }

    private static void asked(ObjectNode node, RouteDefinition.Asked asked) {
        if (asked.units().isEmpty()) {
            return;
        }
        var list = node.putArray("ask");
        for (var unit : asked.units()) {
            var apart = asked.apart(unit);
            if (apart.isEmpty()) {
                list.add(unit);
            } else {
                var own = list.addObject();
                own.put("unit", unit);
                apart.get().hours().ifPresent(it -> own.put("hours", it));
                put(own, "silence", apart.get().silence());
            }
        }
    }

    private static void unit(RouteDefinition.Item item, ObjectNode node) {
        if (item.unitWays().isEmpty()) {
            put(node, "unit", item.unit());
            return;
        }
        var unit = node.putObject("unit");
        var rules = unit.putArray("rules");
        item.unitWays().forEach(it -> {
            var rule = rules.addObject();
            put(rule, "when", it.when());
            put(rule, "unit", it.unit());
            words(rule, "because", it.becauseVi(), it.becauseEn());
        });
        put(unit, "otherwise", item.unit());
    }

    private static void enter(RouteDefinition.Item item, ObjectNode node) {
        if (!item.enter().isEmpty()) {
            try {
                node.set("enter", YAML.readTree(item.enter()));
            } catch (JacksonException e) {
                throw new IllegalStateException("what is entered at " + item.place() + " is no JSON", e);
            }
        }
    }

    private static void words(ObjectNode node, String key, String vi, String en) {
        if (en.isEmpty()) {
            put(node, key, vi);
        } else {
            var words = node.putObject(key);
            put(words, "vi", vi);
            put(words, "en", en);
        }
    }

    private static void list(ObjectNode node, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            var list = node.putArray(key);
            texts.forEach(list::add);
        }
    }

    private static void put(ObjectNode node, String key, String text) {
        if (!text.isEmpty()) {
            node.put(key, text);
        }
    }
}
