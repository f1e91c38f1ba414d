package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Language;

/** Real files of fourteen tools (see the README beside them): each is taken, or refused element by element. */
class BpmnOfOtherToolsTest {

    /** What every file of others lacks: who does a step where, and sometimes what it is called. */
    private static final Set<Fault.Kind> TO_BE_FILLED_IN =
            Set.of(Fault.Kind.NO_ROLE, Fault.Kind.NO_UNIT, Fault.Kind.NO_NAME);

    record Case(String file, String says) {}

    static List<Case> files() {
        return List.of(
                new Case("activiti-designer", """
                        step review-tweet
                        choice approved send-rejection-notification-via-email publish-on-twitter
                        automatic send-rejection-notification-via-email end
                        automatic publish-on-twitter
                        CONDITION_NOT_UNDERSTOOD approved
                        NO_DEFAULT approved
                        UNKNOWN_CHECK send-rejection-notification-via-email
                        UNKNOWN_CHECK publish-on-twitter
                        """),
                new Case("adonis", """
                        34 sequenceFlow _16629 FLOW_WITHOUT_CONDITION
                        35 sequenceFlow _16630 FLOW_WITHOUT_CONDITION
                        """),
                new Case("camunda-eclipse-events", """
                        4 subProcess SubProcess_1 SUB_PROCESS
                        32 boundaryEvent BoundaryEvent_1 EVENT
                        """),
                new Case("camunda-modeler-5", """
                        9 callActivity Call_1 SUB_PROCESS
                        """),
                new Case("eclipse-bpmn2", """
                        38 intermediateThrowEvent IntermediateThrowEvent_1 EVENT
                        """),
                new Case("enterprise-architect", """
                        11 scriptTask EAID_A669DA5A_F089_42ef_B297_2FADABA7E3E9 AUTOMATIC_TASK
                        22 scriptTask EAID_BC9EFC21_FC1E_42a6_979D_E1045AAA344E AUTOMATIC_TASK
                        """),
                new Case("hand-written-nested", """
                        step task-0
                        split fork-ab task-a task-b
                        step task-a join-ab
                        step task-b
                        split fork-b task-b1 task-b2
                        step task-b1 join-b
                        step task-b2
                        join join-b
                        join join-ab
                        step task-c
                        """),
                new Case("hand-written-vacation", """
                        step handle-vacation-request
                        choice request-approved send-confirmation-e-mail adjust-vacation-request
                        step send-confirmation-e-mail end
                        step adjust-vacation-request
                        choice resend-request handle-vacation-request end
                        CONDITION_NOT_UNDERSTOOD request-approved
                        NO_DEFAULT request-approved
                        CONDITION_NOT_UNDERSTOOD resend-request
                        NO_DEFAULT resend-request
                        """),
                new Case("ibo-prometheus", """
                        32 sequenceFlow ibo-452b5933-503d-4986-b4a7-7240b17c948a FLOW_WITHOUT_CONDITION
                        33 sequenceFlow ibo-b9da8d66-a298-4cf0-9495-f88eb0f50742 FLOW_WITHOUT_CONDITION
                        """),
                new Case("jbpm-designer", """
                        step mytask
                        """),
                new Case("jbpm-process-modeler", """
                        step task
                        """),
                new Case("jbpm-process-modeler-feel", """
                        9 sequenceFlow _F2F5F573-A9B1-4FF8-A331-4980B4D773B8 CONDITION_LANGUAGE
                        12 sequenceFlow _94F1D986-6DAA-42D7-A482-44EC7B63945F CONDITION_LANGUAGE
                        26 scriptTask _B0265896-960C-4217-8F36-7F2FF511C0FC AUTOMATIC_TASK
                        37 scriptTask _D01D9CA2-D9F4-4761-89AA-E6D8F824F03C AUTOMATIC_TASK
                        69 scriptTask _1F448BE8-1466-4AB7-8BE7-D97478172E62 AUTOMATIC_TASK
                        """),
                new Case("jbpm-process-modeler-loop", """
                        50 userTask _07D4F57F-2CCE-4617-AFE2-C4BADEA63842 REPEATED
                        116 scriptTask _5B284B04-ABC2-4273-BE35-2406433AF88A AUTOMATIC_TASK
                        132 boundaryEvent _F1A93C29-93E2-41AD-8B4E-27B537C0F324 EVENT
                        """),
                new Case("signavio-inclusive", """
                        split parallelgateway-1 first-check-asset1 first-check-asset2
                        step first-check-asset1
                        step second-check-asset1 end
                        step first-check-asset2
                        step second-check-asset2
                        BRANCHES_MEET_WITHOUT_JOIN end
                        """),
                new Case("signavio-invoice", """
                        47 startEvent Rechnung_eingegangen_31 START_KIND
                        74 intermediateCatchEvent Freigebender__ist_zuzuordnen_50 EVENT
                        90 eventBasedGateway eventBasedGateway_62 OTHER_GATEWAY
                        98 intermediateCatchEvent Rechnung_zu_kl_ren_68 EVENT
                        167 process Gesch_ftsf_hrung_190 SEVERAL_PROCESSES
                        217 process invoice SEVERAL_PROCESSES
                        """),
                new Case("signavio-parallel", """
                        step mantask1
                        split gateway1 usertask1 mantask2
                        step usertask1 end
                        step mantask2
                        BRANCHES_MEET_WITHOUT_JOIN end
                        """),
                new Case("trisotech", """
                        39 startEvent Rechnung_eingegangen_138 START_KIND
                        """),
                new Case("yaoqiang", """
                        step task
                        """));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfAnotherToolIsTakenOrRefusedElementByElement(Case one) throws Exception {
        var file = BpmnFile.read(Files.readAllBytes(folder().resolve(one.file() + ".bpmn")));

        assertThat(file.definition().isPresent()).isEqualTo(file.refusals().isEmpty());
        assertThat(String.join("\n", said(file)) + "\n").isEqualTo(one.says());
    }

    /** Every finding is a sentence that says where and what to do, in both languages. */
    @ParameterizedTest
    @MethodSource("files")
    void whatIsRefusedIsSaidWithItsPlace(Case one) throws Exception {
        for (var it : BpmnFile.read(Files.readAllBytes(folder().resolve(one.file() + ".bpmn")))
                .findings()) {
            assertThat(it.line()).isPositive();
            assertThat(it.say(Routes.MESSAGES, Language.VI))
                    .startsWith(it.element())
                    .contains("dòng " + it.line() + ":")
                    .doesNotContain("{")
                    .endsWith(".");
            assertThat(it.say(Routes.MESSAGES, Language.EN)).contains("line " + it.line() + ":");
        }
    }

    @Test
    void everyFileOfTheFolderIsInTheTable() throws Exception {
        try (var files = Files.list(folder())) {
            assertThat(files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".bpmn")))
                    .containsExactlyInAnyOrderElementsOf(
                            files().stream().map(it -> it.file() + ".bpmn").toList());
        }
    }

    private static List<String> said(BpmnFile file) {
        return file.definition()
                .map(BpmnOfOtherToolsTest::route)
                .orElseGet(() -> file.refusals().stream()
                        .map(it -> it.line() + " " + it.element() + " " + it.id() + " " + it.kind())
                        .toList());
    }

    /** The entries of a route with where they lead, and what it still lacks to be one. */
    private static List<String> route(RouteDefinition definition) {
        var lines = definition.items().stream()
                .map(it -> Stream.of(
                                Stream.of(it.kind(), it.id()),
                                it.next().stream(),
                                it.branches().stream().map(RouteDefinition.Way::next),
                                Stream.of(it.otherwise()).filter(end -> !end.isEmpty()))
                        .flatMap(parts -> parts)
                        .collect(Collectors.joining(" ")));
        var faults = Route.check(definition, Routes::condition) instanceof Route.Faulty it
                ? it.faults().stream()
                        .filter(fault -> !TO_BE_FILLED_IN.contains(fault.kind()))
                        .map(fault -> fault.kind() + " " + fault.place())
                        .distinct()
                : Stream.<String>empty();
        return Stream.concat(lines, faults).toList();
    }

    private static Path folder() throws IOException, URISyntaxException {
        return Path.of(Objects.requireNonNull(BpmnOfOtherToolsTest.class.getResource("bpmn/tools/README.md"))
                        .toURI())
                .resolveSibling("");
    }
}
