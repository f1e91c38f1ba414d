package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.JusticeProcedures.AUTHOR;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.catalogue.RevisionDesk;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.RouteDefinition;
import vn.motcua.support.JusticeProcedures;
import vn.motcua.support.Person;
import vn.motcua.support.TaVan;
import vn.motcua.support.TestClock;
import vn.motcua.support.WholeProgram;

/** An author draws the route of a draft in bpmn.io's modeler by keyboard, or sends the file of it from a phone without script. */
@WholeProgram
class StudioModelWalkTest {

    private final TestClock clock;
    private final JusticeProcedures justice;
    private final RevisionDesk desk;
    private final TaVan taVan;
    private final String address;

    @Autowired
    StudioModelWalkTest(
            TestClock clock, JusticeProcedures justice, RevisionDesk desk, TaVan taVan, @LocalServerPort int port) {
        this.clock = clock;
        this.justice = justice;
        this.desk = desk;
        this.taVan = taVan;
        this.address = "http://localhost:" + port;
    }

    /** A BPMN file of one step that says who does it where. */
    static String small() {
        return BpmnWriter.draft(
                RouteDefinition.read(
                        "steps:\n  - {id: work, name: Làm việc, role: clerk, unit: commune-committee, actions: [complete]}\n"),
                "x",
                "x");
    }

    /** A file with a task that a program of another tool should do. */
    static String script() {
        return small().replace("bpmn:userTask", "bpmn:scriptTask");
    }

    /** Chooses a file, and where the modeler runs waits until it was tried there. */
    static void choose(Person it, String content) {
        it.page()
                .setInputFiles(
                        "#file",
                        new FilePayload("route.bpmn", "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        if (it.script()) {
            it.page().waitForFunction("""
                    () => !document.getElementById('file').value
                        || document.getElementById('model-status').textContent""");
        }
    }

    @Test
    void aStepIsAddedInTheModelerByKeyboard() {
        clock.set("2026-11-23T08:00");
        var draft = justice.draft();
        as(1280, true, it -> {
            it.open(JusticeProcedures.path(draft) + "/studio").press("main a[href$='/studio/bpmn']");
            drawn(it, "appraisal");
            assertThat(it.page().locator("#model .djs-shape[data-element-id]").count())
                    .as("five steps, a start and an end")
                    .isEqualTo(7);
            watermark(it);
            seen(it, "studio-model");

            it.page().selectOption("#model-at", "appraisal");
            it.page().selectOption("#model-kind", "UserTask");
            it.page().focus("#model-add");
            it.page().keyboard().press("Enter");
            it.page().keyboard().type("Đối chiếu bản giấy");
            it.page().keyboard().press("Tab");
            it.press("#look");

            assertThat(it.status()).isEqualTo(200);
            assertThat(it.reads()).contains("Đối chiếu bản giấy", "Lấy vào được");
            assertThat(it.page()
                            .locator("main li:has-text('Thẩm tra, tra cứu') .badge.bad")
                            .count())
                    .as("no step of before is gone")
                    .isZero();
            seen(it, "studio-model-difference");
            assertThat(route(draft)).as("nothing is kept before").doesNotContain("Đối chiếu");

            it.press("#take");
            assertThat(it.path()).endsWith("/studio/bpmn");
            assertThat(it.reads()).contains("Trước khi trình còn phải sửa", "chưa nêu vai trò");
            assertThat(route(draft))
                    .contains("Đối chiếu bản giấy")
                    .contains("role: civil-status-officer", "actions: [complete, propose-denial, request-supplement]")
                    .startsWith("# Quy trình nội bộ");
            assertThat(RouteDefinition.read(route(draft)).items())
                    .extracting(RouteDefinition.Item::nameVi)
                    .containsSubsequence(
                            "Thẩm tra, tra cứu CSDL, ghi sổ hộ tịch điện tử, dự thảo kết quả", "Duyệt, ký số kết quả")
                    .hasSize(6);
            drawn(it, "appraisal");
            assertThat(it.page().locator("#model .djs-shape[data-element-id]").count())
                    .as("a step that lacks its role is drawn too")
                    .isEqualTo(8);
        });
    }

    @Test
    void whatIsRefusedStaysInTheDrawing() {
        clock.set("2026-11-23T08:00");
        var draft = justice.draft();
        as(1280, true, it -> {
            it.open(JusticeProcedures.path(draft) + "/studio/bpmn");
            drawn(it, "appraisal");
            choose(it, script());
            drawn(it, "work");
            it.press("#look");

            assertThat(it.status()).isEqualTo(422);
            assertThat(it.reads()).contains("scriptTask", "work");
            drawn(it, "work");
            assertThat(it.page().locator("#model .model-wrong").getAttribute("data-element-id"))
                    .isEqualTo("work");
            seen(it, "studio-model-refused");
        });
        assertThat(route(draft)).contains("appraisal");
    }

    @Test
    void withoutScriptTheFileGoesOutAndComesIn() {
        clock.set("2026-11-23T08:00");
        var draft = justice.draft();
        as(360, false, it -> {
            it.open(JusticeProcedures.path(draft) + "/studio/bpmn");
            var file = new String(it.download("#download"), StandardCharsets.UTF_8);
            choose(it, "no drawing");
            it.press("#look");
            assertThat(it.status()).isEqualTo(422);
            choose(it, script());
            it.press("#look");
            assertThat(it.status()).isEqualTo(422);
            assertThat(it.page().inputValue("#xml")).contains("bpmn:scriptTask");

            choose(it, small().replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""));
            it.press("#look");
            assertThat(it.page().inputValue("#xml"))
                    .as("what nobody drew is drawn")
                    .contains("Làm việc", "bpmndi:BPMNShape");

            choose(it, file.replace("Duyệt, ký số kết quả", "Duyệt và ký số"));
            it.press("#look");
            assertThat(it.status()).isEqualTo(200);
            assertThat(it.reads()).contains("Duyệt và ký số").doesNotContain("Lấy vào được, nhưng");
            it.press("#take");
            assertThat(it.status()).isEqualTo(200);
        });
        assertThat(route(draft)).contains("Duyệt và ký số").contains("Approve and sign the result");
        assertThat(desk.problems(desk.get((OfficerAt) taVan.named(AUTHOR), draft.code(), draft.no())))
                .isEmpty();
    }

