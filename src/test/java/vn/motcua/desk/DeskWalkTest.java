package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.desk.Commune.CLERK;
import static vn.motcua.desk.Commune.ELSEWHERE;
import static vn.motcua.desk.Commune.LEADER;
import static vn.motcua.desk.Commune.RECEIVER;
import static vn.motcua.desk.Commune.SPECIALIST;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.Channel;
import vn.motcua.dossier.DossierId;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Sandbox;
import vn.motcua.support.TestClock;

/** A birth is received, appraised, approved, issued and handed over in browsers; every page on the way is checked. */
@AtTheDesk
class DeskWalkTest {

    private final Commune commune;
    private final TestClock clock;
    private final String address;
    private final List<String> faults = new ArrayList<>();
    private int width;
    private boolean script;
    private int shots;

    DeskWalkTest(@Autowired Commune commune, @Autowired TestClock clock, @LocalServerPort int port) {
        this.commune = commune;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:05");
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void fromReceptionToHandOver(int width, boolean script) {
        this.width = width;
        this.script = script;
        commune.file(
                Commune.COPIES,
                "Lò Văn Pản",
                Map.of("docs.items", List.of(Map.of("name", "Bằng tốt nghiệp", "pages", 5, "copies", 2))),
                List.of(),
                Channel.DIRECT);
        var dossier = commune.birth("Giàng Thị Mỷ");

        as(ELSEWHERE, this::nothingToDo);
        as(RECEIVER, page -> receive(page, dossier));
        clock.set("2026-11-23T15:20");
        as(SPECIALIST, page -> appraise(page, dossier));
        as(LEADER, page -> approve(page, dossier));
        as(CLERK, page -> issue(page, dossier));
        as(RECEIVER, page -> handOver(page, dossier));
        assertThat(faults).isEmpty();
    }

    private void nothingToDo(Page page) {
        check(page, "inbox-empty");
        page.navigate("/desk/find?q=khongcoai");
        check(page, "find-nothing");
        page.navigate("/desk/dossiers/nothing");
        check(page, "not-there");
    }

    private void receive(Page page, DossierId dossier) {
        check(page, "inbox");
        page.navigate("/desk?show=overdue");
        check(page, "inbox-nothing-overdue");
        page.navigate(Officer.path(dossier));
        check(page, "new");
        page.click("#turn-away >> xpath=ancestor::details/summary");
        press(page, "#turn-away button");
        assertThat(page.locator("#turn-away-reason").getAttribute("aria-invalid"))
                .isEqualTo("true");
        check(page, "turn-away-without-reason");
        page.click("#supplement >> xpath=ancestor::details/summary");
        page.fill("[id='supplement-what.0']", "Văn bản của người làm chứng");
        press(page, "#supplement button[name=more]");
        assertThat(page.inputValue("[id='supplement-what.0']")).isEqualTo("Văn bản của người làm chứng");
        check(page, "supplement-two-lines");
        press(page, "#receive .button");
        assertThat(page.textContent(".notice.good")).contains("Đã tiếp nhận");
        check(page, "received");
        page.navigate("/desk/find?q=giang+my");
        check(page, "find");
    }

    private void appraise(Page page, DossierId dossier) {
        check(page, "inbox-running");
        page.locator("tbody a[href$='" + dossier + "']").first().click();
        page.waitForLoadState();
        press(page, "#claim button");
        check(page, "appraisal");
        page.fill("#complete-note", "Hồ sơ đủ điều kiện đăng ký khai sinh.");
        press(page, "#complete button");
        check(page, "appraised");
    }

    private void approve(Page page, DossierId dossier) {
        page.navigate(Officer.path(dossier));
        check(page, "decision");
        press(page, "#approve button");
        check(page, "approved");
    }

    private void issue(Page page, DossierId dossier) {
        page.navigate(Officer.path(dossier));
        press(page, "#issue button");
        check(page, "issue-without-number");
        page.fill("#issue-number", "128/2026");
        press(page, "#issue button");
        check(page, "issued");
    }

    private void handOver(Page page, DossierId dossier) {
        page.navigate(Officer.path(dossier));
        check(page, "result");
        press(page, "#hand-over .button");
        check(page, "hand-over-error");
        page.check("input[name=how][value=COUNTER]");
        page.fill("#hand-over-toWhom", "Giàng Thị Mỷ");
        page.check("#hand-over-checked");
        press(page, "#hand-over .button");
        assertThat(page.textContent("h1 + p")).contains("Đã trả kết quả");
        check(page, "handed-over");
        page.navigate("/en" + Officer.path(dossier));
        check(page, "handed-over-en");
    }

    private void as(String officer, Consumer<Page> work) {
        try (BrowserContext browser = Chromium.person(address, width, script)) {
            var page = browser.newPage();
            Sandbox.signIn(page, officer, "");
            work.accept(page);
        }
    }

    private static void press(Page page, String button) {
        page.locator(button).first().click();
        page.waitForLoadState();
    }

    private void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "desk-%d-%02d-%s.png".formatted(width, ++shots, name))));
        if (script) {
            PageCheck.faults(page).forEach(it -> faults.add(name + " " + it));
            page.setViewportSize(width, 800);
        }
    }
}
