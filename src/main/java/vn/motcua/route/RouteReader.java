package vn.motcua.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** Reads route.yaml as a tree, so that a fault can name the node and a typing error does not hide the next. */
final class RouteReader {

    /** What a step asks officers to fill in (enter) is read by the catalogue: its fields are those of a form. */
    private static final Set<String> KEYS = Set.of(
            "id",
            "kind",
            "name",
            "role",
            "unit",
            "hours",
            "actions",
            "other-than",
            "enter",
            "next",
            "branches",
            "otherwise",
            "ask",
            "question",
            "silence",
            "papers",
            "letter",
            "check");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<Fault> faults = new ArrayList<>();

    static RouteDefinition read(String yaml) {
        try {
            return new RouteReader().definition(YAML.readTree(yaml));
        } catch (JacksonException e) {
            var line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Refused(RouteRefusal.ROUTE_NOT_READABLE, line, e.getOriginalMessage());
        }
    }

    private RouteDefinition definition(JsonNode root) {
        known(root, "route.yaml", Set.of("steps"));
        var items = new ArrayList<RouteDefinition.Item>();
        for (var entry : list(root, "steps", "route.yaml")) {
            items.add(item(entry, items.size() + 1));
        }
        return new RouteDefinition(items, faults);
    }

    private RouteDefinition.Item item(JsonNode node, int number) {
        var id = node.path("id").asString("");
        var place = id.isBlank() ? "steps[" + number + "]" : id;
        known(node, place, KEYS);
        var name = node.path("name");
        var unit = node.path("unit");
        var ruled = unit.isObject();
        if (ruled) {
            known(unit, place, Set.of("rules", "otherwise"));
        }
        if (name.isObject()) {
            known(name, place, Set.of("vi", "en"));
        }
        return new RouteDefinition.Item(
                place,
                text(node, "id", place),
                node.has("kind") ? text(node, "kind", place) : NodeKind.STEP.word(),
                name.isObject() ? text(name, "vi", place) : text(node, "name", place),
                name.isObject() ? text(name, "en", place) : "",
                text(node, "role", place),
                text(ruled ? unit : node, ruled ? "otherwise" : "unit", place),
                hours(node.path("hours"), place),
                texts(node, "actions", place),
                texts(node, "other-than", place),
                texts(node, "next", place),
                list(node, "branches", place).stream().map(it -> way(it, place)).toList(),
                text(node, "otherwise", place),
                ruled
                        ? list(unit, "rules", place).stream()
                                .map(it -> unitWay(it, place))
                                .toList()
                        : List.of(),
                new RouteDefinition.Asked(
                        asked(node, place),
                        text(node, "silence", place),
                        said(node, "question", "vi", place),
                        said(node, "question", "en", place),
                        texts(node, "papers", place),
                        askedApart(node, place)),
                node.has("enter") ? node.path("enter").toString() : "",
                own(node, place));
    }

    private RouteDefinition.Own own(JsonNode node, String place) {
        var letter = node.path("letter");
        if (letter.isObject()) {
            known(letter, place, Set.of("title", "text"));
        } else if (!letter.isMissingNode() && !letter.isNull()) {
            faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, "letter"));
        }
        return new RouteDefinition.Own(
                said(letter, "title", "vi", place),
                said(letter, "title", "en", place),
                said(letter, "text", "vi", place),
                said(letter, "text", "en", place),
                text(node, "check", place));
    }

    /** The kinds that are asked: each its word, or an object with what it has for itself. */
    private List<String> asked(JsonNode node, String place) {
        if (!node.path("ask").isArray()) {
            return texts(node, "ask", place);
        }
        return list(node, "ask", place).stream()
                .map(it -> it.isObject() ? text(it, "unit", place) : Text.clean(it.asString("")))
                .toList();
    }

    private List<RouteDefinition.AskedApart> askedApart(JsonNode node, String place) {
        var apart = new ArrayList<RouteDefinition.AskedApart>();
        for (var it : node.path("ask").values()) {
            if (it.isObject()) {
                known(it, place, Set.of("unit", "hours", "silence"));
                apart.add(new RouteDefinition.AskedApart(
                        text(it, "unit", place), hours(it.path("hours"), place), text(it, "silence", place)));
            } else if (!it.isValueNode()) {
                faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, "ask"));
            }
        }
        return apart;
    }

    private RouteDefinition.UnitWay unitWay(JsonNode node, String place) {
        known(node, place, Set.of("when", "unit", "because"));
        return new RouteDefinition.UnitWay(
                text(node, "when", place),
                text(node, "unit", place),
                said(node, "because", "vi", place),
                said(node, "because", "en", place));
    }

    /** A text in one of the languages; a single text is Vietnamese. */
    private String said(JsonNode node, String key, String language, String place) {
        var value = node.path(key);
        if (!value.isObject()) {
            return language.equals("vi") ? text(node, key, place) : "";
        }
        known(value, place, Set.of("vi", "en"));
        return text(value, language, place);
    }

    private RouteDefinition.Way way(JsonNode node, String place) {
        known(node, place, Set.of("when", "next"));
        return new RouteDefinition.Way(text(node, "when", place), text(node, "next", place));
    }

    private Optional<BigDecimal> hours(JsonNode node, String place) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber() || node.decimalValue().signum() < 0) {
            faults.add(Fault.of(Fault.Kind.BAD_HOURS, place, node.asString("")));
            return Optional.empty();
        }
        return Optional.of(node.decimalValue());
    }

    /** The text under the key, or of a plain number or truth value there; empty when there is none. */
    private String text(JsonNode node, String key, String place) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, key));
            return "";
        }
        return Text.clean(value.asString(""));
    }

    /** The texts under the key; one alone need not be written as a list. */
    private List<String> texts(JsonNode node, String key, String place) {
        var value = node.path(key);
        if (value.isValueNode() && !value.isNull()) {
            return List.of(text(node, key, place));
        }
        var texts = new ArrayList<String>();
        for (var it : list(node, key, place)) {
            if (it.isValueNode()) {
                texts.add(Text.clean(it.asString("")));
            } else {
                faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, key));
            }
        }
        return texts;
    }

    private List<JsonNode> list(JsonNode node, String key, String place) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, key));
            return List.of();
        }
        return List.copyOf(value.values());
    }

    private void known(JsonNode node, String place, Set<String> keys) {
        if (!node.isObject()) {
            faults.add(Fault.of(Fault.Kind.WRONG_SHAPE, place, "steps"));
        }
        for (var key : node.propertyNames()) {
            if (!keys.contains(key)) {
                faults.add(Fault.of(Fault.Kind.UNKNOWN_KEY, place, key));
            }
        }
    }
}
