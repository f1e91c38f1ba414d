package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.OutsideXml;
import vn.motcua.shared.OutsideXml.Element;
import vn.motcua.support.Chromium;

/** bpmn.io's modeler, in a browser, opens what we write and loses nothing of it; nor of files of others that it saves. */
class BpmnModelerTest {

    private static final Path MODELER =
            Path.of("src/main/resources/static/assets/bpmn-js-18.31.1/bpmn-modeler.production.min.js");
    private static final Path TOOLS = Path.of("src/test/resources/vn/motcua/route/bpmn/tools");
    private static final String OPEN_AND_SAVE = """
            async xml => {
              const modeler = new BpmnJS({ container: '#model' })
              try {
                const read = await modeler.importXML(xml)
                const saved = await modeler.saveXML({ format: true })
                return { xml: saved.xml, warnings: read.warnings.map(it => it.message || String(it)) }
              } catch (unreadable) {
                return { xml: '', warnings: [unreadable.message] }
              } finally {
                modeler.destroy()
              }
            }
            """;

    private static BrowserContext browser;
    private static Page page;

    @BeforeAll
    static void open() {
        browser = Chromium.person("http://localhost", 1280, true);
        page = browser.newPage();
        page.setContent("<!doctype html><div id='model' style='height:600px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(MODELER));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    static Stream<Path> shipped() throws IOException {
        return BpmnRoundTripTest.shipped();
    }

    static Stream<Path> ofOthers() throws IOException {
        try (var files = Files.list(TOOLS)) {
            return files.filter(it -> it.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedRouteComesBackFromTheModelerAsItWas(Path route) throws IOException {
        comesBack(RouteDefinition.read(Files.readString(route)));
    }

    /** Every kind of node, and in every text what XML must not lose. */
    @Test
    void everyKindOfNodeAndEveryDetailComesBackToo() throws IOException {
        comesBack(
                RouteDefinition.read(Files.readString(Path.of("src/test/resources/vn/motcua/route/land-change.yaml"))));
        comesBack(RouteDefinition.read("""
                steps:
                  - {id: look, kind: automatic, check: fees-paid, name: "Xem <phí> & \\"lệ phí\\"", unit: commune-committee}
                  - id: ways
                    kind: choice
                    branches:
                      - {when: "a > 3 && b == \\"x\\"", next: ask}
                      - {when: "c < 2 || d == '&'", next: tell}
                    otherwise: end
                  - id: ask
                    kind: consultation
                    name: {vi: "Lấy ý kiến\\nhai dòng hết", en: "]]> %{}"}
                    role: handler
                    unit: commune-committee
                    hours: 16.50
                    ask: [police, {unit: tax-office, hours: 8, silence: agrees}]
                    question: {vi: "Có    đúng không?", en: "Right?"}
                    silence: agrees
                    papers: [a, b]
                    next: wait
                  - {id: wait, kind: timer, name: Chờ, unit: commune-committee, hours: 4, next: tell}
                  - id: tell
                    kind: message
                    name: Gửi
                    unit: commune-committee
                    letter: {title: {vi: "Thư\\n2", en: "Letter"}, text: {vi: "<b>đậm</b> &amp;", en: "x"}}
                  - id: last
                    name: Làm
                    role: clerk
                    unit: {rules: [{when: "x == 1", unit: tax-office, because: {vi: "vì", en: "as"}}], otherwise: police}
                    actions: [complete]
                    enter: [{id: no, kind: text, label: {vi: "Số \\"1\\"", en: "No"}}]
                """));
    }

    @Test
    void allFilesOfOthersWereTried() throws IOException {
        assertThat(ofOthers()).hasSize(18);
    }

    /** What the modeler opens it also saves so that we say the same of it: the same route, or the same refusals. */
    @ParameterizedTest
    @MethodSource("ofOthers")
    void aFileOfAnotherToolSavedByTheModelerIsReadAsBefore(Path file) throws IOException {
        var before = BpmnFile.read(Files.readAllBytes(file));
        var text = BpmnText.of(Files.readAllBytes(file));
        var opened = opened(text);

        if (!text.contains("BPMNDiagram")) {
            assertThat(opened.warnings()).as("nothing is drawn in it").isEqualTo(List.of("no diagram to display"));
            return;
        }
        assertThat(opened.xml()).as(opened.warnings().toString()).isNotEmpty();
        var after = BpmnFile.read(opened.xml().getBytes(StandardCharsets.UTF_8));
        assertThat(after.definition()).isEqualTo(before.definition());
        assertThat(refused(after)).isEqualTo(refused(before));
    }

    /** Looking for the encoding in all of it would take the square of its length: hours. */
    @Test
    void aTextOfBlanksIsNotSearchedForItsEncoding() {
        assertThat(BpmnText.bytes("<?xml" + " ".repeat(2_000_000))).hasSize(2_000_005);
        assertThat(new String(BpmnText.bytes("<?xml version='1.0' encoding='UTF-16'?><a/>"), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version='1.0'?><a/>");
    }

    private static List<String> refused(BpmnFile file) {
        return file.refusals().stream()
                .map(it -> it.kind() + " " + it.element() + " " + it.id())
                .sorted()
                .toList();
    }

    private static void comesBack(RouteDefinition definition) {
        var ours = BpmnWriter.draft(definition, "1.000000", "Thủ tục");
        var opened = opened(ours);

        assertThat(opened.warnings()).isEmpty();
        var back = BpmnFile.read(opened.xml().getBytes(StandardCharsets.UTF_8));
        assertThat(back.findings()).isEmpty();
        assertThat(back.definition()).contains(definition);
        assertThat(places(opened.xml())).isEqualTo(places(ours)).isNotEmpty();
    }

    private record Opened(String xml, List<?> warnings) {}

    private static Opened opened(String xml) {
        var answer = (Map<?, ?>) page.evaluate(OPEN_AND_SAVE, xml);
        return new Opened(
                String.valueOf(answer.get("xml")),
                answer.get("warnings") instanceof List<?> it ? it : List.of("no list"));
    }

    /** Where each shape is and how large, and by which corners each line runs. */
    private static Map<String, String> places(String xml) {
        var places = new TreeMap<String, String>();
        read(xml)
                .all()
                .filter(it -> it.is(Bpmn.DI, "BPMNShape") || it.is(Bpmn.DI, "BPMNEdge"))
                .forEach(it -> places.put(
                        it.attribute("bpmnElement"),
                        it.children().stream()
                                .filter(one -> one.name().equals("Bounds")
                                        || one.name().equals("waypoint"))
                                .map(one -> Stream.of("x", "y", "width", "height")
                                        .map(one::attribute)
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining(" "))));
        return places;
    }

    private static Element read(String xml) {
        try {
            return OutsideXml.read(xml.getBytes(StandardCharsets.UTF_8));
        } catch (OutsideXml.Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
