package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.dossier.HandOver;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.SupplementRequest;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Sandbox;
import vn.motcua.support.TestClock;

/** The applicant's pages in a browser, in each state, at both widths; every page is checked. */
@Visited
class ApplicantWalkTest {

    private static final SupplementRequest.Line SCAN = new SupplementRequest.Line(
            "Giấy chứng sinh", "Bản chụp bị mờ, không đọc được ngày sinh", Optional.of("giay-chung-sinh"));
    private static final SupplementRequest.Line NAME =
            new SupplementRequest.Line("Họ, chữ đệm, tên của trẻ", "Viết khác với giấy chứng sinh");

    private final TaVan taVan;
    private final TestClock clock;
    private final String address;
    private final List<String> faults = new ArrayList<>();

    @Autowired
    ApplicantWalkTest(TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aDossierIsReadableInEachStage() {
        clock.set("2026-11-20T16:45");
        try (var browser = Chromium.person(address, 1280, true)) {
            var page = signedIn(browser, "Nguyễn Văn Quân");
            check(page, "/my", "my-empty");
            var life = taVan.birth("Nguyễn Văn Quân", HandOver.How.COUNTER, 2);
            check(page, life.path(), "submitted");
            check(page, life.path() + "/withdraw", "withdraw");
            life.received();
            check(page, life.path(), "received");
            life.claimed();
            clock.set("2026-11-24T09:10");
            check(page, life.path(), "late");
            check(page, life.path() + "/withdraw", "withdraw-late");
            life.appraised().approved();
            check(page, life.path(), "decided");
            life.issued();
            check(page, life.path(), "owed");

            var digital = taVan.birth("Nguyễn Văn Quân", HandOver.How.DIGITAL, 0)
                    .received()
                    .appraised()
                    .approved()
                    .issued();
            check(page, digital.path(), "result");
            check(page, "/en" + digital.path(), "result-en");
            digital.handedOver();
            check(page, digital.path(), "handed-over");
            check(
                    page,
                    taVan.birth("Nguyễn Văn Quân")
                            .turnedAway("Nơi cư trú của cha mẹ không thuộc xã Tả Van")
                            .path(),
                    "turned-away");
            check(
                    page,
                    taVan.birth("Nguyễn Văn Quân")
                            .received()
                            .appraised()
                            .denied("Trẻ đã được đăng ký khai sinh tại phường Sa Pa ngày 12/11/2026")
                            .path(),
                    "denied");
            taVan.birth("Nguyễn Văn Quân").askedAtIntake(SCAN);
            page.navigate("/procedures/1.001193/start");
            page.locator("form.form-actions .button").first().click();
            check(page, "/my", "my");
            check(page, "/en/my", "my-en");
            page.navigate(life.path());
            page.locator("details.fold > summary").all().forEach(it -> it.click());
            check(page, "unfolded");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aSupplementIsAnsweredWithoutJavaScript() {
        clock.set("2026-11-23T08:00");
        var life = taVan.birth("Lý Thị Mẩy").received().askedInProcess(SCAN, NAME);
        try (var plain = Chromium.person(address, 360, false);
                var browser = Chromium.person(address, 1280, true)) {
            var page = signedIn(plain, "Lý Thị Mẩy");
            page.navigate(life.path());
            press(page, ".notice .button");
            press(page, "button[value=send]");
            assertThat(page.textContent("#errors")).contains("Giấy chứng sinh", "Họ, chữ đệm, tên của trẻ");
            page.screenshot(shot("supplement-error-plain"));

            page.setInputFiles(
                    "#file-0",
                    new FilePayload("giay-chung-sinh.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2}));
            page.fill("#note-1", "Tên đúng là Mỵ, dấu nặng");
            press(page, "button[value=send]");
            assertThat(page.textContent("#file-0-error")).contains("giay-chung-sinh.pdf");
            assertThat(page.inputValue("#note-1")).isEqualTo("Tên đúng là Mỵ, dấu nặng");

            page.setInputFiles("#file-0", new FilePayload("Bản rõ 🍼.png", "image/png", png()));
            press(page, "button[value='correct:child']");
            page.fill("[id='child.fullName']", "");
            press(page, "form .form-actions .button");
            assertThat(page.textContent("#errors")).isNotEmpty();
            var again = signedIn(browser, "Lý Thị Mẩy");
            again.navigate(page.url());
            again.fill("[id='child.fullName']", "");
            again.locator("form .form-actions .button").click();
            check(again, "correction-error");
            again.navigate(life.path() + "/supplement");
            again.locator("button[value=send]").click();
            check(again, "supplement-error");

            page.fill("[id='child.fullName']", "Giàng Thị Mỵ Ly");
            press(page, "form .form-actions .button");
            check(again, life.path() + "/supplement", "supplement");
            assertThat(page.textContent("main")).contains("Bản rõ", "Bạn đã sửa tờ khai");
            press(page, "button[value=send]");

            assertThat(page.url()).contains(life.path() + "?done=supplemented");
            assertThat(page.textContent("[role=status]")).contains("Đã gửi phần bổ sung");
            check(again, life.path() + "?done=supplemented", "supplemented");
        }
        var seen = life.seen();
        assertThat(seen.stage()).isInstanceOf(Stage.InProcess.class);
        assertThat(seen.answers()).containsEntry("child.fullName", "Giàng Thị Mỵ Ly");
        assertThat(seen.papers()).hasSize(2);
        assertThat(faults).isEmpty();
    }

    @Test
    void aDossierIsTrackedWithoutSignIn() {
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        var life = taVan.birth("Lý Thị Mẩy").received();
        try (var browser = Chromium.person(address, 1280, true)) {
            var page = browser.newPage();
            check(page, "/track", "track");
            page.fill("#code", life.code.grouped().toLowerCase(java.util.Locale.ROOT));
            press(page, "main .button");
            check(page, "track-found");
            check(page, "/track?code=2222333344445555", "track-unknown");
            check(page, "/en/track?code=" + life.code.value(), "track-found-en");
        }
        assertThat(faults).isEmpty();
    }

    private static Page signedIn(BrowserContext browser, String name) {
        var page = browser.newPage();
        Sandbox.signIn(page, name, "");
        return page;
    }

    private static void press(Page page, String button) {
        page.locator(button).first().click();
        page.waitForLoadState();
    }

    private void check(Page page, String path, String name) {
        page.navigate(path);
        check(page, name);
    }

    private void check(Page page, String name) {
        page.setViewportSize(1280, 800);
        page.screenshot(shot(name + "-1280"));
        page.setViewportSize(360, 800);
        page.screenshot(shot(name + "-360"));
        faults.addAll(PageCheck.faults(page));
        page.setViewportSize(1280, 800);
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "portal-" + name + ".png"));
    }

    private static byte[] png() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
