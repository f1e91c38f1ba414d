package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.dossier.HistoryLine;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TaVan.Life;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** An officer takes back what they have just done, within ten seconds, before anybody outside is told. */
@WholeProgram
@TestPropertySource(properties = "motcua.undo.window=10s")
class UndoWalkTest {

    private static final String SPECIALIST = "Phạm Quốc Việt";
    private static final String RECEIVER = "Trần Thu Hà";
    private static final String LEADER = "Vũ Đức Thành";
    private static final String COMPLETE = "form[action$='/complete'] .button";
    private static final String UNDO = "form[data-undo] button";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    UndoWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStepIsTakenBackWithWhatWasEnteredAndDoneAgain(boolean script) {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as(SPECIALIST, 360, script, it -> {
            complete(it, life, "010326000123");
            assertThat(it.reads()).contains("Đã chuyển hồ sơ sang bước tiếp theo", "Hoàn tác", "Còn");
            it.press(UNDO);
            assertThat(it.reads()).contains("Đã hoàn tác", "trở lại bước").doesNotContain("010326000123");
            assertThat(life.seen().answers()).doesNotContainKey("decision.personalNumber");
            complete(it, life, "010326000456");
            if (script) {
                assertThat(PageCheck.faults(it.page())).isEmpty();
            }
        });
        assertThat(life.seen().answers()).containsEntry("decision.personalNumber", "010326000456");
        as(LEADER, 1280, script, it -> {
            it.open("/desk/dossiers/" + life.ref.id());
            assertThat(it.reads()).contains("Hoàn tác việc vừa làm");
        });
    }

    @Test
    void theApplicantReadsNothingOfATurningAwayThatWasTakenBack() {
        var life = taVan.birth("Lý Thị Mẩy");
        as(RECEIVER, 1280, true, it -> {
            it.open("/desk/dossiers/" + life.ref.id())
                    .unfold("#turn-away-reason")
                    .type("turn-away-reason", "Nộp nhầm nơi")
                    .press("form[action$='/turn-away'] .button");
            taVan.told();
            it.press(UNDO);
            assertThat(it.reads()).contains("Đã hoàn tác", "Chờ tiếp nhận");
        });
        clock.advance(Duration.ofMinutes(1));
        taVan.told();
        assertThat(life.seen().history()).extracting(HistoryLine::kind).containsExactly("filed");
        as("Lý Thị Mẩy", 360, true, it -> {
            it.open(life.path());
            assertThat(it.reads()).doesNotContain("Nộp nhầm nơi");
        });
    }

    @Test
    void whoIsTooLateIsToldAndNothingChanges() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as(SPECIALIST, 1280, false, it -> {
            complete(it, life, "010326000123");
            clock.advance(Duration.ofSeconds(10));
            it.press(UNDO);
            assertThat(it.status()).isEqualTo(409);
            assertThat(it.reads()).contains("Đã quá 10");
        });
        assertThat(life.seen().answers()).containsEntry("decision.personalNumber", "010326000123");
    }

    @Test
    void theSecondsRunQuietlyAndTheirEndIsSaid() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        as(SPECIALIST, 1280, true, it -> {
            it.page().clock().install();
            fill(it, life, "010326000123");
            it.page().clock().pauseAt(System.currentTimeMillis() + 3_600_000);
            it.press(COMPLETE);
            it.page().clock().runFor(4_000);
            assertThat(it.page().locator("#undo-left").innerText()).isEqualTo("Còn 6\u00a0giây.");
            assertThat(it.page().locator("#undo-left").evaluate("e => !!e.closest('[role=status],[aria-live]')"))
                    .isEqualTo(false);
            it.page().clock().runFor(7_000);
            assertThat(it.page().locator(UNDO).count()).isZero();
            assertThat(it.page().locator("[data-undo-over]").innerText()).isEqualTo("Hết thời gian hoàn tác.");
        });
    }

    private static void complete(Person it, Life life, String number) {
        fill(it, life, number);
        it.press(COMPLETE);
    }

    private static void fill(Person it, Life life, String number) {
        it.open("/desk/dossiers/" + life.ref.id());
        List.of("decision.personalNumber", "register.book").forEach(field -> it.unfold("[id='" + field + "']"));
        it.type("decision.personalNumber", number).type("register.book", "01/2026");
    }

    private void as(String name, int width, boolean script, Consumer<Person> what) {
        try (var person = new Person(address, width, script).as(name)) {
            what.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }
}
