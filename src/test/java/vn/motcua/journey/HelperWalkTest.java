package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A helper of the community digital team files for an old man: he agrees on a phone of his own, sees what was filed and who
 * did it, and ends it; then nothing of his is there for the helper any more.
 */
@WholeProgram
class HelperWalkTest {

    private static final String HELPER = "Vàng Thị Phượng";
    private static final String OLD_MAN = "Lò Văn Páo";

    private final TestClock clock;
    private final String address;

    @Autowired
    HelperWalkTest(TestClock clock, @LocalServerPort int port) {
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @ParameterizedTest(name = "JavaScript: {0}")
    @CsvSource({"true", "false"})
    void fromTheQuestionToTheRevocation(boolean script) {
        clock.set("2026-11-23T08:05");
        try (var helper = new Person(address, 1280, script).as(HELPER);
                var phone = new Person(address, 360, script)) {
            asks(helper);
            var mandate = helper.path();
            agrees(phone, helper.page().textContent(".ticket p.small .number"));
            hears(helper, script);
            var draft = begins(helper);
            var code = files(helper);
            sees(phone, code);
            ends(phone, mandate);
            finds(helper, draft, code);

            assertThat(Stream.of(helper, phone).flatMap(it -> it.complaints().stream()))
                    .isEmpty();
        }
    }

    private static void asks(Person helper) {
        helper.open("/my/mandates").press("a[href='/my/mandates/new']");
        helper.unfold("input[name=procedure][value='" + BirthForm.CODE + "']");
        helper.page().check("input[name=procedure][value='" + BirthForm.CODE + "']");
        helper.press("main form button");
        assertThat(helper.reads()).contains("Chưa ai trả lời", "Mã dùng được đến 08:20", "Chờ trả lời");
    }

    private static void agrees(Person phone, String link) {
        phone.page().navigate(link);
        phone.choose(OLD_MAN);
        assertThat(phone.reads())
                .contains(
                        "Bạn có đồng ý cho " + HELPER + " làm giúp không?",
                        "Tổ công nghệ số cộng đồng",
                        "Đăng ký khai sinh",
                        "đến hết 23/11/2026");
        phone.press("button[value=yes]");
        assertThat(phone.reads()).contains("Bạn đã đồng ý", "Thu hồi ngay");
    }

    /** By itself, or with the link that loads the page again. */
    private static void hears(Person helper, boolean script) {
        if (!script) {
            helper.press("#state a[href^='/my/mandates/']");
        }
        helper.page().waitForSelector("#state a[href^='/for/']");
        assertThat(helper.reads()).contains("Làm cho " + OLD_MAN);
    }

    private static String begins(Person helper) {
        helper.open("/procedures/" + BirthForm.CODE + "/start");
        helper.press("form.form-actions .button");
        assertThat(helper.reads()).contains("Hãy chọn bạn làm cho ai");
        helper.page().check("label:has-text('" + OLD_MAN + "') input");
        helper.press("form.form-actions .button");
        assertThat(helper.path()).startsWith("/for/").contains("/drafts/");
        assertThat(helper.page().textContent("section.working")).contains("Bạn đang làm cho " + OLD_MAN);
        return helper.path();
    }

    private static String files(Person helper) {
        var form = new BirthForm(helper);
        form.toTheReview(2, "DIGITAL");
        assertThat(helper.reads()).contains(OLD_MAN).doesNotContain(HELPER);
        return form.file();
    }

    private static void sees(Person phone, String code) {
        phone.open("/my").press("a[href='/my/" + code + "']");
        phone.page().locator("details.fold > summary").all().forEach(it -> it.click());
        assertThat(phone.reads()).contains(HELPER + " (Người hỗ trợ tin cậy), làm thay " + OLD_MAN);
        phone.open("/my/looked");
        assertThat(phone.reads()).contains(HELPER + ", Người hỗ trợ tin cậy", "Để làm thay người đã cho phép");
    }

    private static void ends(Person phone, String mandate) {
        phone.open(mandate);
        assertThat(phone.reads()).contains("Nộp hồ sơ", HELPER);
        phone.press("form[action$='/end'] button");
        assertThat(phone.reads()).contains("Đã thu hồi");
    }

    private static void finds(Person helper, String draft, String code) {
        var mine = draft.substring(0, draft.indexOf("/drafts/"));
        for (var page : new String[] {mine + "/my/" + code, mine + "/my", draft, "/my/" + code}) {
            helper.open(page);
            assertThat(helper.status()).as(page).isEqualTo(404);
        }
        helper.open("/my/mandates");
        assertThat(helper.reads()).contains("Đã thu hồi");
    }
}
