package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.TestClock;
import vn.motcua.support.Visit;
import vn.motcua.support.WholeProgram;

/**
 * A form with three hundred questions on one page, a hundred of them asked under conditions: how long it takes to leave a field
 * and have the changed parts back, over HTTP, with everything saved. It prints what it measured and judges no
 * time, which depends on the machine and on what else it does; docs/performance.md has the figures and their bar.
 */
@WholeProgram
@Tag("long")
class LargeFormTest {

    private static final int CONDITIONS = 100;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 200;

    private final TestClock clock;
    private final JusticeProcedures justice;
    private final Catalogue catalogue;
    private final String address;

    @Autowired
    LargeFormTest(TestClock clock, JusticeProcedures justice, Catalogue catalogue, @LocalServerPort int port) {
        this.clock = clock;
        this.justice = justice;
        this.catalogue = catalogue;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aFieldOfALargeFormIsSavedAndWhatChangesComesBack() {
        clock.set("2026-11-23T08:00");
        var form = catalogue.get("2.000635").runnableContent().files().getOrDefault("form.yaml", "");
        var code = justice.publishedWith(Map.of("form.yaml", large(form))).code();
        var citizen = new Visit(address).as("Giàng A Sình");
        var start = "/procedures/" + code + "/start";
        var draft = Visit.first(citizen.local(citizen.fill(start, start, Map.of())), "(/drafts/[0-9a-f-]+)");
        var answers = new HashMap<String, String>();
        answers.put("section", "big");
        answers.put("_csrf", Visit.token(citizen.get(draft + "/form/big").body()));
        for (int i = 1; i <= CONDITIONS; i++) {
            answers.put("big.s" + i, "B");
            answers.put("big.n" + i, Integer.toString(i));
        }

        var millis = new double[ROUNDS];
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            int asked = 1 + i % CONDITIONS;
            answers.put(
                    "big.s" + asked, answers.getOrDefault("big.s" + asked, "").equals("A") ? "B" : "A");
            var begun = System.nanoTime();
            var answer = citizen.send(draft + "/field", answers);
            var took = (System.nanoTime() - begun) / 1e6;
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("big.t" + asked)
                    .doesNotContain("big.t" + (1 + asked % CONDITIONS) + "\"");
            if (i >= WARM_UP) {
                millis[i - WARM_UP] = took;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "a field of 300, 100 under conditions, saved and answered: p50 %.1f ms, p95 %.1f ms%n",
                millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
    }

    /** The form with a page more: a hundred choices, a hundred numbers, and a hundred texts that hang on both. */
    private static String large(String form) {
        var page = new StringBuilder("""
                  - id: big
                    vi: Trang dài
                    en: A long page
                    fields:
                """);
        for (int i = 1; i <= CONDITIONS; i++) {
            page.append("""
                      - id: big.s%1$d
                        vi: Chọn cách thứ %1$d
                        en: Choice number %1$d
                        kind: select
                        options:
                          A: { vi: Cách một, en: One }
                          B: { vi: Cách hai, en: Two }
                      - id: big.n%1$d
                        vi: Số lượng thứ %1$d
                        en: Amount number %1$d
                        kind: integer
                      - id: big.t%1$d
                        vi: Nói thêm về cách thứ %1$d
                        en: More about choice %1$d
                        kind: text
                        when: big.s%1$d == 'A' && big.n%1$d > 0
                """.formatted(i));
        }
        return form.replace("  - id: commit\n", page + "  - id: commit\n");
    }
}