    private static void drawn(Person it, String element) {
        it.page().waitForSelector("#model .djs-shape[data-element-id='" + element + "']");
    }

    /** The licence of the modeler asks for it: seen whole, with nothing over it, and leading to its makers. */
    private static void watermark(Person it) {
        var mark = it.page().locator("#model .bjs-powered-by");
        mark.scrollIntoViewIfNeeded();
        assertThat(mark.getAttribute("href")).contains("bpmn.io");
        assertThat((Boolean) mark.evaluate("""
                it => {
                  const at = it.getBoundingClientRect(), frame = document.getElementById('model').getBoundingClientRect()
                  const corners = [[at.left + 2, at.top + 2], [at.right - 2, at.bottom - 2],
                    [(at.left + at.right) / 2, (at.top + at.bottom) / 2]]
                  return at.width > 20 && at.right <= frame.right && at.bottom <= frame.bottom
                    && corners.every(([x, y]) => it.contains(document.elementFromPoint(x, y)))
                }""")).isTrue();
    }

    private String route(Which which) {
        return desk.get((OfficerAt) taVan.named(AUTHOR), which.code(), which.no())
                .files()
                .getOrDefault("route.yaml", "");
    }

    private static void seen(Person it, String name) {
        assertThat((Boolean) it.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " fits")
                .isTrue();
        it.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "looks", name + ".png")));
    }

    private void as(int width, boolean script, Consumer<Person> does) {
        try (var person = new Person(address, width, script)) {
            does.accept(person.as(AUTHOR));
            assertThat(person.complaints()).isEmpty();
        }
    }
}
