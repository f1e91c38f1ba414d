package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How often the right procedure is among the first three, measured on what people really type. The list grows; the rate
 * may not fall.
 */
class RelevanceTest {

    private static final Path QUERIES = Path.of("src/test/resources/catalogue/everyday-queries.tsv");

    @Test
    void theRightProcedureIsAmongTheFirstThree() throws Exception {
        var shelf = new Shelf(Publication.builtInBesides(Set.of()).stream()
                .map(Revisions.Stored::compiled)
                .toList());
        var missed = new ArrayList<String>();
        var asked = Files.readAllLines(QUERIES).stream()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(it -> it.split("\t", -1))
                .toList();
        int first = 0;
        for (var line : asked) {
            var expected = List.of(line[1].split(",", -1));
            var codes = shelf.search(SearchQuery.of(line[0])).hits().stream()
                    .map(it -> it.revision().code())
                    .toList();
            if (!codes.isEmpty() && expected.contains(codes.getFirst())) {
                first++;
            }
            if (codes.stream().limit(3).noneMatch(expected::contains)) {
                missed.add(line[0] + " -> " + codes.stream().limit(3).toList());
            }
        }
        double rate = 1 - (double) missed.size() / asked.size();
        var report = "%d queries: first %.1f %%, first three %.1f %%; missed %s"
                .formatted(asked.size(), 100.0 * first / asked.size(), 100 * rate, missed);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/relevance.txt"), report);
        assertThat(rate).as("%s", report).isGreaterThanOrEqualTo(0.95);
    }
}
