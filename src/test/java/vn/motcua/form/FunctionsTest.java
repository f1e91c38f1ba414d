package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Refused;

/** What each function of the expressions gives, at its edges too. Sunday, 22 November 2026, 9 o'clock. */
class FunctionsTest {

    private static final Facts FACTS = Facts.of("ONLINE", LocalDateTime.of(2026, 11, 22, 9, 0))
            .withParameters(Map.of("free", true, "least", 9.5, "word", "đỏ"));

    private static final CompiledForm FORM = Form.compile(FormDefinition.read("""
            form: H
            vi: Hàm
            parameters:
              free: { kind: boolean, default: false, vi: Miễn }
              least: { kind: decimal, default: 8, vi: Ít nhất }
              word: { kind: text, default: xanh, vi: Chữ }
            sections:
              - id: one
                vi: Một
                fields:
                  - { id: born, vi: Sinh, kind: date }
                  - { id: leap, vi: Nhuận, kind: date }
                  - { id: none, vi: Không, kind: date }
                  - { id: name, vi: Tên, kind: text }
                  - { id: trades, vi: Nghề, kind: choices, options: { A: A, B: B } }
                  - id: rows
                    vi: Dòng
                    kind: table
                    columns: [{ id: n, vi: N, kind: integer }, { id: main, vi: Chính, kind: boolean }]
            """));

    private static final Map<String, Object> ANSWERS = Map.of(
            "born", "2008-11-23",
            "leap", "2024-02-29",
            "name", "Giàng Thị Mỵ",
            "trades", List.of("A"),
            "rows", List.of(Map.of("n", 2L, "main", true), Map.of("n", 5L), Map.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "given(name) && !given(none)",
                "age(born) == 17",
                "ageAt(born, date('2026-11-23')) == 18",
                "ageAt(leap, date('2025-02-28')) == 0 && ageAt(leap, date('2025-03-01')) == 1",
                "daysBetween(date('2026-11-20'), today) == 2 && daysBetween(today, date('2026-11-20')) == -2",
                "daysBetween(leap, addYears(leap, 1)) == 365 && daysBetween(leap, addYears(leap, 4)) == 1461",
                "workingDaysBetween(date('2026-11-19'), date('2026-11-23')) == 2",
                "workingDaysBetween(date('2026-11-23'), date('2026-11-19')) == -2",
                "workingDaysBetween(today, today) == 0",
                "addYears(leap, 1) == date('2025-02-28')",
                "addMonths(date('2026-01-31'), 1) == date('2026-02-28')",
                "addMonths(date('2026-03-31'), -1) == date('2026-02-28')",
                "addDays(date('2026-12-31'), 1) == date('2027-01-01')",
                "year(born) == 2008",
                "date('2026-11') == date('2026-11-01') && date('2026') == date('2026-01-01')",
                "min(2, 3) == 2 && max(2, 3) == 3 && min(-1, 0) == -1",
                "round(2.5) == 3 && round(-2.5) == -2 && round(2.4) == 2",
                "length(name) == 12 && length('') == 0",
                "rows.sum(i, i.n) == 7",
                "rows.count(i, i.main) == 1 && count(rows) == 3 && count(trades) == 1",
                "rows.exists(i, i.n > 4) && !rows.exists(i, i.n > 5)",
                "rows.all(i, i.n >= 0) && !rows.all(i, i.main)",
                "count(rows.filter(i, i.n > 1)) == 2",
                "sum(rows.map(i, i.n * 2)) == 14",
                "param('least', 8) == 9.5 && param('free', false) && param('word', 'xanh') == 'đỏ'",
                "!dataAvailable('residence')",
                "registry('companyName', name) == ''",
                "name.contains('Thị') && name.startsWith('Giàng') && name.endsWith('Mỵ') && name.matches('^G.*ỵ$')",
                "'A' in trades && !('B' in trades)"
            })
    void itGivesWhatTheDocumentationSays(String expression) {
        assertThat(holds(expression)).as(expression).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age(none) >= 0",
                "!(age(none) >= 0)",
                "addYears(none, 1) > today",
                "daysBetween(none, today) == 0",
                "year(none) == 0"
            })
    void whatHangsOnAMissingDateIsNotKnown(String expression) {
        assertThat(holds(expression)).as(expression).isFalse();
    }

    @Test
    void everyFunctionIsTriedHereAndStandsInTheDocumentation() throws IOException {
        var tried = Files.readString(Path.of("src/test/java/vn/motcua/form/FunctionsTest.java"));
        var page = Files.readString(Path.of("docs/procedure-package.md"));
        var names = new Functions().names();

        assertThat(names).isNotEmpty();
        assertThat(names.stream().filter(it -> !tried.contains(it + "(")).collect(Collectors.toSet()))
                .as("not tried")
                .isEmpty();
        assertThat(names.stream().filter(it -> !page.contains(it + "(")).collect(Collectors.toSet()))
                .as("not documented")
                .isEmpty();
    }

    @Test
    void anAmountIsNeverLessThanNothing() {
        var less = FORM.expressions().amount("fee", "min(-5, 3)");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> less.of(FORM.situation(ANSWERS, FACTS)))
                .satisfies(it -> assertThat(it.code()).isEqualTo(AmountRefusal.AMOUNT_NOT_KNOWN));
    }

    private static boolean holds(String expression) {
        return FORM.expressions().condition("here", expression).holds(FORM.situation(ANSWERS, FACTS));
    }
}
