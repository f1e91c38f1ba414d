package vn.motcua.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.SupplementDeadlines;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.PageCheck;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;

/**
 * Ends of received dossiers: halted after a supplement that did not come, withdrawn at the applicant's wish, given to who is
 * competent.
 */
@ProgramOfItsOwn
class LateEndsWalkTest {

    private static final SupplementRequest.Line SCAN =
            new SupplementRequest.Line("Giấy chứng sinh", "Bản chụp mờ", java.util.Optional.of("giay-chung-sinh"));

    private static final String SA_PA = "Trung tâm Phục vụ hành chính công phường Sa Pa";
    private static final String HAI_CHAU = "Trung tâm Phục vụ hành chính công phường Hải Châu";

    private final TaVan taVan;
    private final TestClock clock;
    private final SupplementDeadlines deadlines;
    private final String address;
    private Person mother;

    @Autowired
    LateEndsWalkTest(TaVan taVan, TestClock clock, SupplementDeadlines deadlines, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.deadlines = deadlines;
        this.address = "http://localhost:" + port;
        this.mother = new Person(address, 360, true);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
        mother.close();
        mother = new Person(address, 360, true).as("Lý Thị Mẩy");
    }

    /** A session does not live for weeks. */
    private Person signInAgain() {
        assertThat(mother.complaints()).isEmpty();
        mother.close();
        mother = new Person(address, 360, true).as("Lý Thị Mẩy");
        return mother;
    }

    @AfterEach
    void goHome() {
        assertThat(mother.complaints()).isEmpty();
        mother.close();
    }

    @Test
    void haltedAfterASupplementThatDidNotCome() {
        var life = taVan.birth("Lý Thị Mẩy").received().askedInProcess(SCAN);
        mother.open(life.path() + "/supplement");
        assertThat(mother.reads()).contains("Bổ sung đến hết ngày 23/12/2026");
        mother.type("note-0", "Đang xin lại ở bệnh viện");
        mother.page().setInputFiles("#file-0", new FilePayload("ban-nhap.png", "image/png", SamplePaper.bytes()));
        mother.press("button[value=save].secondary");

        clock.set("2026-12-20T08:00");
        deadlines.go();
        signInAgain().open(life.path());
        assertThat(mother.page().content()).contains("Bạn cần bổ sung", "Nhắc hạn bổ sung: hết ngày 23/12/2026");
        clock.set("2026-12-24T08:00");
        assertThat(deadlines.go()).isPositive();

        signInAgain().open(life.path());
        assertThat(mother.reads()).contains("chúng tôi chưa nhận được bổ sung");
        seen(mother, "lapsed-applicant");
        mother.open(life.path() + "/supplement");
        assertThat(mother.status()).isEqualTo(409);
        assertThat(mother.reads()).as("nothing is lost").contains("Đang xin lại ở bệnh viện", "ban-nhap.png");
        seen(mother, "lapsed-draft");

        as("Phạm Quốc Việt", it -> {
            it.open(path(life));
            assertThat(it.reads()).contains("Hạn bổ sung đã hết ngày 23/12/2026", "4 – Đang xử lý");
            seen(it, "lapsed-desk");
            it.unfold("#propose-halt button")
                    .type("propose-halt-reason", "Không bổ sung giấy chứng sinh trong hạn")
                    .type("propose-halt-returned", "01 bản chính giấy chứng nhận kết hôn")
                    .press("#propose-halt button");
            assertThat(it.reads()).contains("Đã trình lãnh đạo");
        });
        as("Vũ Đức Thành", it -> {
            it.open(path(life));
            assertThat(it.reads()).contains("Phạm Quốc Việt đề xuất. Lý do: Không bổ sung giấy chứng sinh trong hạn");
            seen(it, "to-halt");
            it.press("#confirm button");
            assertThat(it.reads()).contains("8 – Dừng xử lý");
        });

        mother.open(life.path());
        assertThat(mother.reads())
                .contains("Cơ quan đã dừng giải quyết hồ sơ này", "Không bổ sung giấy chứng sinh trong hạn")
                .contains("Giấy tờ trả lại bạn: 01 bản chính giấy chứng nhận kết hôn")
                .doesNotContain("Rút hồ sơ này");
        seen(mother, "halted-applicant");
        assertThat(PdfText.of(mother.bytes(life.path() + "/halt-slip")))
                .contains("dừng giải quyết", "Không bổ sung giấy chứng sinh trong hạn", "Vũ Đức Thành");
    }

    @Test
    void withdrawnAfterReceptionWhenTheOfficerAgrees() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        mother.open(life.path()).press("a[href$='/withdraw']");
        assertThat(mother.reads()).contains("phải đồng ý thì mới rút được");
        mother.press("main form .button");
        assertThat(mother.status()).isEqualTo(422);
        seen(mother, "withdraw-ask");
        mother.type("reason", "Gia đình chuyển nơi ở").press("main form .button");
        assertThat(mother.reads()).contains("Đã gửi yêu cầu rút hồ sơ", "Bạn đã xin rút hồ sơ lúc 08:00, 23/11/2026");

