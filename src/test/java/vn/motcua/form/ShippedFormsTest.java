package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Dong;

class ShippedFormsTest {

    static final Facts FACTS = Facts.of("ONLINE", LocalDateTime.of(2026, 11, 22, 9, 0));

    static List<String> codes() {
        return Packages.codes();
    }

    @Test
    void thereAreThirtyOne() {
        assertThat(codes()).hasSize(31);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyFormIsSoundAndSpeaksBothLanguages(String code) {
        var definition = Packages.form(code).definition();
        assertThat(definition.fields().map(Field::label)).allSatisfy(it -> {
            assertThat(it.vi()).isNotBlank().doesNotContain("TODO");
            assertThat(it.en().codePoints())
                    .noneMatch(c -> "ăâđêôơưĂÂĐÊÔƠƯ".indexOf(c) >= 0
                            && !it.en().contains("đồng")
                            && !it.en().contains("Hộ kinh doanh"));
        });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void anEmptyFormSaysWhatIsMissingAndNothingElse(String code) {
        var form = Packages.form(code);
        assertThat(form.validate(form.begin(), FACTS))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.key())
                        .isIn(
                                "form.problem.enter",
                                "form.problem.choose",
                                "form.problem.answerYesNo",
                                "form.problem.agree",
                                "form.problem.addRow",
                                "form.problem.attach",
                                "form.problem.enterAddress"));
    }

    static Map<String, Object> birth() {
        var home = Map.of("province", "15", "ward", "02683", "detail", "Thôn Ý Linh Hồ");
        var answers = new HashMap<String, Object>(Packages.form("1.001193").begin());
        answers.putAll(Map.of(
                "requester.fullName", "Giàng A Páo",
                "requester.birthDate", "1995-03-14",
                "requester.citizenId", "010095001234",
                "requester.residence", home,
                "requester.phone", "0912345678",
                "requester.relationship", "02"));
        answers.putAll(Map.of(
                "child.fullName", "Giàng Thị Mỵ",
                "child.birthDate", "2026-11-07",
                "child.gender", "2",
                "child.ethnicity", "08",
                "child.birthPlace", home,
                "child.homeTown", home));
        answers.putAll(Map.of(
                "mother.fullName",
                "Vàng Thị Sua",
                "mother.birthDate",
                "1997",
                "father.fullName",
                "Giàng A Páo",
                "father.birthDate",
                "1995-03-14",
                "marriage.registered",
                true,
                "copies.want",
                true,
                "copies.count",
                2L,
                "commit.agree",
                true));
        return answers;
    }

    @Test
    void aFilledBirthRegistrationIsAccepted() {
        var form = Packages.form("1.001193");
        assertThat(form.validate(birth(), FACTS)).isEmpty();
        assertThat(form.findings(birth(), FACTS)).isEmpty();
        assertThat(form.expressions()
                        .amount("fee", "8000 * (copies.want ? copies.count : 0)")
                        .of(form.situation(birth(), FACTS)))
                .isEqualTo(new Dong(16_000));
    }

    @Test
    void whatIsHiddenIsNeitherCheckedNorKept() {
        var form = Packages.form("1.001193");
        var answers = birth();
        answers.put("case", "bo-roi");
        assertThat(form.sections(answers, FACTS).stream().map(FormDefinition.Section::id))
                .containsExactly("requester", "child", "copies", "commit");
        assertThat(form.kept(answers, FACTS)).doesNotContainKeys("mother.fullName", "marriage.registered");
        assertThat(form.findings(answers, FACTS)).extracting(Finding::checkId).containsExactly("no-parent");
        assertThat(form.validate(answers, FACTS)).isEmpty();
    }

    @Test
    void aFatherWithoutMarriageLeadsToRecognition() {
        var answers = birth();
        answers.put("marriage.registered", false);
        assertThat(Packages.form("1.001193").findings(answers, FACTS))
                .extracting(Finding::outcome)
                .containsExactly(new FormDefinition.Outcome.Suggestion("1.000689"));
    }

    @Test
    void aMotherBornAfterHerChildIsWrong() {
        var answers = birth();
        answers.put("mother.birthDate", "2026-11-08");
        assertThat(Packages.form("1.001193").validate(answers, FACTS))
                .extracting(Problem::fieldId)
                .containsExactly("mother.birthDate");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2000", "5, 2, 14000", "300, 1, 200000"})
    void certifiedCopiesCostWhatTheCircularSays(long pages, long copies, long fee) {
        var form = Packages.form("2.000815");
        var amount = form.expressions()
                .amount(
                        "fees.phi",
                        "docs.items.sum(i, i.copies * min(200000, 2000 * min(i.pages, 2) + 1000 * max(i.pages - 2, 0)))");
        Map<String, Object> answers =
                Map.of("docs.items", List.of(Map.of("name", "Bằng tốt nghiệp", "pages", pages, "copies", copies)));
        assertThat(amount.of(form.situation(answers, FACTS))).isEqualTo(new Dong(fee));
    }

    @Test
    void aChildCannotMarry() {
        var problems = Packages.form("1.000894")
                .validate(Map.of("wife.birthDate", "2010", "husband.birthDate", "2004-11-22"), FACTS);
        assertThat(problems)
                .extracting(Problem::fieldId)
                .contains("wife.birthDate")
                .doesNotContain("husband.birthDate");
    }

    @Test
    void aRentedRoomTooSmallIsWrong() {
        var form = Packages.form("1.004222");
        Map<String, Object> answers = Map.of("housing.type", "RENT", "housing.areaM2", 15.5, "housing.persons", 2L);
        assertThat(form.validate("housing", answers, FACTS))
                .extracting(Problem::fieldId)
                .containsExactly("housing.areaM2");
        assertThat(form.validate("housing", answers, FACTS.withParameters(Map.of("min_area_per_person", 7))))
                .isEmpty();
    }

    @Test
    void theNumberOfTheHeadOfHouseholdIsNotComparedWithTheApplicantsBirth() {
        Map<String, Object> answers = Map.of(
                "ct01.birthDate", "1998-03-14",
                "ct01.gender", "2",
                "ct01.citizenId", "010198999001",
                "ct01.headCitizenId", "010095999002");
        assertThat(Packages.form("1.004222").doubts(answers, FACTS)).isEmpty();
    }

    @Test
    void documentConditionsOfAConstructionPermit() {
        var form = Packages.form("1.013225");
        var check = form.expressions().condition("documents.tham-tra.required", "w.kind != 'HOUSE' || w.floors >= 7");
        assertThat(check.holds(form.situation(Map.of("w.kind", "HOUSE", "w.floors", 3), FACTS)))
                .isFalse();
        assertThat(check.holds(form.situation(Map.of("w.kind", "HOUSE", "w.floors", 7), FACTS)))
                .isTrue();
    }
}
