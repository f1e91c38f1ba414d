package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Person;
import vn.motcua.support.SamplePaper;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * What does not go straight on: a supplement, a turning away, a denial, a withdrawal. The officers have JavaScript, the
 * mother a phone without; whoever has the tracking code sees how far it is and never why.
 */
@WholeProgram
class OtherEndsWalkTest {

    private final TaVan taVan;
    private final TestClock clock;
    private final Person mother;
    private final Person anybody;
    private final String address;

    @Autowired
    OtherEndsWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
        this.mother = new Person(address, 360, false).as("Lý Thị Mẩy");
        this.anybody = new Person(address, 360, false);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @AfterEach
    void goHome() {
        assertThat(mother.complaints()).isEmpty();
        mother.close();
        anybody.close();
    }

    @Test
    void aSupplementIsAskedOnceAndAnsweredInTheSameDossier() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as("Phạm Quốc Việt", it -> asksForTwoThings(it, life));

        mother.open("/my").press(".tasks a.button");
        assertThat(mother.path()).isEqualTo(life.path() + "/supplement");
        mother.open(life.path());
        assertThat(mother.reads())
                .contains("Bạn cần bổ sung 2 việc", "Bản chụp bị mờ", "Tên của trẻ viết khác giấy chứng sinh")
                .contains("thời hạn giải quyết tạm dừng", "Đang chờ bạn bổ sung, từ 08:00, 23/11/2026");
        assertThat(mother.page().locator("aside").textContent()).contains("Tính lại khi bạn bổ sung xong");
        tracks(life, "Hồ sơ đang ở cửa 2 trên 3", "Bản chụp bị mờ");

        answers(life);

