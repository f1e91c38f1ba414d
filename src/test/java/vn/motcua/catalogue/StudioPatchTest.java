package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What the studio changes in a text is what was changed, and nothing else of it. */
class StudioPatchTest {

    private static final String TEXT = """
            # the record
            name: {vi: "Tên", en: 'Name'}   # both

            # waits for the law
            limit:
              amount: 3   # days
              unit: WORKING_DAY

            documents:
              # the first
              - id: a
                name: {vi: Một, en: One}
                required: true

              # the second
              - id: b
                name: >-
                  Hai
                  dòng
                odd: [1, 2.50, '007']
            linked: ["1.0", "2.0"]
            """;

    @Test
    void aValueIsChangedWhereItStands() {
        assertThat(changed(it -> ((ObjectNode) it.path("name")).put("en", "A name")))
                .isEqualTo(TEXT.replace("'Name'", "\"A name\""));
        assertThat(changed(it -> ((ObjectNode) it.path("limit")).put("amount", 5)))
                .isEqualTo(TEXT.replace("amount: 3 ", "amount: 5 "));
        assertThat(changed(it -> ((ObjectNode) it.path("documents").get(1)).put("name", "Ba")))
                .isEqualTo(TEXT.replace("name: >-\n      Hai\n      dòng", "name: \"Ba\""));
    }

    @Test
    void aKeyComesAndGoesWithItsLine() {
        assertThat(changed(it -> ((ObjectNode) it.path("limit")).put("note", "x: y")))
                .isEqualTo(TEXT.replace("unit: WORKING_DAY\n", "unit: WORKING_DAY\n  note: \"x: y\"\n"));
        assertThat(changed(it -> ((ObjectNode) it.path("limit")).remove("amount")))
                .isEqualTo(TEXT.replace("amount: 3   # days\n  ", ""));
        assertThat(changed(it -> it.remove("limit")))
                .isEqualTo(
                        TEXT.replace("\n# waits for the law\nlimit:\n  amount: 3   # days\n  unit: WORKING_DAY\n", ""));
    }

    @Test
    void anElementMovesWithItsComment() {
        var moved = changed(it -> {
            var list = it.withArray("documents");
            list.add(list.remove(0));
        });
        assertThat(moved).contains("# the second\n  - id: b", "odd: [1, 2.50, '007']", "- id: a");
        assertThat(moved.lines().sorted().toList())
                .as("no line is written anew")
                .isEqualTo(TEXT.lines().sorted().toList());
        assertThat(moved.indexOf("id: b")).isLessThan(moved.indexOf("id: a"));
    }

    @Test
    void anElementComesAsAuthorsWriteIt() {
        var more = changed(it -> it.withArray("documents")
                .addObject()
                .put("id", "c")
                .put("originals", 1)
                .set("name", it.objectNode().put("vi", "Ba").put("en", "Three")));
        assertThat(more)
                .isEqualTo(TEXT.replace(
                        "'007']\n",
                        "'007']\n\n  - id: \"c\"\n    originals: 1\n    name: {vi: \"Ba\", en: \"Three\"}\n"));
    }

    @Test
    void ofEveryPackageOnlyTheLinesOfAnElementChange() {
        var seen = 0;
        for (var it : StudioPackageTest.all()) {
            for (var part : StudioPackageTest.parts(it)) {
                for (var one : it.elements(part)) {
                    var typed = new HashMap<>(it.inputs(part, one.id(), one.kind()));
                    if (typed.replace("vi", "Một câu khác") != null
                            || typed.replace("name.vi", "Một tên khác") != null) {
                        typed.computeIfPresent("en", (_, value) -> value.isEmpty() ? "Other" : value);
                        typed.computeIfPresent("name.en", (_, value) -> value.isEmpty() ? "Other" : value);
                        var after = it.change(part, one.id(), one.kind(), typed);
                        assertThat(differing(text(it, part), text(after, part)))
                                .as(part.word() + " " + one.id())
                                .isLessThanOrEqualTo(4);
                        assertThat(comments(text(after, part))).isEqualTo(comments(text(it, part)));
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    /** How many lines lie between the first and the last that differ, in the longer text. */
    private static int differing(String before, String after) {
        var one = before.lines().toList();
        var other = after.lines().toList();
        int head = 0;
        while (head < Math.min(one.size(), other.size()) && one.get(head).equals(other.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(one.size(), other.size()) - head
                && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
            tail++;
        }
        return Math.max(one.size(), other.size()) - head - tail;
    }

    private static List<String> comments(String text) {
        return Arrays.stream(text.split("\n"))
                .filter(it -> it.strip().startsWith("#"))
                .toList();
    }

    private static String text(StudioPackage it, StudioPart part) {
        return it.files().getOrDefault(part.file(), "");
    }

    private static String changed(java.util.function.Consumer<ObjectNode> change) {
        var root = StudioText.read("a.yaml", TEXT);
        change.accept(root);
        var after = StudioText.change("a.yaml", TEXT, root);
        assertThat(StudioText.read("a.yaml", after)).isEqualTo(root);
        return after;
    }

    @Test
    void whatSaysTheSameIsTheSameText() {
        var files = Map.of("form.yaml", TEXT);
        assertThat(StudioText.change("form.yaml", TEXT, StudioText.read("form.yaml", TEXT)))
                .isEqualTo(files.get("form.yaml"));
    }
}
