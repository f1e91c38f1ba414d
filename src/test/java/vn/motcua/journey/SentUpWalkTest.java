package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
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

/** A commune asks the province to decide, is kept waiting, and gets the answer. */
@WholeProgram
class SentUpWalkTest {

    private static final String ABOVE = "Sở Tài chính tỉnh Lào Cai";

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    SentUpWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-16T08:00");
    }

    @Test
    void theProvinceDecidesWhatTheCommuneAsks() {
        var life = taVan.birth("Lý Thị Mẩy").received();
        var desk = "/desk/dossiers/" + life.ref.id();
        var number = life.seen().number().orElseThrow().value();
        as("Phạm Quốc Việt", 1280, it -> {
            it.open(desk).unfold("#send-up button");
            it.page().selectOption("#send-up-unit", new SelectOption().setLabel(ABOVE));
            it.type("send-up-what", "Xin ý kiến về quốc tịch của trẻ").type("send-up-until", "2026-11-17");
            seen(it, "send-up");
            it.press("#send-up button");
            assertThat(it.reads()).contains("Hồ sơ đang chờ " + ABOVE + " quyết định");
        });
        clock.set("2026-11-18T09:00");
        as("Lý Thị Mẩy", 360, it -> {
            it.open(life.path());
            assertThat(it.reads())
                    .contains("Hồ sơ đang chờ cấp trên quyết định", "nay đã trễ", "Hồ sơ ở " + ABOVE)
                    .contains("Chờ cấp trên quyết định từ 08:00, 16/11/2026");
            seen(it, "sent-up-applicant");
        });
        as("Lý Mẩy Pham", 1280, it -> {
            it.open("/desk/consultations");
            assertThat(it.reads()).contains("Hồ sơ cấp dưới trình", number, "Trễ");
            seen(it, "sent-up-list");
            it.press("main a[href$='" + desk + "']");
            seen(it, "sent-up-asked");
            it.type("agree-note", "Đồng ý ghi quốc tịch Việt Nam").press("#agree button");
            assertThat(it.reads()).contains("Đã trả lời đồng ý");
            assertThat(it.page().locator(".acts form").count()).isZero();
        });
        as("Phạm Quốc Việt", 360, it -> {
            it.open(desk);
            assertThat(it.reads()).contains(ABOVE + " đồng ý", "Đồng ý ghi quốc tịch Việt Nam");
            assertThat(it.page().locator("#complete").count()).isEqualTo(1);
            seen(it, "sent-up-back");
        });
        as("Lý Thị Mẩy", 360, it -> {
            it.open(life.path());
            assertThat(it.reads()).contains("trả lời từ cấp trên");
            assertThat(it.page().content()).contains("Từ 08:00, 16/11/2026 đến 09:00, 18/11/2026");
        });
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
