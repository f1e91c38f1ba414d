package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.TestMessages;

/** What an author is told. */
class DefinitionTest {

    private static List<Fault> faults(String yaml) {
        return catchThrowableOfType(UnsoundDefinition.class, () -> Form.compile(FormDefinition.read(yaml)))
                .faults();
    }

    private static List<String> reasons(String fields) {
        return faults("form: T\nvi: Thử\nsections:\n  - id: s\n    vi: Phần\n    fields:\n" + fields.indent(6)).stream()
                .map(Fault::reason)
                .toList();
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(faults("""
                form: T
                vi: Thử
                colour: red
                sections:
                  - id: Phần 1
                    vi: Phần
                    fields:
                      - { id: a.x, vi: X, kind: colour }
                      - { id: a.x, vi: X, kind: select }
                      - { id: a, vi: X, requird: true }
                """))
                .extracting(Fault::reason)
                .containsExactlyInAnyOrder(
                        "unknownKey",
                        "badSectionId",
                        "unknownKind",
                        "choiceNeeded",
                        "twice",
                        "unknownKey",
                        "partOfAnother");
    }

    @Test
    void mistakesInExpressionsAndLimitsAreFoundToo() {
        assertThat(reasons("- { id: a.x, vi: X, when: a.y }")).containsExactly("unknownName");
        assertThat(reasons("- { id: a.x, vi: X, kind: date, min: morgen }")).containsExactly("badLimit");
        assertThat(reasons("- { id: a.x, vi: X, kind: select, codelist: colours }"))
                .containsExactly("unknownCodelist");
        assertThat(reasons("- { id: a.x, vi: X, pattern: '[' }")).containsExactly("badPattern");
        assertThat(reasons("- { id: a.x, vi: X, must: 'true' }")).containsExactly("mustAndOtherwise");
    }

    @Test
    void aFaultIsASentenceWithItsPlace() {
        var fault = faults("""
                form: T
                vi: Thử
                sections:
                  - id: child
                    vi: Trẻ
                    fields:
                      - { id: child.birthDate, vi: Ngày sinh, kind: date }
                      - { id: child.name, vi: Tên, when: age(child.brithDate) < 6 }
                """).getFirst();
        assertThat(fault.say(TestMessages.all(), Language.VI))
                .isEqualTo(
                        "sections.child.fields.child.name.when, dòng 1, cột 5: không có tên “child.brithDate”; gần nhất:"
                                + " child.birthDate");
    }

    @Test
    void yamlThatCannotBeReadSaysWhere() {
        assertThat(faults("form: T\nvi: [x\n").getFirst()).satisfies(it -> {
            assertThat(it.reason()).isEqualTo("yaml");
            assertThat(it.line()).isPositive();
        });
        assertThat(faults("form: T\nform: U\nvi: x\n").getFirst().reason()).isEqualTo("yaml");
        assertThat(faults("- 1\n- 2\n")).isNotEmpty();
        assertThat(faults("")).isNotEmpty();
    }
}
