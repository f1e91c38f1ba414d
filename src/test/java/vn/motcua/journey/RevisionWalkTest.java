package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;
import static vn.motcua.support.JusticeProcedures.REVIEWER;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.PublicationRounds;
import vn.motcua.support.PageCheck;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/**
 * The registration of births is changed: written by one, reviewed by another, in force on its day. Who filed before keeps what
 * they filled in, who files afterwards gets the new form. On a phone throughout.
 */
@WholeProgram
@TestPropertySource(properties = "motcua.test.apart=revision-walk")
class RevisionWalkTest {

    private static final String BEFORE = "Họ, chữ đệm và tên của trẻ";
    private static final String AFTER = "Họ, chữ đệm, tên khai sinh của trẻ";
    private static final String EDITION = "/admin/procedures/revisions/1.001193/2";

    private final Catalogue catalogue;
    private final PublicationRounds rounds;
    private final TaVan taVan;
    private final TestClock clock;
    private final String address;

    @Autowired
    RevisionWalkTest(
            Catalogue catalogue, PublicationRounds rounds, TaVan taVan, TestClock clock, @LocalServerPort int port) {
        this.catalogue = catalogue;
        this.rounds = rounds;
        this.taVan = taVan;
        this.clock = clock;
        this.address = "http://localhost:" + port;
    }

    @Test
    void aChangedFormHoldsForThoseWhoFileFromItsDay() {
        clock.set("2026-11-23T08:00");
        var earlier = taVan.birth("Lý Thị Mẩy").received();
        writes();
        reviews();

        clock.set("2026-11-26T00:30");
        rounds.go();
        var later = taVan.birth("Giàng A Sình").received();
        as("Phạm Quốc Việt", it -> {
            it.open("/desk/dossiers/" + earlier.ref.id());
            assertThat(it.page().content()).contains(BEFORE).doesNotContain(AFTER);
            it.open("/desk/dossiers/" + later.ref.id());
            assertThat(it.page().content()).contains(AFTER).doesNotContain(BEFORE);
        });
        as("", it -> {
            it.open("/procedures/1.001193");
            assertThat(it.reads()).contains("có hiệu lực từ 26/11/2026").doesNotContain("Phiên bản mới");
        });
        as(REVIEWER, it -> {
            it.open(EDITION);
            assertThat(it.reads()).contains("Đang có hiệu lực", "1872/QĐ-BTP", "Đúng hạn", "hệ thống, đúng ngày");
            seen(it, "edition-published");
        });
    }

    private void writes() {
        var files = catalogue.get("1.001193").runnableContent().files();
        var form = files.getOrDefault("form.yaml", "").replace(BEFORE, AFTER);
        var examples = files.getOrDefault("examples.yaml", "");
        var wrong = examples.replaceFirst("due: \"2026-11-20T17:00\"", "due: \"2026-11-21T17:00\"");
        assertThat(wrong).isNotEqualTo(examples);
        as(AUTHOR, it -> {
            it.open("/desk");
            assertThat(it.page().locator("a[href='/admin/procedures/changes']").count())
                    .isPositive();
            it.open("/admin/procedures/changes").press("main a[href$='/revisions/1.001193']");
            seen(it, "revisions");
            it.press("#copy");
            assertThat(it.path()).isEqualTo(EDITION);
            assertThat(it.reads()).contains("Đang soạn", "Trình thẩm định").doesNotContain("Cần sửa");

            sends(it, "form.yaml", form);
            sends(it, "examples.yaml", wrong);
            it.press("#submit");
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.reads())
                    .contains("Chưa trình được: gói còn 1 lỗi", "Cần sửa 1 chỗ", "examples.yaml, dòng 9")
                    .contains("ghi hẹn trả 17:00, 21/11/2026, gói tính ra 17:00, 20/11/2026");
            seen(it, "edition-problems");

            sends(it, "examples.yaml", examples);
            it.press("#submit");
            assertThat(it.reads()).contains("Đang thẩm định");
            assertThat(it.page().locator("#approve").count())
                    .as("not their own")
                    .isZero();
        });
    }

    private void reviews() {
        as(REVIEWER, it -> {
            it.open("/admin/procedures/changes?phase=IN_REVIEW").press("table a[href$='" + EDITION + "']");
            assertThat(it.reads())
                    .contains("Hồ sơ đang giải quyết", "Phiên bản 1", "1 hồ sơ")
                    .contains("Phiên bản này không bỏ gì");
            seen(it, "edition-review");
            it.press("main a[href*='/difference']");
            assertThat(it.reads()).contains("Ô của tờ khai", BEFORE, AFTER);
            assertThat(it.page().locator("main section").count())
                    .as("one part differs")
                    .isEqualTo(1);
            seen(it, "edition-difference");

            it.open(EDITION).press("#approve");
            assertThat(it.status()).isEqualTo(422);
            it.type("number", "1872/QĐ-BTP")
                    .type("date", "2026-11-20")
                    .type("issuer", "Bộ trưởng Bộ Tư pháp")
                    .type("effectOn", "2027-01-01")
                    .type("publishOn", "2026-11-26");
            it.page().selectOption("#track", "MINISTRY");
            it.press("#approve");
            assertThat(it.reads())
                    .contains("Đã phê duyệt, công bố 26/11/2026", "Thời hạn công bố, công khai", "Đúng hạn", "Còn hạn")
                    .contains("NĐ 63/2010/NĐ-CP Điều 15, đã đối chiếu văn bản");
            seen(it, "edition-approved");
        });
        as("", it -> {
            it.open("/procedures/1.001193");
            assertThat(it.reads()).contains("Phiên bản mới có hiệu lực từ 26/11/2026");
        });
    }

    private static void sends(Person person, String name, String text) {
        person.page()
                .setInputFiles(
                        "#files", new FilePayload(name, "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
        person.press("#change");
        assertThat(person.status()).isEqualTo(200);
    }

    private void as(String name, Consumer<Person> work) {
        try (var person = new Person(address, 360, true)) {
            if (!name.isEmpty()) {
                person.as(name);
            }
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
