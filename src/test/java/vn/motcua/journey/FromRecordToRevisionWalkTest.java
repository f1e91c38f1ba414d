package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.PublicationRounds;
import vn.motcua.support.HtmlCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * A record of the national database becomes a procedure that people file, and is changed while a dossier is under way: taken in
 * out of a file, built on the studio's pages, reviewed by another person, in force on its day, found and filed by a citizen,
 * copied, changed, in force again. Everything through pages, without JavaScript: officers at 1280 pixels, citizens at 360.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=bar")
class FromRecordToRevisionWalkTest {

    private static final String CODE = "1.004845";
    private static final String NATIONAL = "Đàm Thị Bích Hạnh";
    private static final String EDITIONS = "/admin/procedures/revisions/" + CODE;
    private static final String BEFORE = "Họ và tên người được giám hộ";
    private static final String AFTER = "Họ, chữ đệm và tên của người được giám hộ";

    private final Catalogue catalogue;
    private final PublicationRounds rounds;
    private final TestClock clock;
    private final String address;

    @Autowired
    FromRecordToRevisionWalkTest(
            Catalogue catalogue, PublicationRounds rounds, TestClock clock, @LocalServerPort int port) {
        this.catalogue = catalogue;
        this.rounds = rounds;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aRecordBecomesAProcedureThatIsFiledAndThenChanged() {
        clock.set("2026-11-23T08:00");
        takenIn();
        var built = built();
        reviewed(built, "2026-11-26", "");
        clock.set("2026-11-26T00:30");
        rounds.go();

        clock.set("2026-11-26T08:00");
        var answers = answers();
        filed("Lý Thị Mẩy", answers);

        var changed = changed();
        reviewed(changed, "2026-11-30", "1 hồ sơ");
        clock.set("2026-11-30T00:30");
        rounds.go();

        clock.set("2026-11-30T08:00");
        answers.put("w.since", "2016-05-20");
        filed("Giàng A Sình", answers);
        as("Trần Thu Hà", 1280, it -> {
            assertThat(atTheDesk(it, "Lý Thị Mẩy"))
                    .as("the first dossier keeps its form")
                    .contains(BEFORE)
                    .doesNotContain(AFTER, "Làm giám hộ từ ngày nào?");
            assertThat(atTheDesk(it, "Giàng A Sình"))
                    .as("the second has the new one")
                    .contains(AFTER, "Làm giám hộ từ ngày nào?")
                    .doesNotContain(BEFORE);
        });
    }

    /** By a national administrator, who looks before anything is in force. */
    private void takenIn() {
        as(NATIONAL, 1280, it -> {
            it.open("/admin/procedures/imports");
            it.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload(
                                    "1.004845.json",
                                    "application/json",
                                    GuardianshipRecord.FILE.getBytes(StandardCharsets.UTF_8)));
            it.press("#look");
            var report = it.path();
            for (int i = 0; i < 200 && it.page().locator("#apply").count() == 0; i++) {
                it.open(report);
            }
            assertThat(it.reads()).contains("Đã so sánh, chưa đưa vào danh mục", CODE, "Thay đổi");
            seen(it, "bar-import");
            it.press("#apply");
            assertThat(it.reads()).contains("Đã đưa vào danh mục");
        });
    }

    /** The address of the draft, handed in. */
    private String built() {
        var edition = new String[1];
        as(AUTHOR, 1280, it -> {
            it.open("/admin/procedures/changes").type("code", CODE).press("#find");
            it.press("main .notice a").press("#from-record");
            edition[0] = it.path();
            it.press("#studio");
            new GuardianshipInTheStudio(it).builds();
            assertThat(it.reads()).contains("Đúng với gói").doesNotContain("gói tính ra");
            seen(it, "bar-examples");
            handsIn(it, edition[0]);
        });
        return edition[0];
    }

    private static void handsIn(Person it, String edition) {
        it.press("main a[href='" + edition + "']").press("#submit");
        assertThat(it.reads()).contains("Đang thẩm định");
    }

    /** By another person, for that day; the impact names what is under way. */
    private void reviewed(String edition, String publishOn, String impact) {
        as(REVIEWER, 1280, it -> {
            it.open("/admin/procedures/changes?phase=IN_REVIEW").press("main a[href$='" + edition + "']");
            assertThat(it.reads()).contains(impact);
            seen(it, "bar-review");
            it.press("main a[href*='/difference']");
            assertThat(it.reads()).contains(impact.isEmpty() ? BEFORE : AFTER);
            seen(it, "bar-difference");
            it.open(edition)
                    .type("number", "2026/QĐ-BTP")
                    .type("date", "2026-11-20")
                    .type("issuer", "Bộ trưởng Bộ Tư pháp")
                    .type("effectOn", "2027-01-01")
                    .type("publishOn", publishOn);
            it.page().selectOption("#track", "MINISTRY");
            it.press("#approve");
            assertThat(it.reads()).contains("Đã phê duyệt, công bố");
        });
    }

    /** Found with everyday words, filled in and filed on a phone. */
    private void filed(String name, Map<String, Object> answers) {
        as(name, 360, it -> {
            it.open("/").type("q", "thôi làm người giám hộ").press(".big-search button");
            it.press(".hits h2 a[href='/procedures/" + CODE + "']");
            seen(it, "bar-procedure");
            new FilingByHand(it, catalogue.get(CODE).runnableContent().form().definition(), answers).file();
            assertThat(it.reads()).contains("Đã nộp hồ sơ");
            seen(it, "bar-filed");
        });
    }

    /** A copy of what is in force with another label and a question more, handed in; its address. */
    private String changed() {
        var edition = new String[1];
        as(AUTHOR, 1280, it -> {
            it.open(EDITIONS).press("#copy");
            edition[0] = it.path();
            it.press("#studio");
            new GuardianshipInTheStudio(it).changes(AFTER);
            handsIn(it, edition[0]);
        });
        return edition[0];
    }

    private static Map<String, Object> answers() {
        var answers = new HashMap<String, Object>();
        answers.put("g.fullName", "Lý Thị Mẩy");
        answers.put("g.citizenId", "010198999001");
        answers.put("g.phone", "0912345678");
        answers.put("g.residence", Answers.HOME);
        answers.put("w.fullName", "Giàng Thị Mỵ");
        answers.put("w.birthDate", "2014-11-07");
        answers.put("w.reason", "OTHER");
        answers.put("w.other", "Cha mẹ của cháu đã về");
        answers.put(
                "w.assets", List.of(Map.of("name", "Sổ tiết kiệm", "value", 12_000_000L), Map.of("name", "Xe đạp")));
        answers.put("copies.count", 2);
        answers.put("commit.agree", true);
        return answers;
    }

    private static String atTheDesk(Person officer, String name) {
        officer.open("/desk?show=intake").press("tr:has-text('" + name + "') a[href*='/desk/dossiers/']");
        return officer.page().content();
    }

    private void as(String name, int width, Consumer<Person> work) {
        try (var person = new Person(address, width, false).as(name)) {
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static void seen(Person person, String name) {
        assertThat(HtmlCheck.errors(person.page().content())).as(name).isEmpty();
        assertThat((Boolean) person.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