        as("Phạm Quốc Việt", it -> {
            it.open(path(life));
            assertThat(it.reads()).contains("Gia đình chuyển nơi ở");
            seen(it, "wanted-back");
            it.unfold("#refuse-withdrawal button")
                    .type("refuse-withdrawal-reason", "Giấy khai sinh đang in")
                    .press("#refuse-withdrawal button");
        });
        mother.open(life.path());
        assertThat(mother.reads()).contains("Cơ quan chưa đồng ý cho rút hồ sơ", "Giấy khai sinh đang in");
        mother.press("a[href$='/withdraw']").type("reason", "Vẫn xin rút").press("main form .button");
        as("Phạm Quốc Việt", it -> {
            it.open(path(life)).press("#let-go button");
            assertThat(it.reads()).contains("7 – Công dân yêu cầu rút hồ sơ", "Vẫn xin rút");
            assertThat(it.page().locator(".acts form").count()).isZero();
        });
        mother.open(life.path());
        assertThat(mother.reads()).contains("Bạn đã rút hồ sơ này lúc", "Dừng ở đây");
        seen(mother, "withdrawn-applicant");
    }

    @Test
    void receivedByAUnitThatIsNotCompetentAndGivenToTheOneThatIs() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as("Phạm Quốc Việt", it -> {
            it.open(path(life)).unfold("#pass-on button");
            it.page().selectOption("#pass-on-unit", new SelectOption().setLabel(SA_PA));
            it.type("pass-on-reason", "Cha mẹ cư trú ở phường Sa Pa");
            seen(it, "pass-on");
            it.press("#pass-on button");
            assertThat(it.reads()).contains("Đã chuyển hồ sơ đến đơn vị có thẩm quyền");
            assertThat(it.page().locator(".acts form").count()).isZero();
            seen(it, "passed-on");
        });
        mother.open(life.path());
        assertThat(mother.reads()).contains("Hồ sơ đã được chuyển đến " + SA_PA, "Cha mẹ cư trú ở phường Sa Pa");
        assertThat(mother.page().content())
                .contains("chuyển đến " + SA_PA + " là nơi có thẩm quyền; ngày hẹn trả không đổi");
        seen(mother, "passed-on-applicant");
        as("Nguyễn Tiến Lâm", it -> {
            it.open(path(life)).press("#forward button");
            assertThat(it.reads()).contains("4 – Đang xử lý");
        });
    }

    @Test
    void receivedByAnAgencyThatIsNotCompetentAndGivenToTheOneThatIs() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var number = life.seen().number().orElseThrow().value();
        as("Phạm Quốc Việt", it -> {
            it.open(path(life)).unfold("#pass-across button");
            it.page().selectOption("#pass-across-agency", "48");
            it.type("pass-across-unit", "hai chau").type("pass-across-reason", "Cha mẹ cư trú ở thành phố Đà Nẵng");
            seen(it, "pass-across");
            it.press("#pass-across button");
            assertThat(it.reads()).contains("Đã chuyển cơ quan khác", "4 – Đang xử lý");
        });
        mother.open(life.path());
        assertThat(mother.reads()).contains("Hồ sơ đã được chuyển đến " + HAI_CHAU, "Bạn không phải nộp lại");
        seen(mother, "passed-across-applicant");

        taVan.told();
        mother.open(life.path());
        assertThat(mother.reads()).contains("Đã chuyển đến cơ quan có thẩm quyền");
        seen(mother, "passed-across-both");
        mother.open(life.path() + ".2");
        assertThat(mother.reads()).contains(number, "Đang chờ tiếp nhận tại " + HAI_CHAU);
        assertThat(mother.page().content()).contains("chuyển đến " + HAI_CHAU);
        as("Nguyễn Thị Mai Thủy", it -> {
            it.open("/desk/find?q=" + number);
            it.press("main a[href*='/desk/dossiers/']");
            assertThat(it.reads()).contains(number, "Cha mẹ cư trú ở thành phố Đà Nẵng");
            it.press("#receive .button");
            assertThat(it.reads()).contains(number, "4 – Đang xử lý");
            seen(it, "arrived-and-received");
        });
    }

    /** Sound as every page of the table, and kept as a picture for who wants to look. */
    private static void seen(Person person, String name) {
        assertThat(PageCheck.faults(person.page())).as(name).isEmpty();
        person.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }

    private void as(String officer, Consumer<Person> work) {
        try (var person = new Person(address, 1280, true).as(officer)) {
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static String path(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
