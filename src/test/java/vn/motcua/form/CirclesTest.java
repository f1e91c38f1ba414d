package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.TestMessages;

/** What hangs on itself is refused when the form is read; what only looks so is not. */
class CirclesTest {

    private static CompiledForm form(String fields) {
        return Form.compile(FormDefinition.read("""
                form: V
                vi: Vòng
                sections:
                  - id: one
                    vi: Một
                    fields:
                """ + fields.indent(6)));
    }

    private static List<Fault> faults(String fields) {
        try {
            form(fields);
        } catch (UnsoundDefinition e) {
            return e.faults();
        }
        return List.of();
    }

    static Stream<List<String>> circles() {
        return Stream.of(
                List.of("- { id: x, vi: X, when: '!given(x)' }", "sections.one.fields.x.when", "x → x"),
                List.of("- { id: x, vi: X, when: 'x != \"\"' }", "sections.one.fields.x.when", "x → x"),
                List.of("""
                        - { id: a, vi: A, kind: integer, calculate: b + 1 }
                        - { id: b, vi: B, kind: integer, calculate: a + 1 }
                        """, "sections.one.fields.b.calculate", "a → b → a"),
                List.of("""
                        - { id: a, vi: A, kind: integer, when: c > 1 }
                        - { id: b, vi: B, kind: integer, calculate: a + 1 }
                        - { id: c, vi: C, kind: integer, when: 'given(b)' }
                        """, "sections.one.fields.b.calculate", "a → c → b → a"),
                List.of("""
                        - { id: home, vi: Nhà, kind: address, when: 'home.ward == \"\"' }
                        """, "sections.one.fields.home.when", "home → home"),
                List.of("""
                        - { id: rows, vi: Dòng, kind: table, when: 'rows.exists(i, i.n > 1)', columns: [{ id: n, vi: N, kind: integer }] }
                        """, "sections.one.fields.rows.when", "rows → rows"),
                List.of("""
                        - { id: total, vi: Tổng, kind: integer, calculate: 'rows.sum(i, i.n)' }
                        - id: rows
                          vi: Dòng
                          kind: table
                          columns: [{ id: n, vi: N, kind: integer, calculate: total + 1 }]
                        """, "sections.one.fields.rows.columns.n.calculate", "total → rows.n → total"),
                List.of("""
                        - id: rows
                          vi: Dòng
                          kind: table
                          columns:
                            - { id: a, vi: A, kind: integer, calculate: row.b + 1 }
                            - { id: b, vi: B, kind: integer, when: row.a > 0 }
                        """, "sections.one.fields.rows.columns.b.when", "rows.a → rows.b → rows.a"));
    }

    @ParameterizedTest
    @MethodSource("circles")
    void whatHangsOnItselfIsRefusedWithThePlaceAndTheWholeWay(List<String> circle) {
        assertThat(faults(circle.get(0)))
                .singleElement()
                .isEqualTo(new Fault(circle.get(1), 0, 0, "circle", List.of(circle.get(2))));
    }

    @Test
    void aPageThatHangsOnItsOwnQuestionIsRefused() {
        assertThatThrownBy(() -> Form.compile(FormDefinition.read("""
                form: V
                vi: Vòng
                sections:
                  - id: one
                    vi: Một
                    when: 'x == ""'
                    fields: [{ id: x, vi: X }, { id: y, vi: Y }]
                """)))
                .isInstanceOfSatisfying(
                        UnsoundDefinition.class,
                        it -> assertThat(it.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.say(TestMessages.all(), Language.VI))
                                        .startsWith("sections.one.when: vòng lặp: x → x")));
    }

    @Test
    void aShareOfATotalOfOtherCellsIsNoCircle() {
        var form = form("""
                - { id: total, vi: Tổng, kind: integer, calculate: 'rows.sum(i, i.n)' }
                - id: rows
                  vi: Dòng
                  kind: table
                  columns:
                    - { id: n, vi: N, kind: integer }
                    - { id: half, vi: Một nửa, kind: decimal, calculate: row.n / 2 }
                    - { id: share, vi: Phần, kind: decimal, calculate: 'row.half / rows.sum(i, i.half)' }
                    - { id: part, vi: Phần của tổng, kind: decimal, calculate: row.n / total }
                """);
        var kept = form.kept(Map.of("rows", List.of(Map.of("n", 1L), Map.of("n", 3L))), ExpressionsTest.FACTS);

        assertThat(kept).containsEntry("total", 4L);
        assertThat(String.valueOf(kept.get("rows"))).contains("share=0.25", "share=0.75", "part=0.25", "part=0.75");
    }

    @Test
    void aCheckHangsOnAnswersAndClosesNoCircle() {
        assertThat(Form.compile(FormDefinition.read("""
                        form: V
                        vi: Vòng
                        sections:
                          - id: one
                            vi: Một
                            fields: [{ id: x, vi: X, kind: integer }, { id: y, vi: Y, kind: integer, when: x > 1 }]
                        checks:
                          - { id: c, if: y > x, wrong: y, vi: Y không lớn hơn X }
                        """)).definition().checks()).hasSize(1);
    }

    @Test
    void aNameOfARowIsNotTheQuestionOfTheSameName() {
        assertThat(faults("""
                - { id: i, vi: I, kind: integer, calculate: 'rows.sum(i, i.n)' }
                - { id: rows, vi: Dòng, kind: table, columns: [{ id: n, vi: N, kind: integer }] }
                """)).isEmpty();
    }
}
