package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} answers every requirement of levels 1 and 2, and names only what exists. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("docs/security.md");
    /** The numbers of the requirements alone, each with its level; their words are not ours. */
    private static final Path NUMBERS = Path.of("src/test/resources/security/asvs-5.0-numbers.tsv");

    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| (.+) \\| (.+) \\| (.+) \\| (.+) \\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
    private static final Pattern FILE = Pattern.compile("`((?:docs|src)/[^`]+|[A-Z]+\\.md)`");

    private static final Pattern SECTION = Pattern.compile("below, \"([^\"]+)\"");

    private record Row(String number, String words, String state, String where, String test) {}

    @Test
    void everyRequirementOfLevelsOneAndTwoIsThereOnce() throws IOException {
        var asked = Files.readAllLines(NUMBERS).stream()
                .map(it -> it.split("\t", -1))
                .filter(it -> Integer.parseInt(it[1]) <= 2)
                .map(it -> it[0])
                .toList();
        assertThat(asked).hasSize(253);
        assertThat(rows()).extracting(Row::number).containsExactlyElementsOf(asked);
    }

    @Test
    void everyRowSaysWhetherAndWhere() throws IOException {
        assertThat(rows()).allSatisfy(it -> {
            assertThat(it.state()).isIn("met", "not applicable", "not yet");
            assertThat(it.where()).isNotEqualTo("–");
        });
    }

    @Test
    void whatItNamesExists() throws IOException {
        var main = names(Path.of("src/main/java"));
        var tests = names(Path.of("src/test/java"));
        var missing = new ArrayList<String>();
        for (var row : rows()) {
            missing.addAll(missing(row, row.where(), main));
            missing.addAll(missing(row, row.test(), tests));
        }
        assertThat(missing).isEmpty();
    }

    /** A test by name or, where none can be, why. */
    @Test
    void everyMetRowNamesItsTest() throws IOException {
        assertThat(rows().stream().filter(it -> it.state().equals("met")).toList())
                .allSatisfy(it -> assertThat(
                                NAME.matcher(it.test()).find() || it.test().matches("none: .{10,}"))
                        .as(it.number() + " " + it.words() + ": " + it.test())
                        .isTrue());
        assertThat(rows().stream().filter(it -> it.test().startsWith("none: ")).toList())
                .as("without a test")
                .hasSizeLessThan(5);
    }

    /** Where a row says that something stands below, it does. */
    @Test
    void theSectionsItPointsToAreThere() throws IOException {
        var headings = Files.readAllLines(PAGE).stream()
                .filter(it -> it.startsWith("## "))
                .map(it -> it.substring(3))
                .collect(Collectors.toSet());
        var named = rows().stream()
                .flatMap(it -> SECTION.matcher(it.where()).results())
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(headings).containsAll(named);
    }

    @Test
    void theCountsAboveTheTableAreRight() throws IOException {
        var counts = rows().stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));
        assertThat(Files.readString(PAGE))
                .contains("%d met, %d not applicable, %d not yet"
                        .formatted(counts.get("met"), counts.get("not applicable"), counts.get("not yet")));
    }

    private static List<String> missing(Row row, String text, Set<String> known) {
        var missing = new ArrayList<String>();
        NAME.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !known.contains(it))
                .forEach(it -> missing.add(row.number() + " " + it));
        FILE.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !Files.exists(Path.of(it)))
                .forEach(it -> missing.add(row.number() + " " + it));
        return missing;
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(it -> it.matches())
                .map(it -> new Row(it.group(1), it.group(2), it.group(3), it.group(4), it.group(5)))
                .toList();
    }

    private static Set<String> names(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.substring(0, it.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
