package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A place to sign stands on paper and is answered nowhere. */
class SignaturePlaceTest {

    private static final String PLACE = "a.sign";
    private static final CompiledForm FORM = AnswersTest.FORM;
    private static final Facts FACTS = AnswersTest.FACTS;

    @Test
    void nothingIsAskedThere() {
        assertThat(FORM.validate(Map.of(), FACTS)).noneMatch(it -> it.fieldId().equals(PLACE));
        assertThat(FORM.parse("all", Map.of(PLACE, java.util.List.of("x")), Map.of()))
                .doesNotContainKey(PLACE);
        assertThat(FORM.jsonSchema(FACTS.now()).path("properties").propertyNames())
                .doesNotContain(PLACE);
        var check = AnswersCheck.of(FORM, JsonMapper.shared().readTree("{\"a.sign\": \"x\"}"), FACTS);
        assertThat(check.asked()).doesNotContain(PLACE);
        assertThat(check.answers()).doesNotContainKey(PLACE);
        assertThat(check.unknown()).containsExactly(PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "required: true",
                "calculate: a",
                "prefill: vneid",
                "bank: person.full-name",
                "default: x",
                "signs: nobody"
            })
    void whatOnlyAnswersHaveIsRefused(String more) {
        assertThatThrownBy(() -> Form.compile(FormDefinition.read(form("kind: signature, " + more))))
                .isInstanceOf(UnsoundDefinition.class);
        Form.compile(FormDefinition.read(form("kind: signature, signs: a")));
    }

    @Test
    void onlyAPlaceSaysWhoSigns() {
        assertThatThrownBy(() -> FormDefinition.read(form("kind: text, signs: a")))
                .isInstanceOf(UnsoundDefinition.class);
    }

    @Test
    void aPlaceBeforeTheFormWouldNeverBePrintedAndIsRefused() {
        var yaml = form("kind: text")
                .replace("sections:", "questions:\n  - {id: c, vi: Người khai, kind: signature}\nsections:");
        assertThatThrownBy(() -> FormDefinition.read(yaml))
                .isInstanceOfSatisfying(
                        UnsoundDefinition.class,
                        it -> assertThat(it.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.place() + " " + fault.reason())
                                        .isEqualTo("questions.c signatureNotHere")));
    }

    @Test
    void theDeclarationMayHavePlacesToSign() {
        var commit = Packages.form("1.000894").definition().section("commit").orElseThrow();
        assertThat(commit.fields()).extracting(Field::kind).contains(Kind.SIGNATURE, Kind.CONSENT);
        assertThat(commit.declares()).isTrue();
    }

    private static String form(String more) {
        return """
                form: T
                vi: Thử
                sections:
                  - id: one
                    vi: Một
                    fields:
                      - {id: a, vi: Tên, kind: personName}
                      - {id: b, vi: Người khai, %s}
                """.formatted(more);
    }
}
