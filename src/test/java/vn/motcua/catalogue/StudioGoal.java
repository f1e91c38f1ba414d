package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.catalogue.StudioPart.Sort;

/** A package that somebody builds on the studio's pages, element by element, from a draft that says something else. */
final class StudioGoal {

    private static final List<Sort> LISTS = List.of(
            Sort.CHECKS,
            Sort.PARAMETERS,
            Sort.DOCUMENTS,
            Sort.FEES,
            Sort.RECORD,
            Sort.LIMIT,
            Sort.EXCEPTIONS,
            Sort.CHANNELS,
            Sort.AGENCIES,
            Sort.RESULTS,
            Sort.LEGAL,
            Sort.STEPS);

    private final Map<String, String> files;
    private final StudioPackage goal;
    private final StudioByHand author;

    StudioGoal(Map<String, String> files, StudioByHand author) {
        this.files = Map.copyOf(files);
        this.goal = StudioPackage.of(files);
        this.author = author;
    }

    /** An edit that may have to wait for others: what it asks for is not there yet. */
    private record Edit(StudioPart part, int no, Element element) {}

    /** Builds it: takes out what does not belong there, adds and changes the rest, puts all in its order. */
    void build() {
        var parts = parts();
        parts.forEach(this::clear);
        var waiting = new ArrayList<Edit>();
        parts.forEach(it -> {
            var all = goal.elements(it);
            IntStream.range(0, all.size()).forEach(no -> waiting.add(new Edit(it, no, all.get(no))));
        });
        while (!waiting.isEmpty()) {
            var wrong = new TreeMap<String, String>();
            var before = waiting.size();
            waiting.removeIf(it -> {
                var refused = done(it);
                refused.ifPresent(
                        why -> wrong.put(it.part().word() + " " + it.element().id(), why));
                return refused.isEmpty();
            });
            assertThat(waiting.size()).as("the studio refuses " + wrong).isLessThan(before);
        }
        parts.stream()
                .filter(StudioPart::coded)
                .filter(it -> it.sort() != Sort.MESSAGES)
                .forEach(this::order);
    }

    /** The parts of the package, in the order in which an author goes through them. */
    private List<StudioPart> parts() {
        var tables = goal.pages().stream()
                .flatMap(it -> goal.elements(it).stream())
                .filter(it -> it.kind().equals("table"))
                .map(it -> StudioPart.table(it.id()));
        var entered = goal.elements(new StudioPart(Sort.STEPS, "")).stream()
                .map(it -> new StudioPart(Sort.ENTER, it.id()))
                .filter(it -> !goal.elements(it).isEmpty());
        return Stream.of(
                        Stream.of(new StudioPart(Sort.DECLARATION, ""), new StudioPart(Sort.PAGES, "")),
                        goal.pages().stream(),
                        tables,
                        LISTS.stream().map(it -> new StudioPart(it, "")),
                        entered,
                        Stream.of(new StudioPart(Sort.PAPER, ""), new StudioPart(Sort.EXAMPLES, "")))
                .flatMap(it -> it)
                .toList();
    }

    private static boolean inside(StudioPart part) {
        return part.sort() == Sort.PAGE || part.sort() == Sort.TABLE || part.sort() == Sort.ENTER;
    }

    private void clear(StudioPart part) {
        if (part.fixed() || inside(part)) {
            return;
        }
        var ids = author.ids(part);
        var wanted = goal.elements(part).stream().map(Element::id).toList();
        (part.coded() ? ids.stream().filter(it -> !wanted.contains(it)).toList() : surplus(ids, wanted.size()))
                .forEach(it -> author.delete(part, it));
    }

    private static List<String> surplus(List<String> ids, int wanted) {
        return ids.subList(Math.min(wanted, ids.size()), ids.size()).reversed();
    }

    private Optional<String> done(Edit edit) {
        var part = edit.part();
        if (inside(part) && !author.there(part)) {
            return Optional.of("nothing to put it in");
        }
        var there = author.ids(part);
        var id = edit.element().id();
        var known = (part.coded() || part.alone()) ? there.contains(id) : edit.no() < there.size();
        if (!part.coded() && !known && edit.no() > there.size()) {
            return Optional.of("not its turn");
        }
        var kind = part.kinded() ? edit.element().kind() : "";
        var wanted = new HashMap<>(goal.inputs(part, id, kind));
        if (!known && kind.equals("table")) {
            columns(id).forEach(wanted::put);
            if (!wanted.getOrDefault("must", "").isEmpty()) {
                List.of("must", "otherwise.vi", "otherwise.en").forEach(it -> wanted.put(it, ""));
                return author.put(part, "", kind, wanted).or(() -> Optional.of("its columns are of their kinds first"));
            }
        }
        return author.put(part, known ? id : "", kind, wanted);
    }

    /** The columns with which a table begins; each is a form of its own afterwards. */
    private Map<String, String> columns(String table) {
        var columns = new HashMap<String, String>();
        var all = goal.elements(StudioPart.table(table));
        for (int i = 0; i < Math.min(3, all.size()); i++) {
            columns.put("columns." + i + ".code", all.get(i).id());
            columns.put("columns." + i + ".vi", all.get(i).name().vi());
            columns.put("columns." + i + ".en", all.get(i).name().en());
        }
        return columns;
    }

    private void order(StudioPart part) {
        var wanted = goal.elements(part).stream().map(Element::id).toList();
        for (int i = 0; i < wanted.size(); i++) {
            for (int at = author.ids(part).indexOf(wanted.get(i)); at > i; at--) {
                assertThat(author.up(part, wanted.get(i))).isEmpty();
            }
        }
        assertThat(author.ids(part)).as(part.word()).containsExactlyElementsOf(wanted);
    }

    /** Whether the draft says the same in every file. */
    void isThere() {
        assertThat(said(author.files())).isEqualTo(said(files));
    }

    private static Map<String, JsonNode> said(Map<String, String> files) {
        var said = new TreeMap<String, JsonNode>();
        files.forEach((name, text) -> said.put(name, said(StudioText.read(name, text))));
        return said;
    }

    /**
     * A key under which nothing stands says nothing, nor does the kind of a question that is a line of text; a legal text of which
     * only the number is known may stand as that.
     */
    private static JsonNode said(JsonNode node) {
        switch (node) {
            case ObjectNode it -> {
                it.propertyStream().forEach(one -> said(one.getValue()));
                List.copyOf(it.propertyNames()).stream()
                        .filter(one -> nothing(one, it.path(one)))
                        .forEach(it::remove);
            }
            case ArrayNode it -> {
                it.forEach(StudioGoal::said);
                for (int i = 0; i < it.size(); i++) {
                    if (it.get(i).size() == 1 && it.get(i).has("number")) {
                        it.set(i, it.get(i).path("number"));
                    }
                }
            }
            default -> {}
        }
        return node;
    }

    private static boolean nothing(String key, JsonNode value) {
        return value.isContainer()
                ? value.isEmpty()
                : value.isString()
                        && (value.asString().isEmpty()
                                || (key.equals("kind") && value.asString().equals("text")));
    }
}
