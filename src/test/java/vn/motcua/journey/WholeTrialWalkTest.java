package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;
import static vn.motcua.support.JusticeProcedures.path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.dossier.TrialAct;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.PdfText;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.TrialRuns;
import vn.motcua.support.WholeProgram;
import vn.motcua.trial.TrialLife;

/**
 * An author walks a whole dossier through a draft that nobody may file under: fills it in, files it, receives it, does each step in each
 * role, is late, issues the result. On a phone, without JavaScript; and nothing of it is anywhere else.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=whole-trial-walk")
class WholeTrialWalkTest {

    /** What a trial may leave behind: itself, and that somebody began it and who was there. */
    private static final List<String> MAY_CHANGE = List.of("trial", "audit_", "spring_session", "sign_in");

    private final JusticeProcedures justice;
    private final TrialRuns trials;
    private final TrialLife life;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    @Autowired
    WholeTrialWalkTest(
            JusticeProcedures justice,
            TrialRuns trials,
            TrialLife life,
            FreshDatabase database,
            TestClock clock,
            @LocalServerPort int port) {
        this.justice = justice;
        this.trials = trials;
        this.life = life;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aDraftIsWalkedFromTheFirstQuestionToTheIssuedResult() {
        var edition = path(justice.draft());
        var before = new TreeMap<String, Long>();
        as(AUTHOR, it -> {
            before.putAll(rows());
            it.open(edition).press("a[href$='/trial']");
            assertThat(it.reads()).contains("Chưa có lần nào");
            it.press("#begin");
            fills(it);
            it.press("#next");
            assertThat(it.reads()).contains("Hồ sơ thật với các câu trả lời này nộp được");
            seen(it, "trial-file");
            it.press("#trial");

            assertThat(it.reads()).contains("CHẠY THỬ.", "Chờ tiếp nhận", "Nếu tiếp nhận bây giờ");
            press(it, "TURN_AWAY-reception");
            assertThat(it.status())
                    .as("a reason is asked for, as at the real desk")
                    .isEqualTo(422);
            press(it, "RECEIVE-reception");
            assertThat(it.reads())
                    .contains("Đang xử lý", "CHAY-THU-261123-0001", "23/11/2026", "16.000 ₫", "Còn")
                    .contains("Thư và tin nhắn lẽ ra gửi cho người nộp");
            seen(it, "trial-received");

            it.page().selectOption("#move", new SelectOption().setValue("LATE"));
            it.press("#clock button");
            assertThat(it.page().textContent("#left"))
                    .as("the clock is past the due moment")
                    .contains("Quá");
            seen(it, "trial-late");

            press(it, "COMPLETE-appraisal");
            press(it, "APPROVE-decision");
            assertThat(it.reads()).contains("Đã giải quyết", "Quá hạn");
            var pdf = PdfText.of(it.bytes(it.page().getAttribute("#result", "href")));
            assertThat(pdf).contains("CHẠY THỬ", "GIÀNG THỊ MỴ");
            press(it, "ISSUE-issue");
            it.unfold("#act-HAND_OVER-hand-over-text");
            it.type("act-HAND_OVER-hand-over-text", "Lý Thị Mẩy");
            press(it, "HAND_OVER-hand-over");
            assertThat(it.status()).as("what is owed comes first").isEqualTo(409);
            assertThat(it.page().inputValue("#act-HAND_OVER-hand-over-text")).isEqualTo("Lý Thị Mẩy");
            press(it, "PAY");
            it.unfold("#act-HAND_OVER-hand-over-text");
            it.type("act-HAND_OVER-hand-over-text", "Lý Thị Mẩy");
            press(it, "HAND_OVER-hand-over");
            assertThat(it.reads()).contains("Hồ sơ chạy thử đã kết thúc: Đã trả kết quả", "Lý Thị Mẩy");
            seen(it, "trial-over");

            var page = it.path();
            as(REVIEWER, other -> {
                other.open(page);
                assertThat(other.status()).as("a colleague does not see it").isEqualTo(404);
            });
            it.press("#end");
            assertThat(it.reads()).contains("Chưa có lần nào");
        });
        assertThat(changed(before)).as("nothing reached any other table").isEmpty();
    }

    @Test
    void aTrialIsThrownAwayWhenItsDayIsOver() {
        var run = trials.appraised();
        as(AUTHOR, it -> {
            assertThat(it.open(run.path()).status()).isEqualTo(200);
            clock.set("2026-11-24T08:01");
            assertThat(it.open(run.path()).status()).isEqualTo(404);
        });
        assertThat(life.sweep()).isPositive();
        assertThat(rows()).containsEntry("trial", 0L);
    }

    @Test
    void aTrialOfATextThatWasChangedGoesNoFurther() {
        var run = trials.ofAnOlderText();
        as(AUTHOR, it -> {
            it.open(run.path());
            assertThat(it.reads()).contains("Phiên bản đã được sửa từ khi bắt đầu lần chạy thử này");
            assertThat(it.page().locator("details.act").count()).isZero();
            it.press("#end");
            assertThat(it.status()).isEqualTo(200);
        });
    }

    @Test
    void whatAnOlderPageOffersIsNotDoneAgain() {
        var run = trials.begun();
        as(AUTHOR, it -> {
            it.open(run.path());
            trials.does(run, TrialAct.What.RECEIVE);
            press(it, "RECEIVE-reception");
            assertThat(it.status()).isEqualTo(409);
            assertThat(it.reads()).contains("Đã có việc khác được làm từ khi trang này mở", "Đang xử lý");
        });
    }

    private static void press(Person it, String act) {
        var button = "#act-" + act + " button.button";
        it.unfold(button).press(button);
    }

    /** All pages of the preview up to the last one, where the declaration is given. */
    private static void fills(Person it) {
        while (it.page().locator("input[name=at][value=review]").count() == 0) {
            fillsPage(it);
            it.press("#next");
            assertThat(it.status()).as(it.reads()).isEqualTo(200);
        }
        fillsPage(it);
    }

    /** The communes of a province are there once it is chosen. */
    private static void fillsPage(Person it) {
        TrialRuns.TYPED.forEach((name, value) -> {
            if (!name.endsWith(".ward")) {
                fill(it, name, value);
            }
        });
        var ward = it.page().locator("main select[name='requester.residence.ward']");
        if (ward.count() > 0) {
            it.press("#show");
            it.page()
                    .locator("main select[name='requester.residence.ward']")
                    .selectOption(TrialRuns.TYPED.getOrDefault("requester.residence.ward", ""));
        }
    }

    /** As a person would: chooses, ticks or types what the page asks. */
    private static void fill(Person it, String name, String value) {
        var page = it.page();
        var asked = page.locator("main [name='" + name + "']:not([type=hidden])");
        if (asked.count() == 0) {
            return;
        }
        var first = asked.first();
        switch (first.evaluate("it => it.tagName + ' ' + (it.type || '')").toString()) {
            case "SELECT select-one" -> first.selectOption(value);
            case "INPUT radio" -> page.check("main [name='" + name + "'][value='" + value + "']");
            case "INPUT checkbox" -> first.check();
            default -> first.fill(value);
        }
    }

    private void as(String name, Consumer<Person> work) {
        try (var person = new Person(address, 360, false)) {
            person.as(name);
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static List<String> differing(Map<String, Long> before, Map<String, Long> now) {
        return now.entrySet().stream()
                .filter(it -> !it.getValue().equals(before.get(it.getKey())))
                .map(Map.Entry::getKey)
                .filter(it -> MAY_CHANGE.stream().noneMatch(it::startsWith))
                .toList();
    }

    private List<String> changed(Map<String, Long> before) {
        return differing(before, rows());
    }

    /** How many rows each table has, as a superuser, whom row-level security does not bind. */
    private Map<String, Long> rows() {
        var found = new TreeMap<String, Long>();
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = sql.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (var table : tables) {
                try (var count = sql.executeQuery("select count(*) from \"" + table + "\"")) {
                    count.next();
                    found.put(table, count.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void seen(Person person, String name) {
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
