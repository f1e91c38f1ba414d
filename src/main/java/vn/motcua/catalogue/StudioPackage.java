package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioPart.Sort.PAGES;
import static vn.motcua.catalogue.StudioPart.Sort.STEPS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.Words;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * A package while it is edited by its parts. Immutable: an edit answers with another one, of which nothing differs but what the
 * edit is about; the text stays the truth, and what nobody here knows stays in it.
 */
public final class StudioPackage {

    private static final String TEXT = "text";

    private final Map<String, String> files;

    private StudioPackage(Map<String, String> files) {
        this.files = Map.copyOf(files);
    }

    /** The package in these files. */
    public static StudioPackage of(Map<String, String> files) {
        return new StudioPackage(files);
    }

    /**
     * An element of a part, as it is listed.
     *
     * @param kind of a question; empty for anything else
     * @param condition under which it is asked or demanded; empty: always
     * @param required whether a question must be answered: {@code no}, {@code yes}, {@code when}
     */
    public record Element(String id, Words name, String kind, String condition, String required) {}

    /** Its files. */
    public Map<String, String> files() {
        return files;
    }

    /** Whether it is one that is edited here: groups of linked procedures are not. */
    public boolean edited() {
        return !GroupText.isGroup(files);
    }

    /** The elements of a part; refuses a part that is not there, and with {@code PACKAGE_FAULTY} a file that cannot be read. */
    public List<Element> elements(StudioPart part) {
        var root = root(part);
        var holder = part.holder(root).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return StudioPart.elements(holder.path(part.key()))
                .map(it -> element(part, it))
                .toList();
    }

    private static Element element(StudioPart part, ObjectNode node) {
        var words = StudioSlot.of(node.has("name") ? "name" : "", StudioSlot.Type.WORDS)
                .read(node);
        var vi = first(words, "name.vi", "vi");
        var en = first(words, "name.en", "en");
        var documents = part.sort() == StudioPart.Sort.DOCUMENTS;
        var required = StudioSlot.of("required", documents ? StudioSlot.Type.DEMANDED : StudioSlot.Type.REQUIRED)
                .read(node);
        var condition = documents
                ? required.getOrDefault("required.when", "")
                : part.ofForm()
                        ? node.path("when").asString("")
                        : node.path("amount").asString("");
        return new Element(
                node.path("id").asString(""),
                new Words(vi, en.isEmpty() ? vi : en),
                part.asks() ? node.path("kind").asString(TEXT) : "",
                condition,
                required.getOrDefault("required", ""));
    }

    private static String first(Map<String, String> words, String one, String other) {
        return words.getOrDefault(one, words.getOrDefault(other, ""));
    }

    /** The pages of the form with those questions that stand before them. */
    public List<StudioPart> pages() {
        var parts = new ArrayList<StudioPart>();
        parts.add(new StudioPart(StudioPart.Sort.QUESTIONS, ""));
        elements(new StudioPart(PAGES, "")).forEach(it -> parts.add(StudioPart.page(it.id())));
        return parts;
    }

    /** Whether the route is a plain sequence of officers' steps, which can be edited as a list. */
    public boolean sequence() {
        return StudioPart.elements(root(new StudioPart(STEPS, "")).path("steps"))
                .allMatch(it -> it.path("kind").asString("step").equals("step")
                        && !it.has("next")
                        && !it.path("unit").isObject());
    }

    /** The inputs about an element as it stands; refuses one that is not there. */
    public Map<String, String> inputs(StudioPart part, String id, String kind) {
        var node = node(root(part), part, id);
        var values = new LinkedHashMap<String, String>();
        part.slots(kind, false).forEach(it -> values.putAll(it.read(node)));
        return values;
    }

    /** Who asks for that element by its name. */
    public List<StudioUses.Use> uses(StudioPart part, String id) {
        return StudioUses.of(files, part, id);
    }