        assertThat(mother.page().textContent("[role=status]")).contains("Đã gửi phần bổ sung");
        assertThat(mother.page().locator("aside").textContent()).contains("17:00, 25/11/2026");
        mother.press("summary:has-text('Vì sao hẹn trả ngày này')");
        assertThat(mother.reads()).contains("đã bổ sung đầy đủ, thời hạn tính lại từ đầu");
        as("Phạm Quốc Việt", it -> {
            it.open("/desk").press("tbody a[href^='" + path(life) + "']");
            assertThat(it.reads()).contains("Giàng Thị Mỵ Ly", "Bản rõ 🍼.png", "Yêu cầu bổ sung");
            it.press("summary:has-text('Vì sao')");
            assertThat(it.reads()).contains("thời hạn tính lại từ đầu");
            assertThat(it.page().locator("#supplement").count())
                    .as("at this stage it may be asked for once")
                    .isZero();
        });
    }

    private void asksForTwoThings(Person specialist, Life life) {
        specialist.open(path(life)).unfold("#supplement button[name=more]");
        specialist.page().selectOption("[id='supplement-document.0']", "giay-chung-sinh");
        specialist.type("supplement-why.0", "Bản chụp bị mờ, không đọc được ngày sinh");
        specialist.press("#supplement button[name=more]");
        assertThat(specialist.page().inputValue("[id='supplement-why.0']")).contains("Bản chụp bị mờ");
        specialist.type("supplement-what.1", "Họ, chữ đệm, tên của trẻ");
        specialist.type("supplement-why.1", "Tên của trẻ viết khác giấy chứng sinh");
        specialist.press("#supplement .button.wide");
        assertThat(specialist.reads()).contains("Đã gửi yêu cầu bổ sung", "Chờ người nộp bổ sung");
    }

    private void answers(Life life) {
        mother.open(life.path() + "/supplement").press("button[value=send]");
        assertThat(mother.status()).isEqualTo(422);
        assertThat(mother.page().textContent("#errors")).contains("Giấy chứng sinh", "Họ, chữ đệm, tên của trẻ");
        mother.page().setInputFiles("#file-0", new FilePayload("giay-chung-sinh.pdf", "application/pdf", new byte[] {
            'M', 'Z', 0, 1, 2
        }));
        mother.type("note-1", "Tên đúng là Mỵ Ly").press("button[value=send]");
        assertThat(mother.page().textContent("#file-0-error")).contains("giay-chung-sinh.pdf");
        assertThat(mother.page().inputValue("#note-1")).isEqualTo("Tên đúng là Mỵ Ly");

        mother.page().setInputFiles("#file-0", new FilePayload("Bản rõ 🍼.png", "image/png", SamplePaper.bytes()));
        mother.press("button[value='correct:child']").type("child.fullName", "");
        mother.press("form .form-actions .button");
        assertThat(mother.page().textContent("#errors")).isNotEmpty();
        mother.type("child.fullName", "Giàng Thị Mỵ Ly").press("form .form-actions .button");
        assertThat(mother.reads()).contains("Bản rõ", "Bạn đã sửa tờ khai");
        assertThat(mother.page().inputValue("#note-1")).isEqualTo("Tên đúng là Mỵ Ly");
        clock.set("2026-11-25T09:00");
        mother.press("button[value=send]");
    }

    @Test
    void turnedAwayWithTheReasonThatWasTyped() {
        var life = taVan.birth("Lý Thị Mẩy");
        as("Trần Thu Hà", it -> {
            it.open(path(life)).unfold("#turn-away button").press("#turn-away button");
            assertThat(it.status()).isEqualTo(422);
            it.type("turn-away-reason", "Cha mẹ cư trú tại phường Sa Pa; hãy nộp tại đó.")
                    .press("#turn-away button");
            assertThat(it.reads()).contains("Đã từ chối tiếp nhận", "hãy nộp tại đó");
            assertThat(it.page().locator(".acts form").count()).isZero();
        });

        mother.open(life.path());
        assertThat(mother.reads())
                .contains("Hồ sơ không được tiếp nhận", "Cha mẹ cư trú tại phường Sa Pa; hãy nộp tại đó.", "Dừng ở đây")
                .doesNotContain("Rút hồ sơ này");
        tracks(life, "Hồ sơ đã kết thúc", "Sa Pa");
        mother.open(life.path()).press(".notice .button");
        assertThat(mother.path()).isEqualTo("/procedures/" + BirthForm.CODE);
    }

    @Test
    void deniedByTheLeaderOnTheSpecialistsProposal() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as(
                "Phạm Quốc Việt",
                it -> it.open(path(life))
                        .unfold("#propose-denial button")
                        .type("propose-denial-reason", "Trẻ đã có số định danh")
                        .press("#propose-denial button"));
        mother.open(life.path());
        assertThat(mother.reads()).contains("Đang ở cửa 2").doesNotContain("Trẻ đã có số định danh");
        as("Vũ Đức Thành", it -> {
            it.open(path(life)).unfold("#deny button");
            assertThat(it.page().inputValue("#deny-reason")).isEqualTo("Trẻ đã có số định danh");
            it.type("deny-reason", "Trẻ đã được đăng ký khai sinh tại phường Sa Pa ngày 12/11/2026.")
                    .press("#deny button");
        });
        mother.open(life.path());
        assertThat(mother.reads())
                .contains("Hồ sơ không được giải quyết như bạn đề nghị", "phường Sa Pa ngày 12/11/2026", "khiếu nại");
        as(
                "Lù Thị Hiền",
                it -> it.open(path(life)).type("issue-number", "19/TB").press("#issue button"));
        mother.open(life.path());
        assertThat(mother.reads()).as("a denial waits for the leader").doesNotContain("19/TB");
        as("Vũ Đức Thành", it -> {
            it.open("/desk/sign");
            it.page().check("input[value='" + life.registered().id() + "']");
            it.press("#sign .button");
        });
        taVan.signed();
        mother.open(life.path());
        assertThat(mother.reads()).contains("19/TB", "phường Sa Pa ngày 12/11/2026");
        tracks(life, "Hồ sơ đang ở cửa 3 trên 3", "phường Sa Pa");
        assertThat(new String(mother.bytes(life.path() + "/result"), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void withdrawnBeforeAnybodyReceivedIt() {
        var life = taVan.birth("Lý Thị Mẩy");
        mother.open(life.path()).press("a[href$='/withdraw']");
        assertThat(mother.reads()).contains("Không thể hoàn tác");
        mother.type("reason", "Nộp nhầm nơi").press("main form .button");

        assertThat(mother.page().textContent("[role=status]")).contains("Bạn đã rút hồ sơ này");
        assertThat(mother.reads()).contains("Bạn đã rút hồ sơ này lúc 08:00, 23/11/2026");
        tracks(life, "Hồ sơ đã kết thúc", "Nộp nhầm nơi");
        as("Trần Thu Hà", it -> {
            it.open("/desk?show=intake");
            assertThat(it.page().locator("a[href^='" + path(life) + "']").count())
                    .isZero();
            it.open(path(life));
            assertThat(it.reads()).contains("Người nộp đã rút", "Nộp nhầm nơi");
            assertThat(it.page().locator(".acts form").count()).isZero();
        });
    }

    private void as(String officer, Consumer<Person> work) {
        try (var person = new Person(address, 1280, true).as(officer)) {
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    /** What everybody with the code sees; never who or why. */
    private void tracks(Life life, String where, String secret) {
        anybody.open("/track?code=" + life.code.value());
        assertThat(anybody.reads()).contains(where);
        assertThat(List.of("Lý Thị Mẩy", "Giàng Thị Mỵ", secret))
                .noneMatch(it -> anybody.page().content().contains(it));
    }

    private static String path(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }
}
