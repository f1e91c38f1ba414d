package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;
import static vn.motcua.support.JusticeProcedures.path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.catalogue.PackageArchive;
import vn.motcua.support.FreshDatabase;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.Person;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * An author tries a draft before anybody files it: reads what people would stumble over, what it asks of them, walks through it
 * as they will, and sends the whole package again. On a phone, without JavaScript.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=trial-walk")
class TrialWalkTest {

    private static final String SHOUTED = "ĐÃ ĐĂNG KÝ TẠI";

    private final JusticeProcedures justice;
    private final FreshDatabase database;
    private final TestClock clock;
    private final String address;

    @Autowired
    TrialWalkTest(JusticeProcedures justice, FreshDatabase database, TestClock clock, @LocalServerPort int port) {
        this.justice = justice;
        this.database = database;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23T08:00");
    }

    @Test
    void aTextThatPeopleWouldStumbleOverIsMendedBeforeItIsHandedIn() {
        var edition = path(justice.draft());
        as(AUTHOR, it -> {
            var files = files(it.open(edition).bytes(edition + "/package.zip"));
            var shouted = new HashMap<>(files);
            shouted.computeIfPresent("form.yaml", (_, text) -> text.replace("vi: Đã đăng ký tại", "vi: " + SHOUTED));
            it.press("a[href$='/archive']");
            assertThat(it.reads()).contains("form.yaml", "procedure.yaml", "Thay cả gói");
            replaces(it, "goi.zip", shouted);
            assertThat(it.status()).isEqualTo(200);

            it.open(edition).press("#submit");
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.reads())
                    .contains("Chưa trình được: gói còn 1 lỗi", "“" + SHOUTED + "” viết toàn chữ in hoa")
                    .contains("Viết chữ thường");
            it.press("a[href$='/check']");
            assertThat(it.reads()).contains("1 phải sửa", "form.yaml, dòng", "nên sửa");
            seen(it, "trial-check");

            it.open(edition + "/archive");
            replaces(it, "goi.zip", Map.of("form.yaml", "a: b", "../passwd", "x"));
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.reads()).contains("không có tệp “../passwd”");
            replaces(it, "goi.zip", justiceOf(files, "9.399999"));
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.reads()).contains("Gói này là của thủ tục 9.399999");
            seen(it, "trial-archive");
            replaces(it, "goi.zip", files);
            assertThat(it.status()).isEqualTo(200);

            it.open(edition).press("#submit");
            assertThat(it.reads()).contains("Đang thẩm định");
        });
    }

    @Test
    void whatItAsksOfPeopleCanBeAddedUp() {
        var which = justice.changed(justice.published());
        as(REVIEWER, it -> {
            it.open(path(which) + "/check");
            assertThat(it.reads()).contains("Gánh nặng với người nộp", "Phiên bản này", "Đang có hiệu lực");
            it.page()
                    .locator("main details:not([open]) > summary")
                    .all()
                    .reversed()
                    .forEach(Locator::click);
            assertThat(it.reads()).contains("Ba bản sao", "24.000 ₫", "không tìm thấy");
            seen(it, "trial-burden");
        });
    }

    @Test
    void aDraftIsWalkedThroughAsWhoFilesItWillAndNothingIsKept() {
        var edition = path(justice.draft());
        long drafts = drafts();
        as(REVIEWER, it -> {
            it.open(edition).press("a[href$='/preview']");
            assertThat(it.reads()).contains("Bản xem thử của phiên bản 1", "Không nộp được và không lưu gì");
            it.page().check("input[name='submittedByProxy'][value='true']");
            it.press("#next");
            assertThat(it.reads()).contains("Người yêu cầu", "Họ, chữ đệm, tên người yêu cầu");
            it.press("#next");
            assertThat(it.status()).as("as on the real page").isEqualTo(422);
            seen(it, "preview-wrong");

            it.type("requester.fullName", "Lý Thị Mẩy");
            it.page().selectOption("[id='requester.residence']", "15");
            it.press("#show");
            assertThat(it.page().inputValue("[id='requester.fullName']")).isEqualTo("Lý Thị Mẩy");
            assertThat(it.page()
                            .locator("[id='requester.residence.ward'] option")
                            .count())
                    .as("the communes of that province")
                    .isGreaterThan(50);
            it.press("#next").press("#skip");
            EditionPagesTable.onTo(it, "papers");
            assertThat(it.reads()).contains("Văn bản ủy quyền", "Giấy tờ chứng minh nơi cư trú");
            seen(it, "preview-papers");
            it.press("#next");
            assertThat(it.reads()).contains("Lý Thị Mẩy", "Phí, lệ phí", "Thời hạn giải quyết: 1 ngày làm việc");
            it.press("#next");
            assertThat(it.status()).as("so much is missing").isEqualTo(422);
            seen(it, "preview-review");
            it.press("button[name=to][value=case]");
            assertThat(it.page().isChecked("input[name='submittedByProxy'][value='true']"))
                    .as("what was typed travels along")
                    .isTrue();
        });
        assertThat(drafts()).isEqualTo(drafts);
        for (var stranger : List.of("Nguyễn Văn Quân", "Trần Thu Hà", "Tráng Thị Sua")) {
            as(stranger, it -> {
                it.open(edition + "/preview");
                assertThat(it.status()).as(stranger).isEqualTo(404);
            });
        }
    }

    @Test
    void thePreviewAsksWhatTheRealPageAsks() {
        var real = new HashMap<String, List<String>>();
        as("Lý Thị Mẩy", it -> {
            it.open("/procedures/2.000635/start").press("form[action$='/start'] .button");
            real.put("case", inputs(it));
            it.page().check("input[name='submittedByProxy'][value='false']");
            it.next();
            var draft = it.path().replaceFirst("(/drafts/[^/]+).*", "$1");
            it.open(draft + "/form/requester");
            real.put("form/requester", inputs(it));
        });
        as(REVIEWER, it -> {
            it.open("/admin/procedures/revisions/2.000635/1/preview");
            assertThat(inputs(it)).isEqualTo(real.get("case"));
            it.press("#next");
            assertThat(inputs(it)).isNotEmpty().isEqualTo(real.get("form/requester"));
        });
    }

    private static List<String> inputs(Person person) {
        return person
                .page()
                .locator("main form input:not([type=hidden]), main form select, main form textarea")
                .all()
                .stream()
                .map(it -> it.getAttribute("name"))
                .toList();
    }

    /** As a superuser, whom row-level security does not bind. */
    private long drafts() {
        try (var connection = database.server().superuser(database.name());
                var sql = connection.createStatement();
                var found = sql.executeQuery("select count(*) from draft")) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> justiceOf(Map<String, String> files, String code) {
        var other = new HashMap<>(files);
        other.computeIfPresent(
                "procedure.yaml", (_, text) -> text.replaceFirst("code: \"[^\"]+\"", "code: \"" + code + "\""));
        return other;
    }

    private static Map<String, String> files(byte[] zip) {
        return PackageArchive.read("goi.zip", zip);
    }

    private static void replaces(Person person, String name, Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try {
            PackageArchive.write(files, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        person.page().setInputFiles("#archive", new FilePayload(name, "application/zip", out.toByteArray()));
        person.press("#replace");
    }

    private void as(String name, Consumer<Person> work) {
        try (var person = new Person(address, 360, false)) {
            person.as(name);
            work.accept(person);
            assertThat(person.complaints()).isEmpty();
        }
    }

    /** The pages themselves are checked by the tables of the walks: that check needs script. */
    private static void seen(Person person, String name) {
        person.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }
}
