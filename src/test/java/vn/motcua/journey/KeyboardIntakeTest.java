package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.text.Normalizer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.support.CopyRequest;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A simple intake without a mouse: Giàng A Sình asks for a copy of his daughter's birth certificate. Every key is counted, a
 * Vietnamese letter as the keys of Telex: one for the letter and one for each mark. An average typist needs 0.28 seconds for a
 * key, and 1.35 seconds to think before each thing they fill in, choose or press (the keystroke-level model of Card, Moran and
 * Newell); the scanner's typing is not the officer's.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=counter-day")
class KeyboardIntakeTest {

    private static final double SECONDS_A_KEY = 0.28;
    private static final double SECONDS_TO_THINK = 1.35;
    private static final String CARD = "010095999002||Giàng A Sình|02111995|Nam|Tả Van, Lào Cai|15032022";

    private final TestClock clock;
    private final String address;
    private int keys;
    private int thoughts;

    @Autowired
    KeyboardIntakeTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aSimpleIntakeNeedsNoMouseAndFewKeys() {
        clock.set("2026-11-26T08:00");
        try (var receiver = new Person(address, 1280, true).as("Trần Thu Hà")) {
            var page = receiver.open("/desk/counter").page();
            assertThat(focused(page)).isEqualTo("card");
            page.keyboard().insertText(CARD);
            enter(page);
            assertThat(receiver.reads()).contains("Đã tìm thấy");
            assertThat(page.inputValue("#name")).isEqualTo("Giàng A Sình");

            assertThat(focused(page))
                    .as("the person is known: what do they want")
                    .isEqualTo("procedure");
            arrowTo(page, "procedure", CopyRequest.CODE);
            reach(page, "procedure-begin");
            enter(page);
            assertThat(receiver.path()).matches("/desk/counter/[0-9a-f-]{36}");
            assertThat(receiver.reads()).contains("Đã có, không cần nộp");

            reach(page, "requester.relationship");
            arrowTo(page, "requester.relationship", "04");
            reach(page, "record.kind");
            arrowTo(page, "record.kind", "BIRTH");
            fill(page, "record.subjectName", "Giàng Thị Mỵ");
            fill(page, "record.subjectBirth", "7");
            fill(page, "record.subjectBirth.month", "11");
            fill(page, "record.subjectBirth.year", "2020");
            fill(page, "record.agency", "UBND xã Tả Van");
            fill(page, "copies.count", "2");
            reach(page, "commit.agree");
            press(page, "Space");
            reach(page, "seen-giay-to-tuy-than");
            press(page, "Space");
            assertThat(page.inputValue("#originals-giay-to-tuy-than")).isEqualTo("1");
            reach(page, "file");
            enter(page);
            assertThat(receiver.path()).matches("/desk/dossiers/[0-9a-f-]{36}");
            while (!(boolean) page.evaluate(
                    "!!document.activeElement.closest('#receive') && document.activeElement.matches('button')")) {
                press(page, "Tab");
            }
            enter(page);
            assertThat(page.textContent(".notice.good")).contains("Đã tiếp nhận");

            receiver.open("/desk/counter").type("card", CARD).press("button[name=scan]");
            page.selectOption("#procedure", CopyRequest.CODE);
            assertThat(receiver.press("#procedure-begin").reads())
                    .contains("đang có hồ sơ cùng thủ tục chưa giải quyết xong: H38");
            assertThat(receiver.complaints()).isEmpty();
        }
        var seconds = keys * SECONDS_A_KEY + thoughts * SECONDS_TO_THINK;
        System.out.printf("Intake by keyboard: %d keys, %d thoughts, about %.0f seconds%n", keys, thoughts, seconds);
        assertThat(seconds).isLessThan(90);
    }

    @Test
    void theChecklistIsTickedWithArrowsAndTheSpaceBar() {
        clock.set("2026-11-26T09:00");
        try (var receiver = new Person(address, 1280, true).as("Trần Thu Hà")) {
            var page = receiver.open("/desk/counter").page();
            page.focus("#card");
            page.keyboard().insertText(CARD);
            enter(page);
            page.selectOption("#procedure", BirthForm.CODE);
            receiver.press("#procedure-begin");

            page.focus("input[name='seen-giay-chung-sinh']");
            press(page, "Space");
            press(page, "ArrowDown");
            assertThat(focused(page)).isNotEqualTo("seen-giay-chung-sinh").startsWith("seen-");
            press(page, "Space");
            var second = focused(page).replace("seen-", "");
            press(page, "ArrowUp");
            press(page, "Space");

            assertThat(page.inputValue("#originals-giay-chung-sinh")).isEqualTo("0");
            assertThat(page.inputValue("#originals-" + second)).isEqualTo("1");
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            page.reload();
            assertThat(page.inputValue("#originals-giay-chung-sinh")).isEqualTo("0");
            assertThat(page.inputValue("#originals-" + second)).isEqualTo("1");
        }
    }

    /** Goes on with the tabulator until the element of that id or name has the focus. */
    private void reach(Page page, String wanted) {
        thoughts++;
        for (int step = 0; step < 80; step++) {
            if (focused(page).equals(wanted)) {
                return;
            }
            press(page, "Tab");
        }
        throw new AssertionError("no way by keyboard to " + wanted);
    }

    private void arrowTo(Page page, String list, String value) {
        for (int step = 0; step < 80 && !page.inputValue("[id='" + list + "']").equals(value); step++) {
            press(page, "ArrowDown");
        }
        assertThat(page.inputValue("[id='" + list + "']")).isEqualTo(value);
    }

    private void fill(Page page, String field, String text) {
        reach(page, field);
        page.keyboard().insertText(text);
        keys += telex(text);
    }

    /** Keys of that text by Telex: of ể the letter, its hat and its tone; of đ two; of a capital the shift as well. */
    private static int telex(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD);
        var strokes = letters.codePoints().filter(it -> it == 'đ' || it == 'Đ').count();
        var capitals = letters.codePoints().filter(Character::isUpperCase).count();
        return letters.length() + (int) (strokes + capitals);
    }

    @Test
    void aVietnameseLetterTakesTheKeysOfTelex() {
        assertThat(telex("ba")).isEqualTo(2);
        assertThat(telex("xã")).isEqualTo(3);
        assertThat(telex("đỗ")).as("dd oo x").isEqualTo(5);
        assertThat(telex("Mỵ")).as("shift, m, y, j").isEqualTo(4);
    }

    /** Presses Enter and waits until the page that answers has taken the place of this one. */
    private void enter(Page page) {
        thoughts++;
        var replaced = new AtomicBoolean();
        Consumer<Frame> note = it -> replaced.set(true);
        page.onFrameNavigated(note);
        press(page, "Enter");
        page.waitForCondition(replaced::get);
        page.offFrameNavigated(note);
        page.waitForLoadState();
    }

    private void press(Page page, String key) {
        page.keyboard().press(key);
        keys++;
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.id || document.activeElement.name || ''")
                .toString();
    }
}
