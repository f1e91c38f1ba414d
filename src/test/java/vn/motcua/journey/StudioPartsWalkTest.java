package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** An author who knows no YAML edits every other part of a package: on a phone, without JavaScript; it stays sound. */
@WholeProgram
class StudioPartsWalkTest {

    private final TestClock clock;
    private final JusticeProcedures justice;
    private final String address;

    @Autowired
    StudioPartsWalkTest(TestClock clock, JusticeProcedures justice, @LocalServerPort int port) {
        this.clock = clock;
        this.justice = justice;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aPackageIsEditedInEveryPart() {
        clock.set("2026-11-23T08:00");
        var edition = JusticeProcedures.path(justice.draft());
        as(it -> {
            it.open(edition + "/studio");
            assertThat(it.reads()).contains("Bản ghi công bố", "Quy tắc nếu … thì …", "Ví dụ làm phép thử");
            seen(it, "studio-outline");
            checks(it, edition);
            record(it, edition);
            paper(it, edition);
            messages(it, edition);
            rules(it, edition);
            examples(it, edition);
            steps(it, edition);
            branches(it, edition);
            it.open(edition);
            assertThat(it.reads()).as("the package passes its check").doesNotContain("Cần sửa");
            assertThat(it.reads()).contains("procedure.yaml", "examples.yaml");
        });
    }

    private static void checks(Person it, String edition) {
        it.open(edition + "/studio/form").press("main a[href$='/parameters/item']");
        it.page().selectOption("#kind", "integer");
        it.press("#choose-kind")
                .type("vi", "Số bản sao miễn phí")
                .type("en", "Free copies")
                .type("id", "province.freeCopies")
                .type("default", "không")
                .press("#save");
        assertThat(it.status()).isEqualTo(422);
        it.type("default", "0").press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.reads()).contains("Số bản sao miễn phí");

        it.press("main a[href$='/checks/item']")
                .type("vi", "Ngày đăng ký không thể trước ngày sinh")
                .type("en", "The registration cannot be before the birth")
                .type("id", "before-birth")
                .type("if", "record.date < record.subjectBith");
        it.page().selectOption("#wrong", "record.date");
        it.press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.reads()).contains("không có tên “record.subjectBith”; gần nhất: record.subjectBirth");
        assertThat(it.page().locator("[id='if']").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(it.page().inputValue("[id='vi']")).startsWith("Ngày đăng ký");
        seen(it, "studio-check-wrong");
        it.type("if", "given(record.date) && record.date < record.subjectBirth").press("#save");
        assertThat(it.status()).isEqualTo(200);
        seen(it, "studio-form-whole");
    }

    private static void record(Person it, String edition) {
        it.open(edition + "/studio/record");
        assertThat(it.reads()).contains("Thời hạn giải quyết", "281/2016/TT-BTC", "Trực tuyến");
        seen(it, "studio-record");
        it.press("[id='e-limit-limit'] a[href*='/item']")
                .type("amount", "2")
                .type("note", "hai ngày làm việc")
                .press("#save");
        assertThat(it.status()).isEqualTo(200);
        it.press("[id='e-record-record'] a[href*='/item']")
                .type("identityLevel", "3")
                .press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.page().locator("[id='identityLevel']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        it.type("identityLevel", "2").type("keywords", "bản sao khai sinh\ntrích lục");
        seen(it, "studio-record-item");
        it.press("#save");
        assertThat(it.status()).isEqualTo(200);

        it.press("main a[href$='/legal/item']").type("number", "1/2026/NĐ-CP").press("#save");
        assertThat(it.path()).endsWith("/studio/record");
        it.press("main a[href$='/agencies/item']").type("name", "Ủy ban nhân dân cấp xã");
        it.page().selectOption("#role", "COMPETENT");
        it.press("#save");
        assertThat(it.reads()).contains("1/2026/NĐ-CP", "Vai trò: Có thẩm quyền quyết định");
        it.press("[id='e-results-1'] a[href*='/item']").type("validMonths", "6").press("#save");
        assertThat(it.reads()).contains("Có giá trị bao nhiêu tháng: 6");
    }

    private static void paper(Person it, String edition) {
        it.open(edition + "/studio/paper").press("[id='e-paper-paper'] a[href*='/item']");
        var lines = it.page().inputValue("[id='lines']");
        it.type("lines", lines + "\nNơi cấp: {{agency.nam}}").press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.page().inputValue("[id='lines']")).contains("agency.nam}}");
        it.type("lines", lines + "\nNơi cấp: {{agency.name}}").press("#save");
        assertThat(it.status()).isEqualTo(200);
        it.press("[id='e-paper-paper'] a[href*='/item']");
        assertThat(it.page().inputValue("[id='lines']")).endsWith("Nơi cấp: {{agency.name}}");
    }

