package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.shared.Language;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** An author who knows no YAML changes the form of a procedure: on a phone, without JavaScript. */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=studio-walk")
class StudioWalkTest {

    private static final String EDITION = "/admin/procedures/revisions/2.000635/2";
    private static final String STUDIO = EDITION + "/studio";

    private final TestClock clock;
    private final JusticeProcedures justice;
    private final String address;

    @Autowired
    StudioWalkTest(TestClock clock, JusticeProcedures justice, @LocalServerPort int port) {
        this.clock = clock;
        this.justice = justice;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aQuestionIsAddedMendedMovedAndTakenOutAgain() {
        clock.set("2026-11-23T08:00");
        as(it -> {
            it.open("/admin/procedures/revisions/2.000635").press("#copy").press("#studio");
            assertThat(it.path()).isEqualTo(STUDIO);
            assertThat(it.reads()).contains("Tờ khai điện tử", "4 trang", "5 giấy tờ", "Các bước giải quyết");
            seen(it, "studio");

            it.press("main a[href$='/studio/form']");
            seen(it, "studio-form");
            adds(it);
            mends(it);
            moves(it);
            takesOut(it);
            it.open(EDITION);
            assertThat(it.reads()).as("the draft is sound again").doesNotContain("Cần sửa");
        });
    }

    private static void adds(Person it) {
        it.press("main a[href$='/page.copies/item']");
        it.page().selectOption("#kind", "select");
        it.press("#choose-kind");
        it.type("vi", "Bản sao dùng để làm gì?")
                .type("en", "What are the copies for?")
                .type("id", "copies.purpose")
                .type("hint.vi", "Không bắt buộc phải nói chi tiết")
                .type("hint.en", "No details are needed")
                .type("reason.vi", "Nghị định 123/2015/NĐ-CP")
                .type("reason.en", "Decree 123/2015/NĐ-CP")
                .type("when", "copies.cuont > 5")
                .type("options.0.code", "WORK")
                .type("options.0.vi", "Đi làm")
                .type("options.0.en", "Work")
                .type("options.1.code", "OTHER")
                .type("options.1.vi", "Việc khác");
        it.press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.reads()).contains("Hãy viết cả bằng tiếng Anh");
        it.type("options.1.en", "Something else").press("#save");

        assertThat(it.status()).isEqualTo(422);
        assertThat(it.reads()).contains("không có tên “copies.cuont”; gần nhất: copies.count");
        assertThat(it.page().locator("[id='when']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(it.page().inputValue("[id='vi']")).isEqualTo("Bản sao dùng để làm gì?");
        assertThat(it.page().inputValue("[id='options.1.vi']")).isEqualTo("Việc khác");
        seen(it, "studio-wrong");
    }

    private void mends(Person it) {
        as(other -> {
            other.open(STUDIO + "/form");
            assertThat(other.reads()).as("nothing half saved").doesNotContain("Bản sao dùng để làm gì?");
            other.open(STUDIO + "/documents/item?id=to-khai")
                    .type("nationalCode", "TK-1")
                    .press("#save");
            assertThat(other.status()).isEqualTo(200);
        });
        it.type("when", "copies.count > 5").press("#save");
        assertThat(it.status()).as("somebody saved meanwhile").isEqualTo(409);
        assertThat(it.reads()).contains("điều bạn gửi chưa được lưu");
        assertThat(it.page().inputValue("[id='when']").strip()).isEqualTo("copies.count > 5");
        it.press("#save");

        assertThat(it.status()).isEqualTo(200);
        assertThat(it.path()).startsWith(STUDIO + "/form#");
        assertThat(it.reads()).contains("Bản sao dùng để làm gì?", "Chọn một · không bắt buộc · khi copies.count > 5");
    }

    private static void moves(Person it) {
        var row = "[id='e-page-copies-copies-purpose']";
        it.page().locator(row + " button[value='up']").press("Enter");
        it.page().waitForSelector(row + " + li");
        assertThat(it.page().locator(row + " + li").innerText()).contains("Số lượng bản sao");

        it.press(row + " a[href*='/item']");
        it.page().selectOption("#to", "page.record");
        it.press("#to-page");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.page().locator("[id='e-page-record-copies-purpose']").count())
                .isEqualTo(1);
    }

    private static void takesOut(Person it) {
        it.press("[id='e-page-copies-copies-count'] a[href*='/delete']");
        assertThat(it.reads())
                .contains("Phí, lệ phí “Phí cấp bản sao trích lục hộ tịch”: 8000 * copies.count")
                .contains("Câu hỏi “Bản sao dùng để làm gì?”: copies.count > 5");
        seen(it, "studio-delete");
        it.press(".form-actions a");

        it.press("[id='e-page-record-copies-purpose'] a[href*='/delete']");
        assertThat(it.reads()).contains("Không biểu thức, giấy tờ hay mẫu nào dùng đến");
        it.press("#delete");
        assertThat(it.reads()).doesNotContain("Bản sao dùng để làm gì?");
    }

    @Test
    void itIsReadInEnglishToo() {
        clock.set("2026-11-23T08:00");
        var draft = JusticeProcedures.path(justice.draft());
        as(it -> {
            it.reading(Language.EN).open(draft + "/studio/page.record/item?kind=table");
            assertThat(it.reads()).contains("First columns", "Asked only when", "Codes that expressions may use");
        });
    }

    private void as(Consumer<Person> work) {
        try (var person = new Person(address, 360, false)) {
            person.as(AUTHOR);
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static void seen(Person person, String name) {
        assertThat(HtmlCheck.errors(person.page().content())).as(name).isEmpty();
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
