package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** Copies are certified while the applicant waits at the counter. */
@WholeProgram
class AtOnceWalkTest {

    private static final String RECEIVER = "Trần Thu Hà";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    AtOnceWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-16T08:00");
    }

    @Test
    void whatIsGivenAtOnceIsOneSitting() {
        var life = taVan.copies("Lý Thị Mẩy");
        var sitting = "/desk/dossiers/" + life.ref.id() + "?sitting=yes";
        as(RECEIVER, 1280, it -> {
            it.open("/desk/dossiers/" + life.ref.id()).press("a[href$='?sitting=yes']");
            assertThat(it.reads()).contains("Trả ngay tại quầy", "NĐ 23/2015/NĐ-CP");
            seen(it, "sitting-begins");
            it.press("#receive .button");
            assertThat(it.page().url()).contains(sitting);
            assertThat(it.reads()).contains("không cần giấy tiếp nhận");
            assertThat(it.page().locator("a[href$='/print/acknowledgement']").count())
                    .as("on demand")
                    .isEqualTo(1);
        });
        as("Phạm Quốc Việt", 1280, it -> {
            it.open(sitting).press("#complete .button");
            assertThat(it.status())
                    .as("the book is missing: the same page again")
                    .isEqualTo(422);
            assertThat(it.reads()).contains("Trả ngay tại quầy");
            it.type("register.book", "01/2026").press("#complete .button");
        });
        as("Vũ Đức Thành", 1280, it -> it.open(sitting).press("#approve .button"));
        as(
                "Lù Thị Hiền",
                1280,
                it -> it.open(sitting).type("issue-number", "115/2026").press("#issue .button"));
        clock.set("2026-11-16T08:20");
        as(RECEIVER, 360, it -> {
            it.open(sitting);
            seen(it, "sitting-hand-over");
            if (it.page().locator("#take-fee button").count() > 0) {
                it.press("#take-fee button");
            }
            it.page().check("#hand-over input[value=COUNTER]");
            it.page().check("#hand-over-checked");
            it.type("hand-over-toWhom", "Lý Thị Mẩy").press("#hand-over .button");
            assertThat(it.reads()).contains("Đã trả kết quả");
            seen(it, "sitting-over");
        });
        assertThat(life.seen().history())
                .as("the ordinary events")
                .extracting(vn.motcua.dossier.HistoryLine::kind)
                .containsExactly("filed", "received", "forwarded", "resolved", "result-issued", "result-handed-over");
    }

    private void as(String name, int width, Consumer<Person> work) {
        try (var person = new Person(address, width, true).as(name)) {
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static void seen(Person person, String name) {
        assertThat(PageCheck.faults(person.page())).as(name).isEmpty();
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