    /** With another element at the end of that part, or a page before the last one, which is the declaration. */
    public StudioPackage with(StudioPart part, String kind, Map<String, String> typed) {
        var root = root(part);
        var list = list(root, part);
        var slots = part.slots(kind, true);
        check(slots, typed, part, root, Optional.empty());
        var at = part.sort() == PAGES && !list.isEmpty() ? list.size() - 1 : list.size();
        var node = list.insertObject(at);
        node.put("id", "");
        slots.forEach(it -> it.write(node, typed));
        if (part.sort() == PAGES) {
            node.putArray("fields");
        }
        kind(node, part, kind);
        return written(part, root);
    }

    /** With that element changed; under another name too where nothing else asks for it. */
    public StudioPackage change(StudioPart part, String id, String kind, Map<String, String> typed) {
        var root = root(part);
        var node = node(root, part, id);
        var slots = part.slots(kind, false);
        check(slots, typed, part, root, Optional.of(node));
        var before = part.asks() ? node.path("kind").asString(TEXT) : "";
        if (!before.equals(kind)) {
            var kept = slots.stream().map(StudioSlot::key).toList();
            part.slots(before, true).stream()
                    .map(StudioSlot::key)
                    .filter(it -> !it.isEmpty() && !kept.contains(it))
                    .forEach(it -> node.remove(it));
        }
        slots.forEach(it -> it.write(node, typed));
        kind(node, part, kind);
        return written(part, root);
    }

    private static void kind(ObjectNode node, StudioPart part, String kind) {
        if (part.asks() && !node.path("kind").asString(TEXT).equals(kind)) {
            node.put("kind", kind);
        }
    }

    private static void check(
            List<StudioSlot> slots,
            Map<String, String> typed,
            StudioPart part,
            ObjectNode root,
            Optional<ObjectNode> own) {
        var faults = new HashMap<String, Phrase>();
        slots.forEach(it -> faults.putAll(it.faults(typed)));
        var id = typed.getOrDefault("id", "").strip();
        var renamed = own.filter(it -> it.path("id").asString("").equals(id)).isEmpty();
        if (renamed
                && StudioPart.elements(part.holder(root).orElse(root).path(part.key()))
                        .anyMatch(it -> it.path("id").asString("").equals(id))) {
            faults.putIfAbsent("id", Phrase.of("studio.wrong.twice", id));
        }
        if (!faults.isEmpty()) {
            throw new StudioWrong(faults);
        }
    }

    /** With that element one place further up or down in its part; at an end it stays. */
    public StudioPackage shifted(StudioPart part, String id, boolean up) {
        var root = root(part);
        var list = list(root, part);
        int from = index(list, id);
        int to = from + (up ? -1 : 1);
        if (to < 0 || to >= list.size()) {
            return this;
        }
        list.insert(to, list.remove(from));
        return written(part, root);
    }

    /** With that question at the end of another page. */
    public StudioPackage moved(StudioPart part, String id, StudioPart to) {
        if (part.equals(to)) {
            return this;
        }
        var root = root(part);
        var list = list(root, part);
        var goal = list(root, to);
        goal.add(list.remove(index(list, id)));
        return written(part, root);
    }

    /** Without that element. */
    public StudioPackage without(StudioPart part, String id) {
        var root = root(part);
        var list = list(root, part);
        list.remove(index(list, id));
        return written(part, root);
    }

    private ObjectNode root(StudioPart part) {
        var text = files.get(part.file());
        if (text == null) {
            throw YamlPlace.refused(part.file(), "", Phrase.of("catalogue.problem.noFile"));
        }
        return StudioText.read(part.file(), text);
    }

    private static ObjectNode node(ObjectNode root, StudioPart part, String id) {
        var list = list(root, part);
        return (ObjectNode) list.get(index(list, id));
    }

    private static ArrayNode list(ObjectNode root, StudioPart part) {
        var holder = part.holder(root).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return holder.path(part.key()) instanceof ArrayNode there ? there : holder.putArray(part.key());
    }

    private static int index(ArrayNode list, String id) {
        return IntStream.range(0, list.size())
                .filter(it -> list.get(it) instanceof ObjectNode node
                        && node.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private StudioPackage written(StudioPart part, ObjectNode root) {
        var all = new HashMap<>(files);
        all.put(part.file(), StudioText.write(part.file(), root));
        return new StudioPackage(all);
    }
}
