package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Sandbox;

/** A mother registers a birth, from the procedure's page to the tracking code; every page on the way is checked. */
@Demonstrated
class BirthRegistrationWalkTest {

    private final String address;
    private final List<String> faults = new ArrayList<>();
    private String run = "";

    @Autowired
    BirthRegistrationWalkTest(@LocalServerPort int port) {
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest
    @CsvSource({"1280, true, Lý Thị Mẩy, ''", "360, false, Giàng A Sình, /en"})
    void fromTheProcedureToTheTrackingCode(int width, boolean script, String person, String language) {
        run = width + (script ? "-script" : "-plain");
        try (var browser = Chromium.person(address, width, script)) {
            var page = browser.newPage();
            var problems = new ArrayList<String>();
            Sandbox.signIn(page, person, language);
            page.onConsoleMessage(it -> {
                if (it.type().equals("error") && !it.text().contains("422")) {
                    problems.add(it.location() + " " + it.text());
                }
            });
            page.navigate(language + "/procedures/1.001193");
            press(page, "a[href$='/start']");
            check(browser, page, "start");
            press(page, "form.form-actions .button");

            check(browser, page, "case");
            var draft = page.url().replaceFirst("/case$", "");
            next(page);
            check(browser, page, "where");
            wrongPlace(browser, page, script);
            next(page);
            check(browser, page, "requester");
            page.selectOption("[id='requester.relationship']", "03");
            next(page);
            child(browser, page, script);
            page.fill("[id='mother.fullName']", "Lý Thị Mẩy");
            check(browser, page, "mother");
            next(page);
            page.fill("[id='father.fullName']", "Giàng A Sình");
            next(page);
            page.check("[id='marriage.registered']");
            next(page);
            page.check("[id='copies.want']");
            if (!script) {
                next(page);
                check(browser, page, "copies-error");
            }
            page.fill("[id='copies.count']", "2");
            check(browser, page, "copies");
            next(page);
            papers(browser, page, script);
            next(page);
            next(page);
            check(browser, page, "delivery-error");
            page.check("#how");
            next(page);
            next(page);
            check(browser, page, "review-error");
            page.check("[id='commit.agree']");
            check(browser, page, "review");
            next(page);

            assertThat(page.url()).contains("/filings/").endsWith("/done");
            assertThat(page.textContent(".big-code")).matches("([2-9A-HJ-NP-Z]{4} ){3}[2-9A-HJ-NP-Z]{4}");
            check(browser, page, "done");
            page.navigate(draft);
            assertThat(page.url()).endsWith("/done");
            assertThat(problems).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theCounterIsOneLongPage() {
        run = "1280-script-counter";
        try (var browser = Chromium.person(address, 1280, true)) {
            var page = browser.newPage();
            Sandbox.signIn(page, "Trần Thu Hà", "");
            page.navigate("/desk/counter");
            check(browser, page, "start");
            press(page, ".form-actions .button");
            check(browser, page, "start-error");
            page.fill("[id='number']", "010095999002");
            press(page, "button[name=find]");
            page.selectOption("#procedure", Birth.CODE);
            press(page, ".form-actions .button");
            check(browser, page, "intake");
            press(page, "button[name=file]");
            check(browser, page, "intake-error");
            page.fill("[id='mother.fullName']", "Lý Thị Mẩy");
            page.fill("[id='father.fullName']", "Giàng A Sình");
            page.keyboard().press("Tab");
            page.waitForSelector("[id='marriage.registered']");
        }
        assertThat(faults).isEmpty();
    }

    private void wrongPlace(BrowserContext browser, Page page, boolean script) {
        where(page, script, "01", "00004");
        page.waitForSelector(".notice.warn");
        next(page);
        check(browser, page, "where-nobody");
        where(page, script, "15", "03037");
        page.waitForSelector(".door");
        assertThat(page.textContent(".door")).contains("Tả Van");
    }

    private static void where(Page page, boolean script, String province, String ward) {
        page.selectOption("#province", province);
        if (!script) {
            press(page, "button[value=ward]");
        }
        page.waitForSelector(
                "#ward option[value='" + ward + "']",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.selectOption("#ward", ward);
        if (!script) {
            press(page, "button[value=office]");
        }
    }

    private void child(BrowserContext browser, Page page, boolean script) {
        next(page);
        check(browser, page, "child-error");
        page.fill("[id='child.fullName']", "Giàng Thị Mỵ");
        page.fill("[id='child.birthDate']", "7");
        page.fill("[id='child.birthDate.month']", "11");
        page.fill("[id='child.birthDate.year']", "2026");
        page.check("input[name='child.gender'][value='2']");
        page.selectOption("[id='child.ethnicity']", "08");
        place(page, "child.birthPlace", script);
        place(page, "child.homeTown", script);
        check(browser, page, "child");
        next(page);
    }

    private static void place(Page page, String field, boolean script) {
        page.selectOption("[id='" + field + "']", "15");
        if (!script) {
            press(page, "button[name=show][value='" + field + "']");
        }
        page.selectOption("[id='" + field + ".ward']", "03037");
        page.fill("[id='" + field + ".detail']", "Trạm y tế xã Tả Van");
    }

    private void papers(BrowserContext browser, Page page, boolean script) {
        next(page);
        check(browser, page, "papers-missing");
        var program = new FilePayload("giay-chung-sinh.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3});
        upload(page, program, script);
        page.waitForSelector("#paper-giay-chung-sinh .error:has-text('giay-chung-sinh.pdf')");
        check(browser, page, "papers-refused");
        upload(page, new FilePayload("Giấy chứng sinh 🍼.png", "image/png", SamplePaper.bytes()), script);
        page.waitForSelector("#paper-giay-chung-sinh .files a");
        check(browser, page, "papers");
    }

    private static void upload(Page page, FilePayload file, boolean script) {
        page.setInputFiles("#file-giay-chung-sinh", file);
        if (!script) {
            press(page, "#paper-giay-chung-sinh form[data-upload] button");
        }
    }

    private static void next(Page page) {
        press(page, ".form-actions .button:not(.link)");
    }

    private static void press(Page page, String button) {
        page.locator(button).first().click();
        page.waitForLoadState();
    }

    private void check(BrowserContext browser, Page page, String name) {
        var size = page.viewportSize();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "filing-" + run + "-" + name + ".png")));
        if (run.contains("-script")) {
            faults.addAll(PageCheck.faults(page));
            page.setViewportSize(size.width, size.height);
        }
        assertThat(browser.pages()).hasSize(1);
    }
}
