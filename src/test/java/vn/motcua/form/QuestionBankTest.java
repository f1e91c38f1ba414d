package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same question of all procedures has one key. */
class QuestionBankTest {

    @Test
    void aFieldIsAQuestionOfTheBank() {
        var read = FormDefinition.read(form("{id: a, vi: Tên, kind: personName, bank: person.full-name}"));
        assertThat(read.fields().findFirst().orElseThrow().bank()).contains("person.full-name");
    }

    @Test
    void aQuestionThatTheBankDoesNotKnowIsRefused() {
        assertThat(faults("{id: a, vi: Tên, kind: personName, bank: person.nickname}"))
                .containsExactly("unknownQuestion");
    }

    @Test
    void theKindAndTheListAreThoseOfTheBank() {
        assertThat(faults("{id: a, vi: Tên, kind: text, bank: person.full-name}"))
                .containsExactly("bankOtherKind");
        assertThat(faults("{id: a, vi: Giới tính, kind: select, codelist: countries, bank: person.sex}"))
                .containsExactly("bankOtherKind");
        assertThat(faults("{id: a, vi: Giới tính, kind: select, codelist: genders, bank: person.sex}"))
                .isEmpty();
    }

    @Test
    void aFormAsksAQuestionOfTheBankOnceAndNotInARow() {
        assertThat(faults(
                        "{id: a, vi: Tên, kind: personName, bank: person.full-name}",
                        "{id: b, vi: Tên, kind: personName, bank: person.full-name}"))
                .containsExactly("questionTwice");
        assertThat(
                        faults(
                                "{id: a, vi: Bảng, kind: table, columns: [{id: n, vi: Tên, kind: personName, bank: person.full-name}]}"))
                .containsExactly("bankNotHere");
    }

    @Test
    void everyQuestionHasNamesInBothLanguagesAndAListThatExists() {
        assertThat(QuestionBank.standard().all()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.name().vi()).isNotBlank();
            assertThat(it.name().en()).isNotBlank().isNotEqualTo(it.name().vi());
            assertThat(it.key()).matches("[a-z-]+\\.[a-z-]+");
            assertThat(it.codelist().stream().toList())
                    .isSubsetOf(CodeLists.standard().names());
            assertThat(it.codelist().isPresent()).isEqualTo(it.kind() == Kind.SELECT);
        });
    }

    @Test
    void ethnicGroupsAreSensitive() {
        assertThat(QuestionBank.standard().all())
                .filteredOn(QuestionBank.Question::sensitive)
                .extracting(QuestionBank.Question::key)
                .containsExactly("person.ethnic-group", "mother.ethnic-group", "father.ethnic-group");
    }

    @Test
    void shippedFormsShareQuestions() {
        var asked = Packages.codes().stream()
                .flatMap(it -> Packages.form(it).definition().fields())
                .flatMap(it -> it.bank().stream())
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        assertThat(asked.getOrDefault("person.email", 0L)).isGreaterThanOrEqualTo(3);
        assertThat(asked.getOrDefault("person.full-name", 0L)).isGreaterThanOrEqualTo(3);
    }

    private static List<String> faults(String... fields) {
        return Optional.ofNullable(
                        catchThrowableOfType(UnsoundDefinition.class, () -> FormDefinition.read(form(fields))))
                .map(it -> it.faults().stream().map(Fault::reason).toList())
                .orElse(List.of());
    }

    private static String form(String... fields) {
        return """
                form: T
                vi: Thử
                sections:
                  - id: a
                    vi: Một
                    fields:
                """ + Stream.of(fields).map(it -> "      - " + it + "\n").collect(Collectors.joining());
    }
}
