package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.form.AnswersTest.FACTS;
import static vn.motcua.form.AnswersTest.FORM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.TestMessages;

/** What is calculated, what holds inside a row, and kinds that are made of several answers. */
class RowsAndCalculationsTest {

    private static List<String> said(String id, Map<String, Object> answers) {
        return FORM.validate("all", answers, FACTS).stream()
                .filter(it -> it.fieldId().equals(id))
                .map(it -> it.say(TestMessages.all(), Language.VI))
                .toList();
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        var row = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, Object> rows(Map<?, ?>... rows) {
        return rows("a.rows", rows);
    }

    private static Map<String, Object> rows(String table, Map<?, ?>... rows) {
        return Map.of(table, List.of(rows));
    }

    @Test
    void aTotalFollowsFromTheRowsAndIsKeptAtFiling() {
        var answers = rows(row("name", "A", "pages", 7L), row("name", "B", "pages", 5L));

        assertThat(FORM.kept(answers, FACTS)).containsEntry("a.total", 12L);
        assertThat(FORM.kept(answers, FACTS).get("a.rows"))
                .isEqualTo(List.of(
                        Map.of("name", "A", "pages", 7L, "sheets", 4L),
                        Map.of("name", "B", "pages", 5L, "sheets", 3L)));
    }

    @Test
    void whatSomebodyPostsForWhatIsCalculatedIsNotTaken() {
        var answers = FORM.parse(
                "all",
                Map.of("a.total", List.of("1"), "a.rows.0.pages", List.of("9"), "a.rows.0.sheets", List.of("1")),
                Map.of());

        assertThat(answers).isEqualTo(Map.of("a.rows", List.of(Map.of("pages", 9L))));
        var forged = Map.<String, Object>of("a.total", 1L, "a.rows", List.of(row("pages", 9L, "sheets", 1L)));
        assertThat(FORM.kept(forged, FACTS)).containsEntry("a.total", 9L);
        assertThat(FORM.kept(forged, FACTS).toString()).contains("sheets=5");
    }

    @Test
    void whatIsCalculatedKeepsToItsLimits() {
        assertThat(said("a.total", rows(row("name", "A", "pages", 101L))))
                .containsExactly("Tổng số trang: nhập số không quá 100");
    }

    @Test
    void aCellIsAskedByTheOtherCellsOfItsRow() {
        var original = row("name", "A", "pages", 20L, "main", true, "why", "mất");
        var copy = row("name", "B", "pages", 20L, "main", false);
        var short_ = row("name", "C", "pages", 2L, "main", false);
        var answers = rows(original, copy, short_);

        assertThat(said("a.rows.0.why", answers)).isEmpty();
        assertThat(said("a.rows.1.why", answers)).containsExactly("Nhập: Vì sao không có bản chính");
        assertThat(said("a.rows.2.why", answers)).isEmpty();
        assertThat(String.valueOf(FORM.kept(answers, FACTS).get("a.rows"))).doesNotContain("mất");
    }

    @Test
    void aDemandOnACellMayLookOutsideItsRow() {
        var answers = new HashMap<String, Object>(rows(row("name", "A", "pages", 20L)));

        assertThat(said("a.rows.0.sheets", answers)).isEmpty();
        answers.put("a.integer", 9L);
        assertThat(said("a.rows.0.sheets", answers)).containsExactly("Nhiều tờ hơn số đã khai");
        answers.put("a.integer", 10L);
        assertThat(said("a.rows.0.sheets", answers)).isEmpty();
    }

    @Test
    void thePageIsToldWhichCellsChanged() {
        var before = view(rows(row("pages", 4L, "main", true)));

        assertThat(names(view(rows(row("pages", 4L, "main", true, "name", "A"))).changedSince(before)))
                .isEmpty();
        assertThat(names(view(rows(row("pages", 4L, "main", false))).changedSince(before)))
                .containsExactly("a.rows");
        assertThat(names(view(rows(row("pages", 8L, "main", true))).changedSince(before)))
                .containsExactlyInAnyOrder("a.rows", "a.total");
    }

    @Test
    void severalAreChosenByTickingThem() {
        assertThat(FORM.parse("all", Map.of("a.several", List.of("", "A", "C")), Map.of()))
                .containsEntry("a.several", List.of("A", "C"));
        assertThat(FORM.parse("all", Map.of("a.several", List.of("")), Map.of("a.several", List.of("A"))))
                .isEmpty();
        assertThat(said("a.several", Map.of("a.several", List.of("A", "X")))).containsExactly("Chọn: Ngành nghề");
        assertThat(new AnswerWords(TestMessages.all(), Language.VI, FACTS.places())
                        .say(field("a.several"), java.util.Optional.of(List.of("A", "C"))))
                .isEqualTo("Ăn uống; Lưu trú");
    }

    @ParameterizedTest
    @CsvSource({"7,11,1985,1985-11-07", "'',11,1985,1985-11", "'','',1985,1985"})
    void ofADayPerhapsOnlyAPartIsKnown(String day, String month, String year, String read) {
        var answers = FORM.parse(
                "all",
                Map.of(
                        "a.partial.day",
                        List.of(day),
                        "a.partial.month",
                        List.of(month),
                        "a.partial.year",
                        List.of(year)),
                Map.of());

        assertThat(answers).containsEntry("a.partial", read);
        assertThat(said("a.partial", answers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7,'',1985,'Ngày mất: nhập đủ ngày, tháng và năm'",
        "'',13,1985,'Tháng từ 1 đến 12, bạn đã nhập “13”'",
        "'','',85,'Năm gồm 4 chữ số, bạn đã nhập “85”'",
        "31,4,1985,'Tháng 4 chỉ có 30 ngày, kiểm tra lại: Ngày mất'",
        "'',1,2027,Ngày mất: không được sau hôm nay"
    })
    void aPartThatCannotBeIsSaid(String day, String month, String year, String problem) {
        var answers = FORM.parse(
                "all",
                Map.of(
                        "a.partial.day",
                        List.of(day),
                        "a.partial.month",
                        List.of(month),
                        "a.partial.year",
                        List.of(year)),
                Map.of());

        assertThat(said("a.partial", answers)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "0100109106,0100109106",
        "0100109106001,0100109106-001",
        "0100109106-001,0100109106-001",
        "010 198 999 001,010198999001"
    })
    void aTaxCodeIsReadAsPeopleWriteIt(String typed, String read) {
        var answers = FORM.parse("all", Map.of("a.taxCode", List.of(typed)), Map.of());

        assertThat(answers).containsEntry("a.taxCode", read);
        assertThat(said("a.taxCode", answers)).isEmpty();
        assertThat(said("a.taxCode", Map.of("a.taxCode", "12345"))).hasSize(1);
    }

    @Test
    void aPersonIsAskedInParts() {
        assertThat(FORM.definition().fields().map(Field::id))
                .contains(
                        "a.person.fullName", "a.person.citizenId", "a.person.birthDate", "a.land.sheet", "a.land.area");
        assertThat(field("a.person.fullName").label().vi()).isEqualTo("Người làm chứng: họ, chữ đệm, tên");
        assertThat(field("a.person.fullName").hint()).isPresent();
        assertThat(field("a.person.citizenId").hint()).isEmpty();
        assertThat(said("a.person.birthDate", Map.of("a.person.birthDate", "2026-12")))
                .containsExactly("Người làm chứng: ngày, tháng, năm sinh: không được sau hôm nay");
    }

    @ParameterizedTest
    @CsvSource({
        "'calculate: a.nobody + 1',không có tên “a.nobody”",
        "'calculate: \"''x''\"',cần kết quả kiểu",
        "'calculate: a.n + 1, default: 2',không có “default”"
    })
    void aCalculationThatCannotBeIsRefused(String keys, String reason) {
        var yaml = """
                form: X
                vi: Thử
                sections:
                  - id: one
                    vi: Một
                    fields:
                      - { id: a.n, vi: Số, kind: integer }
                      - { id: a.b, vi: Tổng, kind: integer, %s }
                """.formatted(keys);

        assertThatThrownBy(() -> Form.compile(FormDefinition.read(yaml)))
                .isInstanceOfSatisfying(
                        UnsoundDefinition.class,
                        it -> assertThat(it.faults())
                                .anySatisfy(fault -> assertThat(fault.say(TestMessages.all(), Language.VI))
                                        .contains(reason)));
    }

    /** The example of docs/procedure-package.md. */
    @Test
    void sharesAddUpAndTheDeadHaveADay() throws IOException {
        var page = Files.readString(Path.of("docs/procedure-package.md"));
        var example = page.substring(page.indexOf("- id: heirs"), page.indexOf("```", page.indexOf("- id: heirs")));
        var form = Form.compile(FormDefinition.read(
                "form: X\nvi: Thừa kế\nsections:\n  - id: one\n    vi: Một\n    fields:\n" + example.indent(6)));
        var answers = rows(
                "heirs", row("name", "A", "alive", true, "parts", 1L), row("name", "B", "alive", false, "parts", 3L));

        assertThat(String.valueOf(form.kept(answers, FACTS).get("heirs"))).contains("share=25.0", "share=75.0");
        assertThat(form.validate(answers, FACTS)).extracting(Problem::fieldId).containsExactly("heirs.1.diedOn");
    }

    private static Field field(String id) {
        return FORM.definition()
                .fields()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SectionView view(Map<String, Object> answers) {
        return SectionView.of(FORM, "all", answers, FACTS, List.of());
    }

    private static List<String> names(List<FieldView> views) {
        return views.stream().map(FieldView::name).toList();
    }
}
