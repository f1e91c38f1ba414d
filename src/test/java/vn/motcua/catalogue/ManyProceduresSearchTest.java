package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How much processor time the server takes to look among ten thousand procedures for what people ask every day, without the way there and back: the
 * catalogue that comes with the program and made-up records whose names are halves of real ones. It prints what it measured and
 * judges no time, which depends on the machine and on what else it does; docs/performance.md has the figures and their bar.
 */
@Tag("long")
class ManyProceduresSearchTest {

    private static final int PROCEDURES = 10_000;
    private static final int ROUNDS = 5;
    private static final Path QUESTIONS = Path.of("src/test/resources/catalogue");

    @Test
    void whatPeopleAskIsFoundAmongTenThousandProcedures() throws IOException {
        var shelf = new Shelf(procedures());
        assertThat(shelf.all()).hasSize(PROCEDURES);
        var questions = new ArrayList<String>();
        for (var file : List.of("everyday-queries.tsv", "everyday-queries-frozen.tsv")) {
            Files.readAllLines(QUESTIONS.resolve(file)).stream()
                    .filter(it -> !it.startsWith("#") && it.contains("\t"))
                    .map(it -> it.substring(0, it.indexOf('\t')))
                    .forEach(questions::add);
        }
        var clock = ManagementFactory.getThreadMXBean();
        var millis = new double[0];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            millis = new double[questions.size()];
            for (int i = 0; i < questions.size(); i++) {
                var begun = clock.getCurrentThreadCpuTime();
                found += shelf.search(SearchQuery.of(questions.get(i))).total() > 0 ? 1 : 0;
                millis[i] = (clock.getCurrentThreadCpuTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d questions among %d procedures: p50 %.1f ms, p95 %.1f ms, longest %.1f ms of processor time%n",
                questions.size(),
                PROCEDURES,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length - 1]);
        assertThat(found).isGreaterThan(ROUNDS * questions.size() * 9 / 10);
    }

    private static List<ProcedureRevision> procedures() {
        var all = new ArrayList<ProcedureRevision>();
        Publication.builtInBesides(Set.of()).forEach(it -> all.add(it.compiled()));
        int real = all.size();
        for (int i = 0; all.size() < PROCEDURES; i++) {
            var one = all.get(i % real).record();
            var other = all.get((7 * i + 13) % real).record();
            all.add(Revisions.Stored.of(renamed(one, "9.%06d".formatted(400_000 + i), name(one, other, i)), Map.of())
                    .compiled());
        }
        return all;
    }

    private static String name(ProcedureRecord one, ProcedureRecord other, int number) {
        var first = one.name().split(" ");
        var second = other.name().split(" ");
        return String.join(" ", Arrays.asList(first).subList(0, (first.length + 1) / 2))
                + " "
                + String.join(" ", Arrays.asList(second).subList(second.length / 2, second.length))
                + " (bịa ra số %d)".formatted(number);
    }

    private static ProcedureRecord renamed(ProcedureRecord it, String code, String name) {
        return new ProcedureRecord(
                code,
                name,
                name,
                it.sector(),
                it.issuer(),
                it.levels(),
                it.serviceLevel(),
                it.partialReason(),
                it.agencyType(),
                it.agencies(),
                it.subjects(),
                it.decision(),
                it.channels(),
                it.cases(),
                it.results(),
                it.legalBasis(),
                it.requirements(),
                it.keywords(),
                it.trust(),
                it.detailUrl(),
                it.source());
    }
}
