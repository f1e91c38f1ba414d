package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

/** BPMN files in the shapes in which other tools write them. */
class BpmnImportTest {

    @Test
    void aFileOfTheModelerIsTakenInTheOrderOfTheWorkAndItsLanesSayRoles() throws IOException {
        var file = load("modeler");

        assertThat(file.refusals()).isEmpty();
        assertThat(items(file))
                .extracting(it -> it.id() + " " + it.kind() + " " + it.nameVi() + " " + it.role() + " " + it.next())
                .containsExactly(
                        "tiep-nhan-ho-so step Tiếp nhận hồ sơ receiver []",
                        "nha-lon choice   []",
                        "kiem-tra-thuc-dia step Kiểm tra thực địa  []",
                        "tra-ket-qua step Trả kết quả receiver []");
        assertThat(items(file).get(1).branches())
                .containsExactly(new RouteDefinition.Way("floors > 3", "kiem-tra-thuc-dia"));
        assertThat(items(file).get(1).otherwise()).isEqualTo("tra-ket-qua");
        assertThat(kinds(file))
                .containsOnlyOnce(
                        BpmnFinding.Kind.PARTICIPANT_IGNORED,
                        BpmnFinding.Kind.MESSAGES_IGNORED,
                        BpmnFinding.Kind.LANE_AS_ROLE,
                        BpmnFinding.Kind.LANE_IGNORED,
                        BpmnFinding.Kind.OTHERWISE_ASSUMED,
                        BpmnFinding.Kind.MERGE_REMOVED,
                        BpmnFinding.Kind.DRAWING_IGNORED);
        assertThat(said(file, Language.VI))
                .contains(
                        "BPMNShape (Activity_0rec001_di), dòng 69: đã bỏ qua 2 chỗ mở rộng của phần mềm khác"
                                + " (http://bpmn.io/schema/bpmn/biocolor/1.0).",
                        "task “Tiếp nhận hồ sơ” (Activity_0rec001), dòng 28: trong quy trình có “id” là “tiep-nhan-ho-so”.");
    }

    @Test
    void aFileOfCamundaIsTakenAndItsExtensionsAreNoted() throws IOException {
        var file = load("camunda");

        assertThat(file.refusals()).isEmpty();
        assertThat(items(file))
                .extracting(it -> it.id() + " " + it.kind() + " " + it.next() + it.branches() + it.otherwise())
                .containsExactly(
                        "check-papers step [][]",
                        "which choice [][Way[when=floors > 3, next=both]]sign",
                        "both split [fire, land][]",
                        "fire step [done][]",
                        "land step [][]",
                        "done join [][]",
                        "sign step [][]");
        assertThat(said(file, Language.EN))
                .contains(
                        "sequenceFlow (f3), line 25: the signs around it were taken away, and the condition is read as"
                                + " “floors > 3” in CEL.")
                .anyMatch(it -> it.endsWith("extensions of other software (http://camunda.org/schema/1.0/bpmn)."))
                .anyMatch(it -> it.endsWith("extensions of other software (http://camunda.org/schema/zeebe/1.0)."))
                .anyMatch(it -> it.endsWith("extensions of other software (http://camunda.org/schema/modeler/1.0)."));
        assertThat(missing(file))
                .containsOnly(Fault.Kind.NO_ROLE, Fault.Kind.NO_UNIT)
                .hasSize(8);
    }

    @Test
    void aFileOfFlowableIsTakenWithItsTwoEndsAndTheIdsThatItCanKeep() throws IOException {
        var file = load("flowable");

        assertThat(file.refusals()).isEmpty();
        assertThat(items(file))
                .extracting(it -> it.id() + " " + it.kind() + " " + it.branches() + it.otherwise())
                .containsExactly(
                        "tham-tra step []",
                        "sid-22222222-0000-0000-0000-000000000002 choice [Way[when=again, next=sid-44444444-0000-0000-0000-000000000005]]end",
                        "sid-44444444-0000-0000-0000-000000000005 step []");
    }

    @Test
    void aLetterATimerAndAnAutomaticStepAreTakenAndWhatTheyLackIsSaid() {
        var file = BpmnFile.read("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">
                <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="tell"/>
                <sendTask id="tell" name="Báo người nộp"/><sequenceFlow id="f2" sourceRef="tell" targetRef="wait"/>
                <intermediateCatchEvent id="wait" name="Niêm yết"><timerEventDefinition><timeDuration>P2D</timeDuration>
                </timerEventDefinition></intermediateCatchEvent><sequenceFlow id="f3" sourceRef="wait" targetRef="later"/>
                <intermediateCatchEvent id="later" name="Chờ"><timerEventDefinition><timeDate>2026-12-01</timeDate>
                </timerEventDefinition></intermediateCatchEvent><sequenceFlow id="f4" sourceRef="later" targetRef="look"/>
                <serviceTask id="look" name="Kiểm tra"/><sequenceFlow id="f5" sourceRef="look" targetRef="work"/>
                <userTask id="work" name="Ký"/><sequenceFlow id="f6" sourceRef="work" targetRef="e"/><endEvent id="e"/>
                </process></definitions>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(file.refusals()).isEmpty();
        assertThat(items(file))
                .extracting(it -> it.id() + " " + it.kind() + " " + it.hours())
                .containsExactly(
                        "tell message Optional.empty",
                        "wait timer Optional[16]",
                        "later timer Optional.empty",
                        "look automatic Optional.empty",
                        "work step Optional.empty");
        assertThat(missing(file))
                .contains(Fault.Kind.NO_LETTER, Fault.Kind.NO_TIME_TO_WAIT, Fault.Kind.UNKNOWN_CHECK)
                .doesNotContain(Fault.Kind.NOT_FOR_THIS_KIND)
                .containsOnlyOnce(Fault.Kind.NO_TIME_TO_WAIT);
    }

    /** What was drawn elsewhere becomes a route that runs as soon as it says who does what where. */
    @Test
    void whatIsMissingAfterAnImportIsSaidByTheFaultsOfARouteAndNothingElse() throws IOException {
        var yaml = RouteYaml.write(load("camunda").definition().orElseThrow())
                .replaceAll("( +)actions:", "$1role: \"specialist\"\n$1unit: \"committee\"\n$1actions:");

        assertThat(Routes.check(yaml)).isInstanceOf(Route.Sound.class);
    }

    private static List<RouteDefinition.Item> items(BpmnFile file) {
        return file.definition().orElseThrow().items();
    }

    private static List<BpmnFinding.Kind> kinds(BpmnFile file) {
        return file.findings().stream().map(BpmnFinding::kind).toList();
    }

    private static List<String> said(BpmnFile file, Language language) {
        return file.findings().stream()
                .map(it -> it.say(Routes.MESSAGES, language))
                .toList();
    }

    private static List<Fault.Kind> missing(BpmnFile file) {
        var checked = Route.check(file.definition().orElseThrow(), Routes::condition);
        return checked instanceof Route.Faulty it
                ? it.faults().stream().map(Fault::kind).toList()
                : List.of();
    }

    private static BpmnFile load(String name) throws IOException {
        try (var file =
                Objects.requireNonNull(BpmnImportTest.class.getResourceAsStream("bpmn/" + name + ".bpmn"), name)) {
            return BpmnFile.read(file.readAllBytes());
        }
    }
}
