package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.support.GeneratedDoc;

/**
 * How often the right procedure is among the first three, measured on what people really type. One half of the questions
 * was laid aside before the search was tuned on the other; the rates may not fall.
 */
class RelevanceTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/catalogue");

    private static Shelf shelf;

    /** What one list of questions found. */
    private record Score(int asked, int first, List<String> missed) {

        double firstThree() {
            return 1 - (double) missed.size() / asked;
        }

        String row(String name) {
            return "| %s | %d | %s | %s |".formatted(name, asked, percent(1.0 * first / asked), percent(firstThree()));
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }

        String words() {
            return "%d questions: first %.1f %%, first three %.1f %%"
                    .formatted(asked, 100.0 * first / asked, 100 * firstThree());
        }
    }

    @BeforeAll
    static void loadTheCatalogue() {
        shelf = new Shelf(Publication.builtInBesides(Set.of()).stream()
                .map(Revisions.Stored::compiled)
                .toList());
    }

    @Test
    void ofTheQuestionsItWasTunedOnNineteenInTwentyFindTheirProcedureAmongTheFirstThree() throws Exception {
        var score = score("everyday-queries.tsv");
        assertThat(score.firstThree()).as("%s", score).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void ofTheQuestionsLaidAsideAsManyFindTheirsAsWhenTheyWereFirstAsked() throws Exception {
        var score = score("everyday-queries-frozen.tsv");
        assertThat(score.firstThree()).as("%s", score.words()).isGreaterThanOrEqualTo(0.89);
    }

    @Test
    void thePageSaysWhatWasMeasured() throws Exception {
        var tuned = score("everyday-queries.tsv");
        var laidAside = score("everyday-queries-frozen.tsv");
        GeneratedDoc.isCurrent("search.md", """
                # How good the search is

                Drawn by `RelevanceTest` (`./motcua docs`); what it means: [search](../search.md).

                | | questions | right one first | among the first three |
                | --- | --- | --- | --- |
                %s
                %s
                """.formatted(tuned.row("tuned on"), laidAside.row("laid aside")));
    }

    private static Score score(String file) throws Exception {
        int first = 0;
        var missed = new ArrayList<String>();
        var lines = Files.readAllLines(QUESTIONS.resolve(file)).stream()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(it -> it.split("\t", -1))
                .toList();
        for (var line : lines) {
            var expected = Arrays.asList(line[1].split(",", -1));
            var found = shelf.search(SearchQuery.of(line[0])).hits().stream()
                    .map(it -> it.revision().code())
                    .limit(3)
                    .toList();
            if (!found.isEmpty() && expected.contains(found.getFirst())) {
                first++;
            }
            if (found.stream().noneMatch(expected::contains)) {
                missed.add(line[0] + " -> " + found);
            }
        }
        var score = new Score(lines.size(), first, missed);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/relevance-" + file + ".txt"), score.words() + System.lineSeparator());
        return score;
    }
}
