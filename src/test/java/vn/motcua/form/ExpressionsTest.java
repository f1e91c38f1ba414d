package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;

class ExpressionsTest {

    static final Facts FACTS = Facts.of("ONLINE", LocalDateTime.of(2026, 11, 22, 9, 0));

    private final CompiledForm form = Form.compile(FormDefinition.read("""
            form: T
            vi: Thử
            parameters:
              province.free: { kind: boolean, default: false, vi: Miễn phí }
              n: { kind: integer, default: 8, vi: Số }
              m: { kind: integer, default: 8, vi: Số khác }
            questions:
              - { id: case, vi: Trường hợp, kind: select, options: { a: A, b: B } }
            sections:
              - id: all
                vi: Tất cả
                fields:
                  - { id: p.name, vi: Tên, kind: personName }
                  - { id: p.birth, vi: Ngày sinh, kind: date, acceptYearOnly: true }
                  - { id: p.death, vi: Ngày mất, kind: datetime }
                  - { id: p.area, vi: Diện tích, kind: decimal }
                  - { id: p.count, vi: Số người, kind: integer }
                  - { id: p.home, vi: Nơi ở, kind: address }
                  - id: docs.items
                    vi: Giấy tờ
                    kind: table
                    columns:
                      - { id: name, vi: Tên, kind: text }
                      - { id: pages, vi: Số trang, kind: integer }
                      - { id: copies, vi: Số bản, kind: integer }
                      - { id: from, vi: Từ, kind: month }
            """));

    private boolean holds(String condition, Map<String, Object> answers) {
        return form.expressions().condition("here", condition).holds(form.situation(answers, FACTS));
    }

    private Dong amount(String amount, Map<String, Object> answers) {
        return form.expressions().amount("here", amount).of(form.situation(answers, FACTS));
    }

    private Fault fault(String condition) {
        try {
            form.expressions().condition("here", condition);
        } catch (UnsoundDefinition e) {
            return e.faults().getFirst();
        }
        throw new AssertionError("compiled: " + condition);
    }

    @Test
    void aWholeNumberAndABrokenOneMix() {
        assertThat(holds("p.area / p.count < 8", Map.of("p.area", 15.5, "p.count", 2L)))
                .isTrue();
        assertThat(holds("p.count == 2", Map.of("p.count", 2))).isTrue();
        assertThat(amount("0.005 * max(p.area, 3)", Map.of("p.area", 1100.0))).isEqualTo(new Dong(6));
    }

    @Test
    void rowsAreSummedAndCounted() {
        Map<String, Object> answers = Map.of(
                "docs.items",
                List.of(Map.of("pages", 5L, "copies", 2L), Map.of("pages", 300L, "copies", 1L), Map.of()));
        var fee = "docs.items.sum(i, i.copies * min(200000, 2000 * min(i.pages, 2) + 1000 * max(i.pages - 2, 0)))";
        assertThat(amount(fee, answers)).isEqualTo(new Dong(214_000));
        assertThat(holds("docs.items.count(i, i.pages > 4) == 2 && count(docs.items) == 3", answers))
                .isTrue();
        assertThat(holds("docs.items.exists(i, i.from > today)", answers)).isFalse();
    }

    @Test
    void datesAreComparedAndCounted() {
        Map<String, Object> answers = Map.of("p.birth", "1985", "p.death", "2026-11-01T08:30");
        assertThat(holds("p.birth < p.death && daysBetween(p.death, today) == 21", answers))
                .isTrue();
        assertThat(holds("age(p.birth) == 41 && ageAt(p.birth, date('2003-01-01')) == 18", answers))
                .isTrue();
        assertThat(holds("addYears(p.birth, 2) == date('1987-01-01')", answers)).isTrue();
        assertThat(holds("workingDaysBetween(date('2026-11-20'), today) == 0", answers))
                .isTrue();
    }

