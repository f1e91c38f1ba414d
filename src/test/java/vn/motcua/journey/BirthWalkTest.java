package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A mother registers the birth of her child: from the search box to the result on her screen, through the hands of all
 * who settle it. At each door everyone looks: the mother, the officers, and whoever has only the tracking code.
 */
@WholeProgram
class BirthWalkTest {

    private final TestClock clock;
    private final String address;

    @Autowired
    BirthWalkTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    private final String number = TaVan.unused();

    @ParameterizedTest(name = "{0} pixels, JavaScript: {1}")
    @CsvSource({"1280, true", "360, false"})
    void fromTheSearchBoxToTheResult(int width, boolean script) {
        clock.set("2026-11-23T08:05");
        try (var mother = new Person(address, width, script);
                var receiver = new Person(address, width, script).as("Nguyễn Thị Mai Thủy");
                var specialist = new Person(address, width, script).as("Trương Thị Mai Anh");
                var leader = new Person(address, width, script).as("Nguyễn Thị Phương Yến");
                var clerk = new Person(address, width, script).as("Nguyễn Quang Nam");
                var anybody = new Person(address, width, script)) {
            finds(mother);
            var code = files(mother);
            submitted(mother, anybody, specialist, code);
            var dossier = receives(receiver);
            received(mother, anybody, code);
            appraises(specialist, dossier);
            approves(leader, dossier);
            issues(clerk, dossier);
            owed(mother, anybody, code);
            takesTheFee(receiver, dossier);
            getsTheResult(mother, code);
            handsOver(receiver, dossier);
            finished(mother, anybody, code);
            nothingIsLeftToDo(List.of(receiver, specialist, leader, clerk), dossier);

            assertThat(Stream.of(mother, receiver, specialist, leader, clerk, anybody)
                            .flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }

    private static void finds(Person mother) {
        mother.open("/").type("q", "giay khai sinh").press(".big-search button");
        assertThat(mother.page().locator(".hits h2 a").first().getAttribute("href"))
                .isEqualTo("/procedures/" + BirthForm.CODE);
        mother.press(".hits h2 a");
        assertThat(mother.reads()).contains("Giấy chứng sinh", "Không thu");
        mother.press("a[href$='/start']");
        assertThat(mother.path()).startsWith("/sign-in?to=");
        mother.choose("Lê Thị Ngọc Ánh");
        assertThat(mother.path()).isEqualTo("/procedures/" + BirthForm.CODE + "/start");
        mother.press("form.form-actions .button");
    }

    private static String files(Person mother) {
        var draft = mother.path().replaceFirst("/case$", "");
        var form = new BirthForm(mother);
        form.toTheReview(2, "DIGITAL");
        assertThat(mother.reads()).contains(BirthForm.CHILD, "Giấy chứng sinh 🍼.png", "16.000 ₫", "Hải Châu");
        mother.press("a[href*='/form/father']")
                .type("father.fullName", "Trần Minh Khôi Nguyên")
                .next();
        assertThat(mother.path()).as("back at once from what was changed").isEqualTo(draft + "/review");
        assertThat(mother.reads()).contains("Trần Minh Khôi Nguyên");
        var code = form.file();
        assertThat(code).matches("[2-9A-HJ-NP-Z]{16}");
        mother.open(draft);
        assertThat(mother.path()).as("the draft is now the filing").isEqualTo("/filings/" + code + "/done");
        return code;
    }

    private static void submitted(Person mother, Person anybody, Person specialist, String code) {
        mother.open("/my");
        assertThat(mother.reads()).contains("Hồ sơ đã nộp", "Đăng ký khai sinh");
        mother.press("a[href='/my/" + code + "']");
        assertThat(mother.reads())
                .contains("Đang chờ tiếp nhận", "Bạn chưa phải làm gì", "Chưa có mã hồ sơ", "Rút hồ sơ này");
        tracks(anybody, code, "Hồ sơ đang ở cửa 1 trên 3");
        assertThat(anybody.reads()).contains("Chưa có mã hồ sơ");
        specialist.open("/desk");
        assertThat(specialist.page().locator("tbody a[href*='/desk/dossiers/']").count())
                .as("not yet at the specialist's step")
                .isZero();
    }

    /** The path of the dossier at the desk. */
    private static String receives(Person receiver) {
        receiver.open("/desk?show=intake");
        assertThat(receiver.reads()).contains("Lê Thị Ngọc Ánh");
        receiver.press("tr:has-text('Lê Thị Ngọc Ánh') a[href*='/desk/dossiers/']");
        var dossier = receiver.path();
        assertThat(receiver.reads()).contains(BirthForm.CHILD, "Giấy chứng sinh 🍼.png", "Từ chối tiếp nhận");
        receiver.press("#receive .button");
        assertThat(receiver.page().textContent(".notice.good")).contains("Đã tiếp nhận");
        assertThat(PdfText.of(receiver.bytes(dossier + "/print/acknowledgement")))
                .containsPattern("H17\\.101-261123-\\d{4}")
                .contains("Lê Thị Ngọc Ánh", "16.000", "17 giờ 00 phút, ngày 23 tháng 11 năm 2026");
        assertThat(receiver.page().locator("#complete").count())
                .as("not the receiver's step")
                .isZero();
        return dossier;
    }

    private static void received(Person mother, Person anybody, String code) {
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains(
                        "Đang ở cửa 2",
                        "Hẹn trả trước 17:00, 23/11/2026",
                        "Tải giấy tiếp nhận",
                        "Còn phải nộp 16.000 ₫",
                        "Rút hồ sơ này")
                .containsPattern("Mã hồ sơ H17\\.101-261123-\\d{4}");
        tracks(anybody, code, "Hồ sơ đang ở cửa 2 trên 3");
        assertThat(anybody.reads()).containsPattern("Mã hồ sơ H17\\.101-261123-\\d{4}");
    }

    private void appraises(Person specialist, String dossier) {
        clock.set("2026-11-23T09:30");
        specialist.open("/desk").press("tbody a[href^='" + dossier + "']").press("#claim button");
        specialist
                .type("decision.personalNumber", "010326000123")
                .type("register.book", "01/2026")
                .type("complete-note", "Hồ sơ đủ điều kiện đăng ký khai sinh.")
                .press("#complete button");
        assertThat(specialist.page().locator("#approve").count())
                .as("not the specialist's step")
                .isZero();
    }

    private static void approves(Person leader, String dossier) {
        leader.open("/desk").press("tbody a[href^='" + dossier + "']");
        assertThat(leader.reads()).contains("Hồ sơ đủ điều kiện đăng ký khai sinh.", "Trương Thị Mai Anh");
        leader.press("#approve button");
    }

    private void issues(Person clerk, String dossier) {
        clerk.open("/desk").press("tbody a[href^='" + dossier + "']");
        assertThat(PdfText.of(clerk.bytes(dossier + "/result-draft")))
                .contains(BirthForm.CHILD.toUpperCase(Locale.ROOT));
        clerk.type("issue-number", number).press("#issue button");
        assertThat(clerk.reads()).contains("Đã phát hành kết quả", "Phát hành kết quả số " + number);
    }

    private void owed(Person mother, Person anybody, String code) {
        mother.open("/my");
        assertThat(mother.reads()).contains("Việc bạn cần làm", "Xem kết quả");
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains("Kết quả số " + number, "Còn phải nộp 16.000 ₫. Hãy nộp tại quầy")
                .doesNotContain("Tải kết quả (PDF)", "Hồ sơ đủ điều kiện");
        tracks(anybody, code, "Hồ sơ đang ở cửa 3 trên 3");
        assertThat(anybody.reads()).doesNotContain(number, "16.000");
    }

    private static void takesTheFee(Person receiver, String dossier) {
        receiver.open("/desk").press("tbody a[href^='" + dossier + "']");
        assertThat(receiver.reads()).contains("Còn phải thu 16.000 ₫ trước khi trả kết quả");
        receiver.press("#take-fee button");
        assertThat(receiver.reads()).contains("Đã thu đủ").doesNotContain("Còn phải thu");
    }

    private void getsTheResult(Person mother, String code) {
        mother.open("/my/" + code);
        assertThat(mother.reads()).contains("Bản đã ký số", "Bạn tải kết quả ngay dưới đây");
        assertThat(PdfText.of(mother.download("a[href$='/result']")))
                .contains(BirthForm.CHILD.toUpperCase(Locale.ROOT), number, "Nguyễn Thị Phương Yến", "Mã kiểm tra")
                .doesNotContain("CHƯA KÝ SỐ");
    }

    private static void handsOver(Person receiver, String dossier) {
        receiver.open(dossier);
        receiver.page().check("input[name=how][value=DIGITAL]");
        receiver.page().check("#hand-over-checked");
        receiver.type("hand-over-toWhom", "Lê Thị Ngọc Ánh").press("#hand-over .button");
        assertThat(receiver.page().textContent("h1 + p")).contains("Đã trả kết quả");
    }

    private void finished(Person mother, Person anybody, String code) {
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains("Đã trả kết quả lúc 09:30, 23/11/2026", "Tải kết quả (PDF)", "Bạn không phải làm gì thêm");
        tracks(anybody, code, "Hồ sơ đã kết thúc");
        assertThat(anybody.reads()).doesNotContain(number);
        anybody.open("/my/" + code);
        assertThat(anybody.path()).startsWith("/sign-in?to=");
    }

    private static void nothingIsLeftToDo(List<Person> officers, String dossier) {
        for (var officer : officers) {
            officer.open("/desk");
            assertThat(officer.page().locator("a[href^='" + dossier + "']").count())
                    .isZero();
            officer.open(dossier);
            assertThat(officer.page()
                            .locator(".acts form:not(#propose-amendment, #propose-revocation)")
                            .count())
                    .isZero();
            assertThat(officer.reads()).contains("người nhận Lê Thị Ngọc Ánh");
        }
    }

    private static void tracks(Person anybody, String code, String where) {
        anybody.open("/track").type("code", code.toLowerCase(Locale.ROOT)).press("main .button");
        assertThat(anybody.reads())
                .contains(where)
                .doesNotContain("Lê Thị Ngọc Ánh", BirthForm.CHILD, "Nguyễn Thị Mai Thủy", "Đăng ký khai sinh");
    }
}
