package vn.motcua.catalogue;

import static vn.motcua.catalogue.StudioPart.Sort.PAGES;
import static vn.motcua.catalogue.StudioPart.Sort.STEPS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;
import vn.motcua.form.Words;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * A package while it is edited by its parts. Immutable: an edit answers with another one, of which nothing differs but what the
 * edit is about; the text stays the truth, and what nobody here knows stays in it.
 */
public final class StudioPackage {

    /** A file in which nothing stands. */
    private static final String NOTHING = "{}";

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

    /** Whether it is a group of linked procedures. */
    public boolean group() {
        return GroupText.isGroup(files);
    }

    /** The package with what a group takes over from its parts put in. */
    private StudioPackage whole() {
        return group() ? of(GroupText.composed(files)) : this;
    }

    /** The kinds of which an element of that part may be; none where there is but one. */
    public List<String> kinds(StudioPart part) {
        var kinds = part.kinds();
        return group() && part.takes()
                ? Stream.concat(
                                kinds.isEmpty() ? Stream.of(StudioPart.OWN) : kinds.stream(),
                                Stream.of(StudioPart.FROM))
                        .toList()
                : kinds;
    }

    /** The kind of an element: the one that was chosen where there are several. */
    public String kind(StudioPart part, String id, String chosen) {
        return kinds(part).isEmpty()
                ? part.rule(id)
                : part.sort() == STEPS && chosen.isEmpty()
                        ? elements(part).stream()
                                .filter(it -> it.id().equals(id))
                                .map(Element::kind)
                                .findFirst()
                                .orElse(part.usual())
                        : chosen;
    }

    /** The elements of a part; refuses a part that is not there, and with {@code PACKAGE_FAULTY} a file that cannot be read. */
    public List<Element> elements(StudioPart part) {
        return rows(part, root(part)).stream()
                .map(it -> element(part, it, group() && part.takes() ? StudioPart.OWN : part.rule(it.id())))
                .toList();
    }