    @Test
    void aMissingDateIsNotKnownAndTheRestIsEmpty() {
        assertThat(holds("age(p.birth) < 6", Map.of())).isFalse();
        assertThat(holds("!(age(p.birth) < 6)", Map.of())).isFalse();
        assertThat(holds("p.birth < p.death", Map.of())).isFalse();
        assertThat(holds("p.name == '' || age(p.birth) < 6", Map.of())).isTrue();
        assertThat(holds("!given(p.birth) && p.count == 0 && p.home.ward == ''", Map.of()))
                .isTrue();
        assertThat(holds("p.area / p.count < 8", Map.of())).isFalse();
        assertThat(amount("1000 * age(p.birth)", Map.of())).isEqualTo(Dong.ZERO);
        assertThat(amount("1e300 * 2", Map.of())).isEqualTo(new Dong(1_000_000_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 - 2",
                "-0.4",
                "1 / p.count",
                "0 / p.count",
                "-1 / p.count",
                "p.name.matches('((') ? 8000 : 0",
                "p.count > 5 ? 8000 : p.count - 1"
            })
    void anAmountThatCannotBeToldIsRefusedAndNeverFree(String amount) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> amount(amount, Map.of()))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AmountRefusal.AMOUNT_NOT_KNOWN))
                .satisfies(it -> assertThat(it.arguments()).containsExactly("here"));
    }

    @Test
    void whatHangsOnAnAnswerThatIsNotGivenIsNothingYet() {
        assertThat(amount("p.birth < today ? 8000 : 1000", Map.of())).isEqualTo(Dong.ZERO);
        assertThat(amount(
                        "docs.items.sum(i, daysBetween(i.from, today) * 1000)",
                        Map.of("docs.items", List.of(Map.of()))))
                .isEqualTo(Dong.ZERO);
        assertThat(amount("-0.0", Map.of())).isEqualTo(Dong.ZERO);
    }

    @Test
    void factsAreAsked() {
        var facts = FACTS.withParameters(Map.of("province.free", true, "n", 5))
                .withData("residence"::equals)
                .withRegisters((question, key) -> question + key);
        var situation = form.situation(Map.of("p.name", "Mỵ"), facts);
        var all = "province.free && param('n', 8) == 5 && param('m', 8) == 8 && dataAvailable('residence')"
                + " && !dataAvailable('identity') && registry('companyName', p.name) == 'companyNameMỵ' && channel == 'ONLINE'";
        assertThat(form.expressions().condition("here", all).holds(situation)).isTrue();
    }

    @Test
    void mistakesAreNamedWithTheirPlace() {
        assertThat(fault("p.name != '' && p.brith < today"))
                .isEqualTo(new Fault("here", 1, 17, "unknownName", List.of("p.brith", "p.birth")));
        assertThat(fault("given(p.brith)").reason()).isEqualTo("unknownName");
        assertThat(fault("ege(p.birth) > 3")).satisfies(it -> {
            assertThat(it.reason()).isEqualTo("unknownFunction");
            assertThat(it.arguments()).containsExactly("ege", "age");
        });
        assertThat(fault("age(p.name) < 3").arguments()).containsExactly("age", "text");
        assertThat(fault("p.name < 3").arguments()).containsExactly("<", "text, number");
        assertThat(fault("p.name").reason()).isEqualTo("wrongResult");
        assertThat(fault("docs.items.exists(i, i.page > 3)").reason()).isEqualTo("unknownColumn");
        assertThat(fault("case == 'c'").arguments()).containsExactly("c", "case", "a, b");
        assertThat(fault("channel in ['ONLINE', 'FAX']").reason()).isEqualTo("unknownOption");
        assertThat(fault("p.home == ''").reason()).isEqualTo("addressHasParts");
        assertThat(fault("case = 'a'").reason()).isEqualTo("oneEqualsSign");
        assertThat(fault("p.count >").reason()).isEqualTo("syntax");
    }

    @Test
    void aNameThatNobodyWillEverAnswerIsRefusedWithItsPlace() {
        assertThat(fault("p.name != '' && param('fre', 8) == 5"))
                .isEqualTo(new Fault("here", 1, 24, "unknownParameter", List.of("fre", "m, n, province.free")));
        assertThat(fault("param('n', 'eight') == 'eight'").arguments()).containsExactly("n", "integer");
        assertThat(fault("dataAvailable('residense')").reason()).isEqualTo("unknownData");
        assertThat(fault("registry('marriages', p.name) == ''").reason()).isEqualTo("unknownRegister");
        assertThat(fault("dataAvailable(p.name)")).satisfies(it -> {
            assertThat(it.reason()).isEqualTo("nameNotPlain");
            assertThat(it.arguments()).containsExactly("dataAvailable");
        });
        KnownSources.HELD.forEach(
                it -> assertThat(holds("dataAvailable('" + it + "')", Map.of())).isFalse());
    }

    @Test
    void anExpressionAsLongAsABookIsRefused() {
        assertThatExceptionOfType(UnsoundDefinition.class)
                .isThrownBy(() -> form.expressions().condition("here", "p.count == 1 || ".repeat(1000) + "true"));
    }

    @Test
    void threeHundredFieldsWithAHundredConditionsAreOneForm() {
        var yaml = new StringBuilder("form: B\nvi: Lớn\nsections:\n  - id: s\n    vi: S\n    fields:\n");
        for (int i = 0; i < 300; i++) {
            yaml.append("      - { id: f.n%d, vi: N, kind: integer%s }\n"
                    .formatted(i, i % 3 == 2 ? ", when: f.n%d > %d".formatted(i - 1, i) : ""));
        }
        var big = Form.compile(FormDefinition.read(yaml.toString()));
        Map<String, Object> answers = new java.util.HashMap<>();
        for (int i = 0; i < 300; i++) {
            answers.put("f.n" + i, 150L);
        }
        assertThat(SectionView.of(big, "s", answers, FACTS, List.of()).fields()).hasSize(300);
        assertThat(big.visible(answers, FACTS)).hasSize(250);

        var before = SectionView.of(big, "s", answers, FACTS, List.of());
        var times = new java.util.ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            var begun = System.nanoTime();
            var after = big.parse("s", Map.of("f.n1", List.of(i % 2 == 0 ? "0" : "150")), answers);
            var changed = SectionView.of(big, "s", after, FACTS, List.of()).changedSince(before);
            times.add(System.nanoTime() - begun);
            assertThat(changed.stream().map(FieldView::name).anyMatch("f.n2"::equals))
                    .as("the question that hangs on what was saved")
                    .isEqualTo(i % 2 == 0);
        }
        times.sort(null);
        assertThat(times.get(times.size() / 2) / 1_000_000)
                .as("ms for saving a field and finding what changed, median of 40")
                .isLessThan(100);
    }
}
