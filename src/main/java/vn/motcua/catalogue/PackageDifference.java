package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.shared.Language;

/**
 * What differs between two packages, in the words of the packages: by part, thing by thing, each said once. It reads the text
 * and not what was compiled of it, so that a draft with faults can be compared too and no key is forgotten.
 */
public final class PackageDifference {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    /** Parts whose order says nothing. */
    private static final Set<Part> ORDERLESS = Set.of(Part.RECORD, Part.MESSAGES, Part.FILES);

    private static final List<String> TITLES = List.of("name", "vi", "label", "title", "shortName");

    private final Language language;

    private PackageDifference(Language language) {
        this.language = language;
    }

    /** The parts of a package, in the order in which they are shown. */
    public enum Part {
        RECORD,
        LIMIT,
        DOCUMENTS,
        FEES,
        QUESTIONS,
        SECTIONS,
        FIELDS,
        CHECKS,
        PARAMETERS,
        ROUTE,
        ENTRIES,
        RESULT,
        MESSAGES,
        EXAMPLES,
        GROUP,
        LAYER,
        FILES
    }

    /** What became of a thing. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The same things in another order. */
        MOVED
    }

    /**
     * A thing that differs.
     *
     * @param id as its file names it
     * @param title as people call it; empty where it has no other name than {@code id}
     */
    public record Line(Part part, Kind kind, String id, String title, List<Detail> details) {}

    /**
     * What differs in it.
     *
     * @param key as its file names it; empty for the thing as a whole
     * @param before empty where there was nothing
     * @param after empty where there is nothing
     */
    public record Detail(String key, String before, String after) {}

    /** Everything that differs between two packages, titles and texts in that language. */
    public static List<Line> between(Map<String, String> before, Map<String, String> after, Language language) {
        return new PackageDifference(language).lines(things(before), things(after));
    }

    private List<Line> lines(Map<Part, Map<String, JsonNode>> before, Map<Part, Map<String, JsonNode>> after) {
        var found = new ArrayList<Line>();
        for (var part : Part.values()) {
            var were = before.getOrDefault(part, Map.of());
            var are = after.getOrDefault(part, Map.of());
            var ids = new LinkedHashSet<>(are.keySet());
            ids.addAll(were.keySet());
            for (var id : ids) {
                var was = were.get(id);
                var is = are.get(id);
                if (!Objects.equals(was, is)) {
                    found.add(line(part, id, was, is));
                }
            }
            moved(part, were, are).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private Line line(Part part, String id, @Nullable JsonNode was, @Nullable JsonNode is) {
        var kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
        var shown = is == null ? was : is;
        return new Line(part, kind, id, shown == null ? "" : title(shown), details(was, is));
    }

    private Optional<Line> moved(Part part, Map<String, JsonNode> were, Map<String, JsonNode> are) {
        var earlier = were.keySet().stream().filter(are::containsKey).toList();
        var later = are.keySet().stream().filter(were::containsKey).toList();
        return ORDERLESS.contains(part) || earlier.equals(later)
                ? Optional.empty()
                : Optional.of(new Line(
                        part, Kind.MOVED, "", "", List.of(new Detail("", names(earlier, were), names(later, are)))));
    }

    private String names(List<String> ids, Map<String, JsonNode> things) {
        return ids.stream()
                .map(it -> {
                    var node = things.get(it);
                    var title = node == null ? "" : title(node);
                    return title.isEmpty() ? it : title;
                })
                .collect(Collectors.joining(" · "));
    }

    private List<Detail> details(@Nullable JsonNode was, @Nullable JsonNode is) {
        if (was instanceof ObjectNode || is instanceof ObjectNode) {
            var keys = new LinkedHashSet<String>();
            for (var node : new JsonNode[] {was, is}) {
                if (node instanceof ObjectNode it && !words(it)) {
                    keys.addAll(it.propertyNames());
                }
            }
            if (!keys.isEmpty()) {
                return keys.stream()
                        .filter(it -> !it.equals("id") && !Objects.equals(at(was, it), at(is, it)))
                        .map(it -> detail(it, at(was, it), at(is, it)))
                        .toList();
            }
        }
        return List.of(detail("", was, is));
    }

    /** Of two lists only what one has and the other has not; of two texts in two languages the one that differs. */
    private Detail detail(String key, @Nullable JsonNode was, @Nullable JsonNode is) {
        if (was != null && is != null && was.isArray() && is.isArray()) {
            var gone = without(was, is);
            var come = without(is, was);
            if (!gone.isEmpty() || !come.isEmpty()) {
                return new Detail(key, gone, come);
            }
        }
        var before = text(was);
        var after = text(is);
        return before.equals(after) ? new Detail(key, whole(was), whole(is)) : new Detail(key, before, after);
    }

    private String without(JsonNode list, JsonNode other) {
        var others = StreamSupport.stream(other.spliterator(), false).collect(Collectors.toSet());
        return StreamSupport.stream(list.spliterator(), false)
                .filter(it -> !others.contains(it))
                .map(this::text)
                .collect(Collectors.joining("; "));
    }

    private static @Nullable JsonNode at(@Nullable JsonNode node, String key) {
        return node == null ? null : node.get(key);
    }

    private String title(JsonNode node) {
        if (words(node)) {
            return text(node);
        }
        return TITLES.stream()
                .map(node::get)
                .filter(it -> it != null && (it.isString() || words(it)))
                .map(this::text)
                .findFirst()
                .orElse("");
    }

    private static boolean words(JsonNode node) {
        return node.isObject() && node.has("vi") && Set.of("vi", "en").containsAll(node.propertyNames());
    }

    private String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (words(node)) {
            var said = node.path(language.tag());
            return said.isString() ? said.asString() : node.path("vi").asString();
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(this::text)
                    .collect(Collectors.joining("; "));
        }
        if (node.isObject()) {
            return node.propertyStream()
                    .map(it -> it.getKey() + ": " + text(it.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return node.asString();
    }

    private static String whole(@Nullable JsonNode node) {
        return node == null ? "" : node.toString();
    }

    private static Map<Part, Map<String, JsonNode>> things(Map<String, String> files) {
        var found = new EnumMap<Part, Map<String, JsonNode>>(Part.class);
        var names = new TreeSet<>(files.keySet());
        for (var name : names) {
            var of = name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : "";
            try {
                var root = YAML.readTree(files.getOrDefault(name, ""));
                new Reading(of, found).read(name.substring(of.length()), root);
            } catch (JacksonException e) {
                put(found, Part.FILES, name, JsonNodeFactory.instance.stringNode(files.getOrDefault(name, "")));
            }
        }
        return found;
    }

    private static void put(Map<Part, Map<String, JsonNode>> all, Part part, String id, JsonNode node) {
        all.computeIfAbsent(part, _ -> new LinkedHashMap<>()).put(id, node);
    }

    /**
     * Takes a file of a package apart.
     *
     * @param of the part of a group to which it belongs, with a stroke; empty for what is the package's own
     */
    private record Reading(String of, Map<Part, Map<String, JsonNode>> found) {

        void read(String file, JsonNode root) {
            switch (file) {
                case PackageReader.RECORD ->
                    each(
                            root,
                            Part.RECORD,
                            Map.of("documents", Part.DOCUMENTS, "fees", Part.FEES, "timeLimit", Part.LIMIT));
                case PackageReader.FORM ->
                    each(
                            root,
                            Part.SECTIONS,
                            Map.of(
                                    "questions",
                                    Part.QUESTIONS,
                                    "sections",
                                    Part.SECTIONS,
                                    "checks",
                                    Part.CHECKS,
                                    "parameters",
                                    Part.PARAMETERS));
                case PackageReader.ROUTE -> each(root, Part.ROUTE, Map.of("steps", Part.ROUTE));
                case PackageReader.RESULT -> each(root, Part.RESULT, Map.of());
                case PackageReader.MESSAGES -> each(root, Part.MESSAGES, Map.of("messages", Part.MESSAGES));
                case PackageReader.EXAMPLES -> each(root, Part.EXAMPLES, Map.of("examples", Part.EXAMPLES));
                case GroupText.GROUP -> each(root, Part.GROUP, Map.of("parts", Part.GROUP));
                case Layer.FILE -> each(root, Part.LAYER, Map.of("changes", Part.LAYER));
                case Layer.EXAMPLES -> each(root, Part.EXAMPLES, Map.of("examples", Part.EXAMPLES));
                default -> put(found, Part.FILES, of + file, root);
            }
        }

        private void each(JsonNode root, Part otherwise, Map<String, Part> lists) {
            root.propertyStream().forEach(it -> {
                var part = lists.get(it.getKey());
                if (part == null) {
                    put(found, otherwise, of + it.getKey(), it.getValue());
                } else if (it.getValue().isArray()) {
                    list(part, it.getValue());
                } else if (part == Part.PARAMETERS || part == Part.MESSAGES) {
                    it.getValue().propertyStream().forEach(one -> put(found, part, of + one.getKey(), one.getValue()));
                } else {
                    put(found, part, of + it.getKey(), it.getValue());
                }
            });
        }

        /** What lies inside a section or a step is a thing of its own, and is not said again with it. */
        private void list(Part part, JsonNode items) {
            int no = 0;
            for (var item : items) {
                no++;
                int at = no;
                var id = Stream.of("id", "at", "name")
                        .map(key -> item.path(key).asString(""))
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElseGet(() -> "[" + at + "]");
                var inside = part == Part.SECTIONS ? "fields" : part == Part.ROUTE ? "enter" : "";
                if (item instanceof ObjectNode whole && whole.has(inside)) {
                    for (var one : whole.path(inside)) {
                        var thing = one.deepCopy();
                        if (thing instanceof ObjectNode it) {
                            it.put(part == Part.SECTIONS ? "section" : "step", id);
                        }
                        put(
                                found,
                                part == Part.SECTIONS ? Part.FIELDS : Part.ENTRIES,
                                of + one.path("id").asString("[" + no + "]"),
                                thing);
                    }
                    var rest = whole.deepCopy();
                    rest.remove(inside);
                    put(found, part, of + id, rest);
                } else {
                    put(found, part, of + id, item);
                }
            }
        }
    }
}
