package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.TestMessages;

/** From what people type to answers, and what we tell them. */
class AnswersTest {

    static final Facts FACTS =
            Facts.of("ONLINE", LocalDateTime.of(2026, 11, 22, 9, 0)).withPlaces(new FewPlaces());

    static final CompiledForm FORM = all();

    static CompiledForm all() {
        try {
            return Form.compile(
                    FormDefinition.read(Files.readString(Path.of("src/test/resources/form/all-kinds.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> post(String... namesAndValues) {
        return post(Map.of(), namesAndValues);
    }

    private static Map<String, Object> post(Map<String, Object> existing, String... namesAndValues) {
        var posted = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            posted.merge(
                    namesAndValues[i],
                    List.of(namesAndValues[i + 1]),
                    (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                            .toList());
        }
        return FORM.parse("all", posted, existing);
    }

    /** What is said about one field. */
    private static List<String> said(String fieldId, Map<String, Object> answers) {
        return FORM.validate("all", answers, FACTS).stream()
                .filter(it -> it.fieldId().equals(fieldId))
                .map(it -> it.say(TestMessages.all(), Language.VI))
                .toList();
    }

    private static List<String> saidOfDate(String day, String month, String year) {
        return said("a.date", post("a.date.day", day, "a.date.month", month, "a.date.year", year));
    }

    @Test
    void aDayIsReadFromItsThreeParts() {
        assertThat(post("a.date.day", "7", "a.date.month", "11", "a.date.year", "2026"))
                .containsEntry("a.date", "2026-11-07");
        assertThat(post("a.year.day", "", "a.year.month", "", "a.year.year", "1985"))
                .containsEntry("a.year", "1985");
        assertThat(post("a.month.month", "3", "a.month.year", "2020")).containsEntry("a.month", "2020-03");
        assertThat(post("a.moment.day", "1", "a.moment.month", "2", "a.moment.year", "2027", "a.moment.time", "8:30"))
                .containsEntry("a.moment", "2027-02-01T08:30");
    }

    @Test
    void aDayThatDoesNotExistIsKeptAsTypedAndExplained() {
        assertThat(post("a.date.day", "31", "a.date.month", "9", "a.date.year", "2026"))
                .containsEntry("a.date", Map.of("day", "31", "month", "9", "year", "2026"));
        assertThat(saidOfDate("31", "9", "2026")).containsExactly("Tháng 9 chỉ có 30 ngày, kiểm tra lại: Ngày sinh");
        assertThat(saidOfDate("29", "2", "2023"))
                .containsExactly("Năm 2023 không nhuận nên tháng 2 chỉ có 28 ngày, kiểm tra lại: Ngày sinh");
        assertThat(saidOfDate("29", "2", "2024")).isEmpty();
        assertThat(saidOfDate("7", "13", "2026")).containsExactly("Tháng từ 1 đến 12, bạn đã nhập “13”");
        assertThat(saidOfDate("7", "", "2026")).containsExactly("Ngày sinh: nhập đủ ngày, tháng và năm");
        assertThat(saidOfDate("7", "11", "26")).containsExactly("Năm gồm 4 chữ số, bạn đã nhập “26”");
        assertThat(saidOfDate("-7", "11", "2026")).containsExactly("Ngày sinh: chỉ dùng chữ số, ví dụ 7 11 2026");
        assertThat(saidOfDate("23", "11", "2026")).containsExactly("Ngày sinh: không được sau hôm nay");
        assertThat(saidOfDate("99999999999", "99999999999", "2026")).hasSize(1);
        assertThat(said("a.year", post("a.year.year", "1899"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.money | 1.500.000 | 1500000",
                "a.money | 1 500 000 đồng | 1500000",
                "a.money | 1500000₫ | 1500000",
                "a.integer | 12 | 12",
                "a.integer | 1.200 | 1200"
            })
    void numbersAreReadAsPeopleWriteThem(String field, String typed, long read) {
        assertThat(post(field, typed)).containsEntry(field, read);
    }

    @Test
    void decimalsAreReadAsPeopleWriteThem() {
        assertThat(post("a.decimal", "85,5")).containsEntry("a.decimal", 85.5);
        assertThat(post("a.decimal", "85.5")).containsEntry("a.decimal", 85.5);
        assertThat(post("a.decimal", "1.200")).containsEntry("a.decimal", 1200L);
        assertThat(post("a.decimal", "1.200,25")).containsEntry("a.decimal", 1200.25);
        assertThat(post("a.decimal", "1 200,5")).containsEntry("a.decimal", 1200.5);
        assertThat(post("a.decimal", "1.200.000")).containsEntry("a.decimal", 1_200_000L);
    }

    /** Of 1.234 hectares nobody may make a thousand of them, nor of what the page itself shows when it is posted again. */
    @Test
    void oneCommaDividesAlsoBeforeThreeDigits() {
        assertThat(post("a.decimal", "1,234")).containsEntry("a.decimal", 1.234);
        assertThat(post("a.decimal", "12,500")).containsEntry("a.decimal", 12.5);
        assertThat(post("a.decimal", "0,125")).containsEntry("a.decimal", 0.125);
        assertThat(post("a.decimal", "1.234,567")).containsEntry("a.decimal", 1234.567);
        assertThat(post("a.decimal", "1,234,567"))
                .as("no number is divided twice")
                .containsEntry("a.decimal", 1_234_567L);
        for (var unclear : List.of("1,234.5", "1.234,567.8", "1.23,4", "1,", ",5")) {
            var answers = post("a.decimal", unclear);
            assertThat(answers).containsEntry("a.decimal", unclear);
            assertThat(said("a.decimal", answers)).hasSize(1);
        }
        for (var shown : List.of("1,234", "1234,567", "0,5")) {
            var once = post("a.decimal", shown);
            var again = SectionView.of(FORM, "all", once, FACTS, List.of()).fields().stream()
                    .filter(it -> it.name().equals("a.decimal"))
                    .map(FieldView::value)
                    .findFirst()
                    .orElseThrow();
            assertThat(post("a.decimal", again)).isEqualTo(once);
        }
    }

    @Test
    void whatOurPagesShowCanBeCopiedIntoThem() {
        assertThat(post("a.money", "1.500.000\u00a0₫")).containsEntry("a.money", 1_500_000L);
        assertThat(post("a.integer", "1\u00a0200")).containsEntry("a.integer", 1200L);
        assertThat(post("a.money", "1.500,000"))
                .as("thousands are divided by one sign")
                .containsEntry("a.money", "1.500,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12a", "-5", "0", "51", "1e9", "9999999999999999999999", "<b>1</b>", "½"})
    void aWrongNumberIsKeptAsTypedAndExplained(String typed) {
        var answers = post("a.integer", typed);
        assertThat(answers).hasEntrySatisfying("a.integer", it -> assertThat(it).hasToString(typed));
        assertThat(said("a.integer", answers)).hasSize(1);
    }

    @Test
    void spacesInPersonalNumbersAndTelephonesDoNotMatter() {
        assertThat(post("a.citizenId", " 010 095 001 234 ")).containsEntry("a.citizenId", "010095001234");
        assertThat(post("a.phone", "+84 912.345.678")).containsEntry("a.phone", "0912345678");
        assertThat(said("a.citizenId", post("a.citizenId", "01009500123")))
                .containsExactly("Số định danh cá nhân gồm 12 chữ số, bạn đã nhập 11");
        assertThat(said("a.phone", post("a.phone", "0112345678"))).hasSize(1);
        assertThat(said("a.phone", post("a.phone", "02143871234"))).isEmpty();
    }

    @Test
    void namesComeComposedAndWithoutTricks() {
        var decomposed = java.text.Normalizer.normalize("Giàng Thị Mỵ", java.text.Normalizer.Form.NFD);
        assertThat(post("a.name", decomposed)).containsEntry("a.name", "Giàng Thị Mỵ");
        assertThat(post("a.name", "Mỵ\u202Egnàig\u200B")).containsEntry("a.name", "Mỵgnàig");
        assertThat(said("a.name", post("a.name", "Y’ Bhing Niê-Kđăm"))).isEmpty();
        assertThat(said("a.name", post("a.name", "Mỵ 🙂"))).hasSize(1);
        assertThat(said("a.name", post("a.name", "<script>alert(1)</script>"))).hasSize(1);
    }

    @Test
    void tenThousandCharactersAreRefusedKindlyAndNotLost() {
        var answers = post("a.long", "ơ".repeat(10_000));
        assertThat(answers.get("a.long")).isEqualTo("ơ".repeat(10_000));
        assertThat(said("a.long", answers))
                .containsExactly("Đoạn văn: tối đa 500 ký tự, bạn đã nhập 10.000. Hãy viết ngắn lại");
        assertThat(post("a.long", "x".repeat(1_000_000))).containsEntry("a.long", "x".repeat(20_000));
    }

    @Test
    void whatIsNotInThePostStaysAndWhatIsUnknownIsIgnored() {
        Map<String, Object> existing = Map.of("a.text", "cũ", "a.consent", true);
        assertThat(post(existing, "a.name", "Mỵ", "admin", "true", "a.nothing", "x"))
                .containsOnlyKeys("a.text", "a.consent", "a.name");
        assertThat(post(existing, "a.text", " ", "a.consent", "")).isEmpty();
        assertThat(post(existing, "a.consent", "", "a.consent", "true")).containsEntry("a.consent", true);
    }

    @Test
    void rowsAreAddedFilledAndRemoved() {
        var one = post(
                "a.rows",
                "",
                "a.rows.0.name",
                "Bằng",
                "a.rows.0.pages",
                "2",
                "a.rows.0.from.month",
                "3",
                "a.rows.0.from.year",
                "2020");
        assertThat(one).containsEntry("a.rows", List.of(Map.of("name", "Bằng", "pages", 2L, "from", "2020-03")));
        var two = post(one, "a.rows", "", "a.rows.0.name", "Bằng", "a.rows.0.pages", "2", "add", "a.rows");
        assertThat((List<?>) two.get("a.rows")).hasSize(2);
        assertThat(post(two, "a.rows", "", "a.rows.0.name", "Bằng", "a.rows.1.name", "", "remove", "a.rows.0"))
                .doesNotContainKey("a.rows");
        assertThat(said("a.rows.0.pages", post("a.rows", "", "a.rows.0.name", "Bằng")))
                .containsExactly("Nhập: Số trang");
        assertThat(said("a.rows", Map.of())).containsExactly("Thêm ít nhất một dòng: Giấy tờ");
    }

    @Test
    void thousandsOfRowsAreCountedNotSwallowed() {
        var posted = new HashMap<String, List<String>>();
        IntStream.range(0, 5_000).forEach(it -> posted.put("a.rows." + it + ".name", List.of("x")));
        posted.put("a.rows.99999999999999.name", List.of("x"));
        var answers = FORM.parse("all", posted, Map.of());
        assertThat((List<?>) answers.get("a.rows")).hasSizeLessThanOrEqualTo(500);
        assertThat(said("a.rows", answers)).hasSize(1).first().asString().startsWith("Giấy tờ: tối đa 20 dòng");
    }

    @Test
    void aCommuneOfAnotherProvinceIsNoticed() {
        assertThat(said("a.home", post("a.home.province", "15", "a.home.ward", "03004")))
                .isEmpty();
        assertThat(said("a.home", post("a.home.province", "48", "a.home.ward", "03004")))
                .containsExactly("Xã, phường này không thuộc tỉnh đã chọn. Chọn lại xã, phường");
        assertThat(said("a.home", post("a.home.province", "15"))).containsExactly("Chọn xã, phường, đặc khu");
        assertThat(said("a.home", post("a.home.detail", "Số 1"))).containsExactly("Chọn tỉnh, thành phố");
    }

    @Test
    void aPersonalNumberThatDoesNotFitIsDoubted() {
        assertThat(new PersonalNumber("010095001234").doubts("x", "1995-03-14", "1"))
                .isEmpty();
        assertThat(new PersonalNumber("010195001234").doubts("x", "1995", "1"))
                .extracting(Problem::key)
                .containsExactly("form.doubt.sex");
        assertThat(new PersonalNumber("003326001234").doubts("x", "2025-01-01", "2"))
                .extracting(Problem::key)
                .containsExactly("form.doubt.province", "form.doubt.year");
    }

    @Test
    void theSchemaRefusesWhatTheFormDoesNotKnow() {
        assertThat(FORM.jsonSchema().path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(FORM.jsonSchema().path("additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(FORM.jsonSchema().path("properties").size()).isEqualTo(34);
        assertThat(FORM.jsonSchema().path("required").valueStream().map(it -> it.asString()))
                .contains("a.text", "a.rows")
                .doesNotContain("a.hidden", "a.long");
    }

    @Test
    void anAnswerThatNoPageCouldPostIsExplainedNotThrown() {
        for (var nonsense : List.of(1L, true, "x", List.of("x"), Map.of("x", "y"), List.of(Map.of("name", Map.of())))) {
            var answers = new HashMap<String, Object>();
            FORM.definition().fields().forEach(it -> answers.put(it.id(), nonsense));
            assertThat(FORM.validate(answers, FACTS)).isNotEmpty();
            assertThat(FORM.visible(answers, FACTS)).isNotEmpty();
        }
    }
}
