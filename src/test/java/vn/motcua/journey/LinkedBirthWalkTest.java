package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
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
 * A mother files once for birth, residence and health insurance. The commune registers the birth; then the police and the
 * insurance, each in its own system, find their part on the desk with what they need. The mother sees all of it on one page.
 */
@WholeProgram
@Tag("long")
class LinkedBirthWalkTest {

    private static final String MOTHER = "Lê Thị Ngọc Ánh";

    private final TestClock clock;
    private final TaVan told;
    private final String address;

    @Autowired
    LinkedBirthWalkTest(TestClock clock, TaVan told, @LocalServerPort int port) {
        this.clock = clock;
        this.told = told;
        this.address = "http://localhost:" + port;
    }

    private final String residence = TaVan.unused();

    @ParameterizedTest(name = "{0} pixels, JavaScript: {1}")
    @CsvSource({"1280, true", "360, false"})
    void oneFilingThreeAgencies(int width, boolean script) {
        clock.set("2026-11-16T08:05");
        try (var mother = new Person(address, width, script);
                var receiver = new Person(address, width, script).as("Nguyễn Thị Mai Thủy");
                var specialist = new Person(address, width, script).as("Trương Thị Mai Anh");
                var leader = new Person(address, width, script).as("Nguyễn Thị Phương Yến");
                var clerk = new Person(address, width, script).as("Nguyễn Quang Nam")) {
            var code = files(mother);
            var dossier = theCommuneRegisters(receiver, specialist, leader, clerk, mother, code);
            thePolice(width, script, mother, code);
            theInsurance(width, script, mother, code);
            theWhole(mother, code);
            handsOver(receiver, dossier);

            assertThat(Stream.of(mother, receiver, specialist, leader, clerk).flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }

    private static String files(Person mother) {
        mother.open("/").type("q", "khai sinh liên thông").press(".big-search button");
        assertThat(mother.page().locator(".hits h2 a").first().getAttribute("href"))
                .isEqualTo("/procedures/3.000722");
        mother.press(".hits h2 a");
        assertThat(mother.reads())
                .contains("Đăng ký khai sinh", "Đăng ký thường trú", "Cấp thẻ BHYT", "Tự mở khi có kết quả");
        mother.press("a[href$='/start']");
        mother.choose(MOTHER);
        mother.press("form.form-actions .button");
        var form = new BirthForm(mother);
        form.linkedToTheReview("DIGITAL");
        assertThat(mother.reads()).contains(BirthForm.CHILD, "Trần Minh Khôi", "Hải Châu");
        var code = form.file();
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains("Hẹn trả cho cả nhóm có ngay khi bộ phận một cửa tiếp nhận hồ sơ", "Chờ mở")
                .contains("Công an phường Hải Châu", "Bảo hiểm xã hội cơ sở Hải Châu");
        return code;
    }

    private String theCommuneRegisters(
            Person receiver, Person specialist, Person leader, Person clerk, Person mother, String code) {
        receiver.open("/desk?show=intake").press("tr:has-text('" + MOTHER + "') a[href*='/desk/dossiers/']");
        var dossier = receiver.path();
        assertThat(receiver.reads()).contains("Phần 1 của", "Phần 2: Đăng ký thường trú", "Chờ mở");
        receiver.press("#receive .button");
        assertThat(PdfText.of(receiver.bytes(dossier + "/print/acknowledgement")))
                .contains("Một giấy tiếp nhận cho cả nhóm", "Đăng ký thường trú", "19/11/2026");
        told.told();
        mother.open("/my/" + code);
        assertThat(mother.reads()).contains("Hẹn trả cho cả nhóm: chậm nhất 17:00, 19/11/2026");

        clock.set("2026-11-16T09:30");
        specialist.open("/desk").press("tbody a[href^='" + dossier + "']");
        assertThat(specialist.reads()).contains("Phần 1 của").doesNotContain("Phần 2: Đăng ký thường trú");
        specialist.press("#claim button");
        specialist
                .type("decision.personalNumber", "048326000123")
                .type("register.book", "01/2026")
                .press("#complete button");
        leader.open("/desk").press("tbody a[href^='" + dossier + "']").press("#approve button");
        clerk.open("/desk").press("tbody a[href^='" + dossier + "']");
        clerk.type("issue-number", TaVan.unused()).press("#issue button");
        told.told();
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains("Cơ quan đã nhận được, chưa tiếp nhận")
                .doesNotContain("Chờ mở");
        return dossier;
    }

    private void thePolice(int width, boolean script, Person mother, String code) {
        try (var receiver = new Person(address, width, script).as("Đặng Thị Phương Loan");
                var officer = new Person(address, width, script).as("Nguyễn Đình Huy");
                var chief = new Person(address, width, script).as("Trần Thị Thanh Quyên")) {
            receiver.open("/desk?show=intake").press("tr:has-text('" + MOTHER + "') a[href*='/desk/dossiers/']");
            var dossier = receiver.path();
            assertThat(receiver.reads())
                    .contains("Phần 2 của", BirthForm.CHILD, "Giấy khai sinh.pdf")
                    .doesNotContain("Phần 3:");
            receiver.press("#receive .button");
            officer.open("/desk").press("tbody a[href^='" + dossier + "']").press("#claim button");
            officer.press("#complete button");
            chief.open("/desk").press("tbody a[href^='" + dossier + "']").press("#approve button");
            officer.open("/desk").press("tbody a[href^='" + dossier + "']");
            officer.type("issue-number", residence).press("#issue button");
            told.told();
            mother.open("/my/" + code + ".2");
            assertThat(mother.reads()).contains("Kết quả số " + residence);
            assertThat(Stream.of(receiver, officer, chief).flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }

    private void theInsurance(int width, boolean script, Person mother, String code) {
        try (var receiver = new Person(address, width, script).as("Phạm Thị Thanh Anh");
                var officer = new Person(address, width, script).as("Lê Ngọc Hiếu");
                var director = new Person(address, width, script).as("Lê Thị Phương Yến");
                var card = new Person(address, width, script).as("Nguyễn Tiến Cường")) {
            receiver.open("/desk?show=intake").press("tr:has-text('" + MOTHER + "') a[href*='/desk/dossiers/']");
            var dossier = receiver.path();
            receiver.unfold("#supplement button[name=more]");
            receiver.type("supplement-what.0", "Nơi đăng ký khám, chữa bệnh ban đầu");
            receiver.type("supplement-why.0", "Nơi này không nhận thêm trẻ em");
            receiver.press("#supplement .button.wide");
            told.told();
            mother.open("/my/" + code);
            assertThat(mother.reads()).contains("Bạn cần bổ sung: mở trang của phần này. Các phần khác vẫn đi tiếp.");
            mother.press("a[href='/my/" + code + ".3/supplement']");
            mother.type("note-0", "Xin chọn nơi gần nhà").press("button[value=send]");

            receiver.open(dossier).press("#receive .button");
            officer.open("/desk").press("tbody a[href^='" + dossier + "']").press("#claim button");
            officer.type("decision.bhytNo", "0123456789")
                    .type("decision.from", "17")
                    .type("decision.from.month", "11")
                    .type("decision.from.year", "2026")
                    .press("#complete button");
            director.open("/desk").press("tbody a[href^='" + dossier + "']").press("#approve button");
            card.open("/desk").press("tbody a[href^='" + dossier + "']");
            card.type("issue-number", TaVan.unused()).press("#issue button");
            told.told();
            assertThat(Stream.of(receiver, officer, director, card).flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }

    private static void theWhole(Person mother, String code) {
        mother.open("/my/" + code);
        assertThat(mother.reads())
                .contains("Có kết quả lúc 09:30, 16/11/2026")
                .doesNotContain("muộn hơn hẹn", "Bạn cần bổ sung");
        assertThat(mother.page().locator(".badge.good").count()).isEqualTo(3);
        for (int part = 1; part <= 3; part++) {
            assertThat(mother.page()
                            .locator("a[href='/my/" + code + "." + part + "']")
                            .count())
                    .isEqualTo(1);
        }
        assertThat(mother.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private static void handsOver(Person receiver, String dossier) {
        receiver.open(dossier);
        assertThat(receiver.reads()).contains("Phần 3: Cấp thẻ BHYT", "Có kết quả lúc");
        receiver.page().check("input[name=how][value=DIGITAL]");
        receiver.page().check("#hand-over-checked");
        receiver.type("hand-over-toWhom", MOTHER).press("#hand-over .button");
    }
}
