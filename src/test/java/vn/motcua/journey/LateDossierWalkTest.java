package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.PageCheck;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * One dossier that the agency does not settle in time: it apologises while it still may, keeps neither the first date nor
 * the new one, and the applicant reads the truth at every turn.
 */
@WholeProgram
class LateDossierWalkTest {

    private static final String APPLICANT = "Phan Đình Phước";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String REASON = "Phải xác minh tại nơi sinh";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    LateDossierWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void anApologyIsMadeInTimeThePromiseIsBrokenAndTheResultComesLate() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth(APPLICANT).received();
        var desk = "/desk/dossiers/" + life.ref.id();
        applicantReads(life, it -> assertThat(it).contains("17:00, 01/12/2026").doesNotContain("xin lỗi"));

        clock.set("2026-11-30T16:30");
        as(LEADER, 1280, it -> {
            it.open(desk)
                    .unfold("form[action$='/extend'] .button")
                    .type("extend-reason", REASON)
                    .type("extend-days", "2");
            it.press("form[action$='/extend'] .button");
            assertThat(it.reads()).contains("Đã hẹn lại");
            assertThat(PdfText.of(it.bytes(desk + "/print/apology")))
                    .contains("Chúng tôi xin lỗi", REASON, "ngày 01 tháng 12 năm 2026", "ngày 03 tháng 12 năm 2026");
        });
        taVan.told();

        clock.set("2026-12-02T09:00");
        applicantReads(
                life,
                it -> assertThat(it)
                        .contains("Cơ quan xin lỗi, hẹn lại trước 17:00, 03/12/2026", REASON)
                        .as("past the first date, inside the new one")
                        .doesNotContain("Đã quá hẹn"));

        clock.set("2026-12-04T09:00");
        applicantReads(
                life, it -> assertThat(it).contains("Đã quá hẹn", "Lẽ ra hồ sơ này xong trước 17:00, 03/12/2026"));
        as(LEADER, 360, it -> {
            it.open("/desk/reminders");
            assertThat(it.reads())
                    .contains(life.seen().number().orElseThrow().value())
                    .contains("Trễ hạn");
            it.open(desk);
            assertThat(it.page().locator("form[action$='/extend']").count())
                    .as("once only")
                    .isZero();
        });

        life.appraised().approved().issued();
        taVan.told();
        applicantReads(
                life,
                it -> assertThat(it)
                        .contains("Kết quả số 07/2026")
                        .contains("Cơ quan giải quyết muộn hơn hẹn (17:00, 03/12/2026)"));
        as(
                APPLICANT,
                1280,
                it -> assertThat(PdfText.of(it.bytes(life.path() + "/apology-slip")))
                        .contains("Chúng tôi xin lỗi", REASON));
        assertThat(List.of(life.seen().stage().kind().name())).containsExactly("RESOLVED");
    }

    /** The program has drafted it: the cause comes from where the time went, the date from what is left to do. */
    @Test
    void theLeaderPressesTheApologyThatLiesReadyWithItsCauseAndItsDate() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth(APPLICANT).received().answerAwaited("Công an xã xác nhận nơi sinh");
        var number = life.seen().number().orElseThrow().value();
        var cause = "Hồ sơ chờ ý kiến của cơ quan khác từ 15:30, 30/11/2026 và hiện chưa có.";

        clock.set("2026-11-30T16:30");
        as(LEADER, 360, it -> {
            var card = "form.card[action$='" + life.ref.id() + "/extend']";
            it.open("/desk/reminders");
            assertThat(it.page().locator(card).innerText())
                    .contains(number, "17:00, 01/12/2026", "17:00, 02/12/2026", "17:00, 30/11/2026");
            assertThat(it.page().locator(card + " textarea").inputValue()).isEqualTo(cause);
            it.press(card + " .button");
            assertThat(it.reads()).contains("Đã hẹn lại");
            assertThat(PdfText.of(it.bytes("/desk/dossiers/" + life.ref.id() + "/print/apology")))
                    .contains("Chúng tôi xin lỗi", cause, "ngày 01 tháng 12 năm 2026", "ngày 02 tháng 12 năm 2026");
            it.open("/desk/reminders");
            assertThat(it.page().locator(card).count()).as("said once").isZero();
        });
        taVan.told();
        applicantReads(life, it -> assertThat(it).contains("17:00, 02/12/2026"));
        as(
                APPLICANT,
                1280,
                it -> assertThat(PdfText.of(it.bytes(life.path() + "/apology-slip")))
                        .contains("Chúng tôi xin lỗi", cause, "ngày 02 tháng 12 năm 2026"));
    }

    private void applicantReads(TaVan.Life life, Consumer<String> what) {
        as(APPLICANT, 360, it -> {
            it.open(life.path());
            what.accept(it.reads());
            assertThat(PageCheck.faults(it.page())).isEmpty();
        });
    }

    private void as(String name, int width, Consumer<Person> what) {
        try (var person = new Person(address, width, true).as(name)) {
            what.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
