package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.consultation.Consultations;
import vn.motcua.shared.Scope;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** What officers do with one another: they ask, are silent, remind, look at the same dossier, and take money once. */
@WholeProgram
class ColleaguesWalkTest {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String COLLEAGUE = "Giàng A Páo";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String ONE_STOP = "Trung tâm Phục vụ hành chính công xã Tả Van";
    private static final String SA_PA = "Trung tâm Phục vụ hành chính công phường Sa Pa";

    private final TaVan taVan;
    private final TestClock clock;
    private final Consultations consultations;
    private final String address;

    @Autowired
    ColleaguesWalkTest(TaVan taVan, TestClock clock, Consultations consultations, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.consultations = consultations;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoAgenciesAreAskedAtOnceOneAnswersAndTheSilenceOfTheOtherCounts(boolean script) {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var question = new String[1];
        as(SPECIALIST, 360, script, it -> {
            it.open(page(life) + "/consultations").type("question", "Bản chính giấy chứng sinh có khớp không?");
            ask(it, 0, ONE_STOP, "2", "REMINDS");
            ask(it, 1, SA_PA, "1", "AGREES");
            it.press("#ask > .button");
            assertThat(it.reads()).contains(ONE_STOP, SA_PA, "Đang chờ");
            sound(it);
            question[0] = it.page()
                    .locator("form[action$='/withdraw']")
                    .first()
                    .getAttribute("action")
                    .replaceFirst(".*/consultations/([^/]+)/withdraw", "$1");
            complete(it, life);
            assertThat(it.status()).isEqualTo(409);
            assertThat(it.reads()).contains("đang chờ ý kiến của");
        });
        clock.set("2026-11-26T08:00"); // the 24th is a holiday
        Scope.of(TaVan.LAO_CAI).run(() -> consultations.overdue().forEach(consultations::silence));
        as(RECEIVER, 1280, script, it -> {
            it.open("/desk/consultations").press("a[href$='" + question[0] + "']");
            it.page().check("#stance-AGREE");
            it.type("text", "Bản chính khớp");
            sound(it);
            it.press("#answer > .button");
        });
        as(SPECIALIST, 1280, script, it -> {
            it.open(page(life) + "/consultations");
            assertThat(it.reads()).contains("Không trả lời, coi là đồng ý", "Bản chính khớp", RECEIVER + " trả lời");
            complete(it, life);
            assertThat(it.reads()).contains("Đã chuyển hồ sơ sang bước tiếp theo");
        });
    }

    @Test
    void theOfficerIsRemindedTheLeaderHearsOfWhatIsLateAndApologisesWithOnePress() {
        clock.set("2026-11-30T15:30");
        var life = taVan.birth("Phan Đình Phước").received();
        var number = life.seen().number().orElseThrow().value();
        as(SPECIALIST, 360, true, it -> {
            it.open("/desk/reminders");
            assertThat(line(it, number)).contains("Sắp đến hạn");
            sound(it);
            it.press("a:has-text('" + number + "')");
            assertThat(it.path()).isEqualTo(page(life));
        });
        life.answerAwaited("Xin ý kiến công an xã");
        clock.set("2026-11-30T16:30");
        as(LEADER, 1280, true, it -> {
            it.open("/desk/reminders");
            sound(it);
            it.press("form[action$='" + life.ref.id() + "/extend'] .button");
            assertThat(it.reads()).contains("Đã hẹn lại");
        });
        as("Phan Đình Phước", 360, false, it -> {
            it.open(life.path());
            assertThat(it.reads()).contains("Ngày hẹn trả vẫn là 17:00, 02/12/2026");
            assertThat(it.page().locator("a[href$='/apology-slip']").count()).isEqualTo(1);
        });
        var late = taVan.birth("Phan Đình Phước").received().seen().number().orElseThrow();
        clock.set("2026-12-08T08:00");
        as(LEADER, 360, false, it -> {
            it.open("/desk/reminders");
            assertThat(line(it, late.value())).contains("Trễ hạn", "Việc của đơn vị bạn phụ trách");
        });
    }

    @Test
    void whoOpensWhatAColleagueHasOpenIsToldAndNoLongerWhenTheyHaveGone() {
        var life = taVan.birth("Lý Thị Mẩy");
        as(RECEIVER, 1280, true, it -> {
            it.open(page(life));
            assertThat(it.page().locator("#presence").innerText()).isBlank();
            as(COLLEAGUE, 360, false, other -> {
                other.open(page(life));
                assertThat(other.reads()).contains(RECEIVER + " cũng đang mở hồ sơ này");
                sound(other);
            });
            it.open(page(life));
            assertThat(it.reads()).contains(COLLEAGUE + " cũng đang mở hồ sơ này");
            clock.set("2026-11-23T08:03");
            it.open(page(life));
            assertThat(it.reads()).doesNotContain("cũng đang mở hồ sơ này");
        });
    }

    @Test
    void aFeeIsTakenOnceWhoeverPressesSecondIsToldByWhom() {
        var life = taVan.copies("Lý Thị Mẩy").received();
        as(RECEIVER, 1280, true, it -> {
            it.open(page(life));
            assertThat(it.page().locator("#take-fee").innerText()).contains("₫");
            sound(it);
            as(COLLEAGUE, 360, false, other -> {
                other.open(page(life));
                it.press("#take-fee button");
                assertThat(it.reads()).contains("Đã thu đủ", RECEIVER + " thu lúc 08:00, 23/11/2026");
                other.press("#take-fee button");
                assertThat(other.status()).isEqualTo(409);
                assertThat(other.reads()).contains(RECEIVER + " vừa thu");
            });
        });
        as("Lý Thị Mẩy", 360, false, it -> {
            it.open(life.path());
            assertThat(it.reads()).contains("₫");
        });
    }

    private static void ask(Person it, int row, String unit, String days, String silence) {
        it.page().locator("#unit-" + row).selectOption(new SelectOption().setLabel(unit));
        it.type("days-" + row, days);
        it.page().locator("#silence-" + row).selectOption(silence);
    }

    private static void complete(Person it, Life life) {
        it.open(page(life));
        List.of("decision.personalNumber", "register.book").forEach(field -> it.unfold("[id='" + field + "']"));
        it.type("decision.personalNumber", "010326000123").type("register.book", "01/2026");
        it.press("form[action$='/complete'] .button");
    }

    private static String line(Person it, String number) {
        return it.page().locator("tr:has-text('" + number + "')").innerText();
    }

    private static void sound(Person it) {
        if (it.script()) {
            assertThat(PageCheck.faults(it.page())).as(it.path()).isEmpty();
        }
    }

    private static String page(Life life) {
        return "/desk/dossiers/" + life.ref.id();
    }

    private void as(String name, int width, boolean script, Consumer<Person> what) {
        try (var person = new Person(address, width, script).as(name)) {
            what.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