    private static void messages(Person it, String edition) {
        it.open(edition + "/studio").press("main a[href$='/studio/messages']");
        it.press("main a[href$='/messages/item']");
        it.page().selectOption("[id='id']", "result-issued");
        it.type("vi", "Mang giấy tờ tùy thân đến {{agency.nam}}")
                .type("en", "Bring an identity paper to {{agency.name}}")
                .press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.reads()).contains("không có chỗ điền “agency.nam”");
        assertThat(it.page().locator("[id='vi']").getAttribute("aria-invalid")).isEqualTo("true");
        seen(it, "studio-message-wrong");
        it.type("vi", "Mang giấy tờ tùy thân đến {{agency.name}}").press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.path()).endsWith("/studio/messages#e-messages-result-issued");
        assertThat(it.reads()).contains("Khi đã có kết quả", "Mang giấy tờ tùy thân đến Ủy ban nhân dân xã Tả Van");
        seen(it, "studio-messages");
        it.open(edition + "/check");
        assertThat(it.reads())
                .contains("Lời dặn người nộp", "Bring an identity paper to People's Committee of Tả Van commune");
        seen(it, "edition-check-messages");
        it.open(edition + "/studio/messages")
                .press("[id='e-messages-result-issued'] a[href*='/delete']")
                .press("#delete");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.reads()).doesNotContain("Mang giấy tờ tùy thân");
    }

    private static void rules(Person it, String edition) {
        it.open(edition + "/studio/rules").press("main a[href$='/fee.ban-sao/item']");
        it.type("when", "channel == 'ONLINE'").type("amount", "0").press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.path()).endsWith("/studio/rules");
        assertThat(it.reads()).contains("Khoản thu: Phí cấp bản sao trích lục hộ tịch", "Ba bản sao");
        it.press("main a[href$='/fee.ban-sao/item']")
                .type("when", "copies.count > tenn")
                .type("amount", "7000 * copies.count")
                .press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.page().locator("[id='when']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        it.type("when", "copies.count > 10").press("#save");
        assertThat(it.reads()).contains("chưa ví dụ nào");
        seen(it, "studio-rules");
        it.press("[id='e-fee-ban-sao-2'] button[value='up']");
        assertThat(it.page().locator("[id='e-fee-ban-sao-1']").innerText()).contains("7000");
        it.press("[id='e-fee-ban-sao-2'] a[href*='/delete']").press("#delete");
        assertThat(it.page().locator("[id='e-fee-ban-sao-1']").innerText()).contains("copies.count > 10");

        it.press("main a[href$='/exceptions/item']")
                .type("when", "copies.count > 20")
                .type("amount", "3");
        it.page().selectOption("#unit", "WORKING_DAY");
        it.press("#save");
        assertThat(it.reads()).contains("3 ngày làm việc");
        it.press("main a[href$='/unit.appraisal/item']")
                .type("when", "record.kind == 'MARRIAGE'")
                .type("unit", "commune-one-stop")
                .type("because.vi", "việc kết hôn")
                .type("because.en", "a marriage")
                .press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.reads()).contains("Kết hôn");
        it.press("[id='e-unit-appraisal-1'] a[href*='/delete']").press("#delete");
        assertThat(it.status()).isEqualTo(200);
    }

    private static void examples(Person it, String edition) {
        it.open(edition + "/studio/examples");
        assertThat(it.reads()).contains("Đúng với gói như hiện nay.").contains("Ba bản sao");
        seen(it, "studio-examples");
        for (int number = 1; number <= 2; number++) {
            it.press("[id='e-examples-" + number + "'] a[href*='/item']")
                    .type("then.due", number == 1 ? "2026-11-25T17:00" : "2026-02-24T17:00")
                    .press("#save");
        }
        it.press("main a[href$='/examples/item']")
                .type("name", "Mười hai bản, tại quầy")
                .type("given.received", "2026-11-20T09:00")
                .type("given.answers", "copies.cuont = 12")
                .type("then.fee", "84000");
        it.page().selectOption("[id='given.channel']", "DIRECT");
        it.page().check("[id='then.documents-to-khai']");
        it.page().check("[id='then.documents-giay-to-tuy-than']");
        it.press("#save");
        assertThat(it.status()).isEqualTo(422);
        assertThat(it.reads()).contains("Tờ khai không có câu hỏi nào mã “copies.cuont”");
        assertThat(it.page().isChecked("[id='then.documents-to-khai']")).isTrue();
        it.type("given.answers", "copies.count = 12").type("given.available", "residence");
        seen(it, "studio-example");
        it.press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.page().locator("[id='e-examples-4']").innerText()).contains("Đúng với gói");
    }

    private static void steps(Person it, String edition) {
        it.open(edition + "/studio/steps").press("[id='e-steps-appraisal'] a[href$='/enter.appraisal']");
        it.press("main a[href$='/enter.appraisal/item']");
        it.page().selectOption("#kind", "text");
        it.press("#choose-kind")
                .type("vi", "Quyển sổ")
                .type("en", "Register book")
                .type("id", "decision.book")
                .press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.reads()).contains("Quyển sổ");
        seen(it, "studio-enter");
    }

    /** Who wants many copies waits for the fees; the route is built node by node, and says what is wrong on the way. */
    private static void branches(Person it, String edition) {
        var steps = edition + "/studio/steps";
        it.open(steps);
        assertThat(it.page().locator(".route-drawn svg").count()).isEqualTo(1);
        it.press("[id='e-steps-appraisal'] a[href$='item?after=appraisal']");
        it.page().selectOption("#kind", "automatic");
        it.press("#choose-kind")
                .type("name.vi", "Chờ nộp đủ phí")
                .type("name.en", "Wait for the fees")
                .type("id", "paid")
                .type("unit", "commune-one-stop");
        it.page().selectOption("#check", "fees-settled");
        it.press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.page().locator("ol > li[id^='e-steps-']").allInnerTexts())
                .element(2)
                .asString()
                .contains("Chờ nộp đủ phí", "Phần mềm tự kiểm tra");

        it.press("[id='e-steps-appraisal'] a[href$='item?after=appraisal']");
        it.page().selectOption("#kind", "choice");
        it.press("#choose-kind").type("id", "many").type("branches.0.when", "copies.cuont > 2");
        it.page().selectOption("[id='branches.0.next']", "paid");
        it.page().selectOption("#otherwise", "decision");
        it.press("#save");
        assertThat(it.status()).as("a name that the form does not have").isEqualTo(422);
        assertThat(it.reads()).contains("copies.cuont");
        it.type("branches.0.when", "copies.count > 2").press("#save");
        assertThat(it.status()).isEqualTo(200);
        assertThat(it.page().locator("[id='e-steps-many']").innerText())
                .contains("Rẽ nhánh theo điều kiện", "Chờ nộp đủ phí", "lớn hơn 2");
        seen(it, "studio-branches");

        it.press("[id='e-steps-many'] button[value='up']");
        assertThat(it.page().locator("[id='e-steps-appraisal'] .error").innerText())
                .as("nothing leads there any more")
                .isNotBlank();
        seen(it, "studio-branches-wrong");
        it.press("[id='e-steps-many'] button[value='down']");
        assertThat(it.page().locator("ol .error").count()).isZero();
        it.open(steps + "/delete?id=paid");
        assertThat(it.reads()).contains("Bước giải quyết", "many");
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
        assertThat((Boolean) person.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits on a phone")
                .isTrue();
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