    private static Element element(StudioPart part, StudioRows.Row row, String otherwise) {
        var node = row.node();
        var words = StudioSlot.of(node.has("name") ? "name" : "", StudioSlot.Type.WORDS)
                .read(node);
        var vi = first(words, "name.vi", "vi");
        var en = first(words, "name.en", "en");
        var documents = part.sort() == StudioPart.Sort.DOCUMENTS;
        var required = StudioSlot.of("required", documents ? StudioSlot.Type.DEMANDED : StudioSlot.Type.REQUIRED)
                .read(node);
        var condition = switch (part.sort()) {
            case DOCUMENTS -> required.getOrDefault("required.when", "");
            case FEES -> node.path("amount").asString("");
            case CHECKS -> node.path("if").asString("");
            default -> node.path("when").asString("");
        };
        return new Element(
                row.id(),
                new Words(vi, en.isEmpty() ? vi : en),
                node.has(StudioPart.FROM)
                        ? StudioPart.FROM
                        : part.kinded() ? node.path("kind").asString(part.usual()) : otherwise,
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
        elements(new StudioPart(PAGES, "")).stream()
                .filter(it -> !it.kind().equals(StudioPart.FROM))
                .forEach(it -> parts.add(StudioPart.page(it.id())));
        return parts;
    }

    /** What is filled in about an element of that kind, with what this package has to choose from. */
    public List<StudioSlot> slots(StudioPart part, String kind, boolean fresh) {
        return part.slots(kind, fresh).stream()
                .map(it -> it.among() == StudioSlot.Among.WRITTEN ? it : it.choosing(choices(part, it.among())))
                .toList();
    }

    private List<String> choices(StudioPart part, StudioSlot.Among among) {
        try {
            return switch (among) {
                case WRITTEN -> List.of();
                case DOCUMENTS -> whole().ids(new StudioPart(StudioPart.Sort.DOCUMENTS, ""), "");
                case CASED -> cases(part).choices(root(part));
                case QUESTIONS -> whole().asked("");
                case ADDRESSES -> whole().asked("address");
                case STEPS ->
                    Stream.concat(ids(new StudioPart(STEPS, ""), "").stream(), Stream.of("end"))
                            .toList();
                case PARTS -> ids(new StudioPart(StudioPart.Sort.LINKED, ""), "");
                case PROCEDURES -> procedures();
            };
        } catch (Refused _) {
            return List.of();
        }
    }

    /** The codes of the procedures that a group links. */
    List<String> procedures() {
        return StudioPart.elements(
                        root(new StudioPart(StudioPart.Sort.LINKED, "")).path("parts"))
                .map(it -> it.path("procedure").asString(""))
                .distinct()
                .toList();
    }

    private List<String> asked(String kind) {
        return pages().stream().flatMap(it -> ids(it, kind).stream()).toList();
    }

    private List<String> ids(StudioPart part, String kind) {
        return elements(part).stream()
                .filter(it -> kind.isEmpty() || it.kind().equals(kind))
                .map(Element::id)
                .toList();
    }

    /** The form as it stands, with what a group takes over; refuses one that cannot be read. */
    public FormDefinition form() {
        return FormDefinition.read(whole().files.getOrDefault(PackageReader.FORM, ""));
    }

    /** The same with what officers enter on the way, for which the choices of the route may ask. */
    public FormDefinition formWithEntries() {
        var form = form();
        return files.containsKey(PackageReader.ROUTE) && !group()
                ? Entries.formWith(files.getOrDefault(PackageReader.ROUTE, ""), Form.compile(form))
                        .definition()
                : form;
    }

    /** The questions that conditions may name. */
    public List<Element> questions() {
        var all = whole();
        return all.pages().stream().flatMap(it -> all.elements(it).stream()).toList();
    }

    /** What officers enter at the steps of the route. */
    public List<Element> entered() {
        return ids(new StudioPart(STEPS, ""), StudioNodes.STEP).stream()
                .flatMap(it -> elements(new StudioPart(StudioPart.Sort.ENTER, it)).stream())
                .toList();
    }

    private StudioCases cases(StudioPart part) {
        var form = root(new StudioPart(StudioPart.Sort.QUESTIONS, ""));
        return StudioCases.of(part.of(), form).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    /** The choices before the form of which each option is a case with documents of its own. */
    public List<StudioPart> cases() {
        var form = root(new StudioPart(StudioPart.Sort.QUESTIONS, ""));
        return StudioPart.elements(form.path("questions"))
                .map(it -> it.path("id").asString(""))
                .filter(it -> StudioCases.of(it, form).isPresent())
                .map(it -> new StudioPart(StudioPart.Sort.CASES, it))
                .toList();
    }

    /** The inputs about an element as it stands; refuses one that is not there. */
    public Map<String, String> inputs(StudioPart part, String id, String kind) {
        var node = StudioRows.row(rows(part, root(part)), id).node();
        var values = new LinkedHashMap<String, String>();
        part.slots(kind, false).forEach(it -> values.putAll(it.read(node)));
        return values;
    }

    /** Who asks for that element by its name. */
    public List<StudioUses.Use> uses(StudioPart part, String id) {
        return StudioUses.of(files, part, id);
    }

    /**
     * With another element at the end of that part; a page comes before the last one, which is the declaration, and a node of the
     * route behind the one that is named.
     */
    public StudioPackage with(StudioPart part, String kind, Map<String, String> typed) {
        if (part.fixed()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        var root = root(part);
        var rows = rows(part, root);
        var slots = part.slots(kind, true);
        check(slots, typed, part, rows, "");
        var row = StudioRows.fresh(part);
        if (part.sort() == STEPS) {
            StudioNodes.become(row.node(), kind);
        }
        slots.forEach(it -> it.write(row.node(), typed));
        finish(row.node(), part, kind);
        rows.add(StudioRows.place(part, typed, rows), row);
        return written(part, root, rows);
    }

    /** With that element changed; under another name too where nothing else asks for it. */
    public StudioPackage change(StudioPart part, String id, String kind, Map<String, String> typed) {
        var root = root(part);
        var rows = rows(part, root);
        var node = StudioRows.row(rows, id).node();
        var slots = part.slots(kind, false);
        check(slots, typed, part, rows, id);
        var before = node.path("kind").asString(part.usual());
        if (part.kinded() && !kind.isEmpty() && !kind.equals(StudioPart.FROM) && !before.equals(kind)) {
            var kept = slots.stream().map(StudioSlot::first).toList();
            part.slots(before, true).stream()
                    .map(StudioSlot::first)
                    .filter(it -> !it.isEmpty() && !kept.contains(it))
                    .forEach(it -> node.remove(it));
        }
        slots.forEach(it -> it.write(node, typed));
        finish(node, part, kind);
        return written(part, root, rows);
    }

    /** What an element has besides what is filled in. */
    private static void finish(ObjectNode node, StudioPart part, String kind) {
        if (kind.equals(StudioPart.FROM)) {
            node.remove("id");
            return;
        }
        kind(node, part, kind);
        if (part.sort() == PAGES && !node.has("fields")) {
            node.putArray("fields");
        }
        if (part.sort() == StudioPart.Sort.EXAMPLES && !node.has("then")) {
            node.putObject("then");
        }
    }

    private static void kind(ObjectNode node, StudioPart part, String kind) {
        if (part.sort() == STEPS) {
            StudioNodes.become(node, kind);
        } else if (part.kinded() && !node.path("kind").asString(part.usual()).equals(kind)) {
            node.put("kind", kind);
        }
    }

    private void check(
            List<StudioSlot> slots, Map<String, String> typed, StudioPart part, List<StudioRows.Row> rows, String own) {
        var faults = new HashMap<String, Phrase>();
        slots.forEach(it -> faults.putAll(it.faults(typed)));
        var id = typed.getOrDefault("id", "").strip();
        if (part.coded()
                && !id.equals(own)
                && rows.stream().anyMatch(it -> it.id().equals(id))) {
            faults.putIfAbsent("id", Phrase.of("studio.wrong.twice", id));
        }
        if (part.sort() == StudioPart.Sort.EXAMPLES) {
            new ExampleNames(files).faults(typed).forEach(faults::putIfAbsent);
        }
        if (!faults.isEmpty()) {
            throw new StudioWrong(faults);
        }
    }

    /** With that element one place further up or down in its part; at an end it stays. */
    public StudioPackage shifted(StudioPart part, String id, boolean up) {
        var root = root(part);
        var rows = rows(part, root);
        int from = StudioRows.index(rows, id);
        int to = from + (up ? -1 : 1);
        if (part.fixed() || to < 0 || to >= rows.size() || (part.rules() && Math.max(from, to) == rows.size() - 1)) {
            return this;
        }
        rows.add(to, rows.remove(from));
        return written(part, root, rows);
    }

    /** With that question at the end of another page. */
    public StudioPackage moved(StudioPart part, String id, StudioPart to) {
        if (part.equals(to)) {
            return this;
        }
        var root = root(part);
        var rows = rows(part, root);
        var goal = rows(to, root);
        goal.add(rows.remove(StudioRows.index(rows, id)));
        StudioRows.store(to, holder(to, root), goal);
        return written(part, root, rows);
    }

    /** Without that element; with the last words to applicants their file goes too. */
    public StudioPackage without(StudioPart part, String id) {
        var root = root(part);
        var rows = rows(part, root);
        if (part.fixed() || id.equals(StudioPart.OTHERWISE)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        rows.remove(StudioRows.index(rows, id));
        return written(part, root, rows);
    }

    private ObjectNode root(StudioPart part) {
        var text = files.get(part.file());
        if (text == null && part.file().equals(PackageReader.MESSAGES)) {
            return StudioText.read(part.file(), NOTHING);
        }
        if (text == null) {
            throw YamlPlace.refused(part.file(), "", Phrase.of("catalogue.problem.noFile"));
        }
        return StudioText.read(part.file(), text);
    }

    private static ObjectNode holder(StudioPart part, ObjectNode root) {
        return part.holder(root).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private List<StudioRows.Row> rows(StudioPart part, ObjectNode root) {
        return part.sort() == StudioPart.Sort.CASES
                ? cases(part).rows(root)
                : new ArrayList<>(StudioRows.load(part, holder(part, root)));
    }

    private StudioPackage written(StudioPart part, ObjectNode root, List<StudioRows.Row> rows) {
        if (part.sort() == StudioPart.Sort.CASES) {
            cases(part).store(root, rows);
        } else {
            StudioRows.store(part, holder(part, root), rows);
        }
        var all = new HashMap<>(files);
        var file = part.file();
        if (part.sort() == StudioPart.Sort.MESSAGES && root.isEmpty()) {
            all.remove(file);
            return new StudioPackage(all);
        }
        var text = files.getOrDefault(file, NOTHING);
        all.put(
                file,
                text.strip().equals(NOTHING) ? StudioYaml.block(root, 0) + "\n" : StudioText.change(file, text, root));
        return new StudioPackage(all);
    }
}
