package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

/** What is not taken from a BPMN file: each element by its id, name and line, and what to do about it. */
class BpmnRefusalsTest {

    private static final String BEFORE = """
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/><userTask id="a" name="Thẩm định"/>
            """;
    private static final String AFTER = """
            <endEvent id="e"/>
            """;

    record Case(BpmnFinding.Kind kind, String process, String sentence) {}

    static List<Case> refused() {
        return List.of(
                between("<scriptTask id=\"x\" name=\"Gửi dữ liệu\"/>", BpmnFinding.Kind.AUTOMATIC_TASK, """
                        scriptTask “Gửi dữ liệu” (x), line 4: Motcua does not run this kind of step done by a machine.\
                         Make it work of an officer (userTask), a letter to the applicant (sendTask) or an automatic step\
                         (serviceTask), or take it out."""),
                between("<receiveTask id=\"x\"/>", BpmnFinding.Kind.AUTOMATIC_TASK, "receiveTask (x), line 4: "),
                between(
                        "<businessRuleTask id=\"x\"/>",
                        BpmnFinding.Kind.AUTOMATIC_TASK,
                        "businessRuleTask (x), line 4: "),
                between("<subProcess id=\"x\"><task id=\"y\"/></subProcess>", BpmnFinding.Kind.SUB_PROCESS, """
                        subProcess (x), line 4: Motcua runs no process inside a process. Draw its steps in this one;\
                         linked procedures are made a group."""),
                between("<callActivity id=\"x\"/>", BpmnFinding.Kind.SUB_PROCESS, "callActivity (x), line 4: "),
                between("<transaction id=\"x\"/>", BpmnFinding.Kind.SUB_PROCESS, "transaction (x), line 4: "),
                between("<adHocSubProcess id=\"x\"/>", BpmnFinding.Kind.SUB_PROCESS, "adHocSubProcess (x), line 4: "),
                between("<inclusiveGateway id=\"x\"/>", BpmnFinding.Kind.OTHER_GATEWAY, """
                        inclusiveGateway (x), line 4: Motcua does not run this kind of gateway. Use an exclusive gateway\
                         (exclusiveGateway) or a parallel one (parallelGateway)."""),
                between("<complexGateway id=\"x\"/>", BpmnFinding.Kind.OTHER_GATEWAY, "complexGateway (x), line 4: "),
                between(
                        "<eventBasedGateway id=\"x\"/>",
                        BpmnFinding.Kind.OTHER_GATEWAY,
                        "eventBasedGateway (x), line 4: "),
                between("<quantumGateway id=\"x\" name=\"?\"/>", BpmnFinding.Kind.UNKNOWN_ELEMENT, """
                        quantumGateway “?” (x), line 4: BPMN 2.0 has no such element here. Use one of BPMN 2.0, or take it\
                         out."""),
                between(
                        "<intermediateCatchEvent id=\"x\"><messageEventDefinition/></intermediateCatchEvent>",
                        BpmnFinding.Kind.EVENT,
                        """
                        intermediateCatchEvent (x), line 4: Motcua runs no events on the way but plain timers. Take it out: the\
                         time of a step is its hours; supplements and consultations belong to steps."""),
                between("""
                        <serviceTask id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1" kind="consultation"/>\
                        </extensionElements></serviceTask>""", BpmnFinding.Kind.BAD_DETAIL, "serviceTask (x), line 4: “kind”"),
                between("""
                        <sendTask id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1" kind="message"><m:letter \
                        to="all"/></m:step></extensionElements></sendTask>""", BpmnFinding.Kind.BAD_DETAIL, "sendTask (x), line 4: “letter”"),
                between(
                        "<intermediateThrowEvent id=\"x\"/>",
                        BpmnFinding.Kind.EVENT,
                        "intermediateThrowEvent (x), line 4: "),
                between(
                        "<task id=\"x\"/><boundaryEvent id=\"b\" attachedToRef=\"x\"/>",
                        BpmnFinding.Kind.EVENT,
                        "boundaryEvent (b), line 4: "),
                between(
                        "<userTask id=\"x\"><multiInstanceLoopCharacteristics/></userTask>",
                        BpmnFinding.Kind.REPEATED,
                        """
                        userTask (x), line 4: Motcua does not repeat one step. Take the marker out; to ask several units use a\
                         consultation."""),
                between(
                        "<task id=\"x\"/><sequenceFlow id=\"f9\" name=\"lại\" sourceRef=\"x\" targetRef=\"a\"/>",
                        BpmnFinding.Kind.SEVERAL_WAYS_OUT,
                        """
                        task (x), line 4: several arrows leave it. Put a gateway after it: exclusive if one way is taken,\
                         parallel if all are."""),
                between("<task id=\"x\"/><task id=\"y\" name=\"Cụt\"/>", BpmnFinding.Kind.NO_WAY_OUT, """
                        task “Cụt” (y), line 4: it leads nowhere. Draw an arrow to the next step or to the end."""),
                between(
                        "<task id=\"x\"/><sequenceFlow id=\"f9\" sourceRef=\"x\" targetRef=\"gone\"/>",
                        BpmnFinding.Kind.DANGLING_FLOW,
                        """
                        sequenceFlow (f9), line 4: the arrow is tied to “gone”, but the process has no such step or gateway.\
                         Connect it again, or delete it."""),
                between("<task id=\"x\"/><sequenceFlow id=\"f9\"/>", BpmnFinding.Kind.DANGLING_FLOW, """
                        sequenceFlow (f9), line 4: the arrow is tied to “–, –”, but"""),
                between("<task id=\"x\"/><task id=\"x\"/>", BpmnFinding.Kind.DUPLICATE_ID, """
                        task (x), line 4: this id is used on line 4 already. Give each element an id of its own."""),
                between(
                        "<task id=\"x\"/><startEvent id=\"s2\"/><sequenceFlow id=\"f9\" sourceRef=\"s2\" targetRef=\"x\"/>",
                        BpmnFinding.Kind.SEVERAL_STARTS,
                        "startEvent (s2), line 4: there is another start already. Keep one."),
                between(
                        "<task id=\"x\"/><sequenceFlow id=\"f9\" sourceRef=\"e\" targetRef=\"x\"/>",
                        BpmnFinding.Kind.WRONG_WAY,
                        """
                        sequenceFlow (f9), line 4: nothing leads into a start or out of an end."""),
                between("""
                        <parallelGateway id="x"/><sequenceFlow id="f8" sourceRef="x" targetRef="y"/>\
                        <task id="y"/><sequenceFlow id="f9" sourceRef="y" targetRef="x"/>""", BpmnFinding.Kind.MIXED_GATEWAY, """
                        parallelGateway (x), line 4: the gateway brings parallel ways together and splits them too. Draw two:\
                         one that joins, then one that splits."""),
                between("""
                        <exclusiveGateway id="x"/><sequenceFlow id="f8" sourceRef="x" targetRef="a"/>""", BpmnFinding.Kind.FLOW_WITHOUT_CONDITION, """
                        sequenceFlow (f8), line 4: this way has no condition. Write one, or make it the default of the\
                         gateway."""),
                between("""
                        <exclusiveGateway id="x"/><sequenceFlow id="f8" sourceRef="x" targetRef="a"><conditionExpression \
                        language="groovy">a == 1</conditionExpression></sequenceFlow>""", BpmnFinding.Kind.CONDITION_LANGUAGE, """
                        sequenceFlow (f8), line 4: the condition is written in “groovy”. Write it in CEL, as in the form."""),
                between("""
                        <parallelGateway id="x"/><sequenceFlow id="f8" sourceRef="x" targetRef="e"><conditionExpression>a\
                        </conditionExpression></sequenceFlow>""", BpmnFinding.Kind.CONDITION_WITHOUT_CHOICE, """
                        sequenceFlow (f8), line 4: a condition belongs on an arrow that leaves an exclusive gateway."""),
                between(
                        """
                        <task id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1" hours="-1"/>\
                        </extensionElements></task>""",
                        BpmnFinding.Kind.BAD_DETAIL,
                        "task (x), line 4: “hours” among the details of Motcua is not understood."),
                between("""
                        <task id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1" hours="1e999999999"/>\
                        </extensionElements></task>""", BpmnFinding.Kind.BAD_DETAIL, "task (x), line 4: “hours”"),
                between("""
                        <task id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1" boss="a"/>\
                        </extensionElements></task>""", BpmnFinding.Kind.BAD_DETAIL, "task (x), line 4: “boss”"),
                between("""
                        <task id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:1"><m:enter>[{</m:enter></m:step>\
                        </extensionElements></task>""", BpmnFinding.Kind.BAD_DETAIL, "task (x), line 4: “enter”"),
                between(
                        """
                        <task id="x"><extensionElements><m:step xmlns:m="urn:motcua:route:2"/></extensionElements></task>""",
                        BpmnFinding.Kind.OTHER_VERSION,
                        "step, line 4: details of Motcua in another version (“urn:motcua:route:2”)."),
                new Case(
                        BpmnFinding.Kind.NO_START,
                        "<process id=\"p\"><task id=\"a\"/></process>",
                        "process (p), line 2: there is no start. Add a startEvent."),
                new Case(
                        BpmnFinding.Kind.START_KIND,
                        """
                        <process id="p"><startEvent id="s"><messageEventDefinition/></startEvent></process>""",
                        "startEvent (s), line 2: a route begins when a dossier is filed, not by a message or a time."),
                new Case(
                        BpmnFinding.Kind.END_KIND,
                        """
                        <process id="p"><endEvent id="s"><terminateEventDefinition/></endEvent></process>""",
                        "endEvent (s), line 2: this end does something else too. Use a plain end."),
                new Case(
                        BpmnFinding.Kind.NO_PROCESS, "<process id=\"p\"/>", "definitions, line 1: there is no process"),
                new Case(
                        BpmnFinding.Kind.SEVERAL_PROCESSES,
                        """
                        <process id="p"><task id="a"/></process>
                        <process id="q" name="Nộp"><task id="b"/></process>""",
                        "process “Nộp” (q), line 3: the file has another process already."),
                new Case(
                        BpmnFinding.Kind.NOT_A_PROCESS,
                        "<choreography id=\"c\"/>",
                        "choreography (c), line 2: this is no process. Take it out and keep the process alone."),
                new Case(
                        BpmnFinding.Kind.IMPORTED_FILE,
                        "<import location=\"http://elsewhere/x.wsdl\"/>",
                        "import, line 2: the file wants “http://elsewhere/x.wsdl” from elsewhere."),
                new Case(
                        BpmnFinding.Kind.MANDATORY_EXTENSION,
                        "<extension mustUnderstand=\"true\" definition=\"q:x\"/>",
                        "extension, line 2: the file demands the extension “q:x”, which Motcua has not."),
                new Case(
                        BpmnFinding.Kind.TOO_MANY,
                        IntStream.rangeClosed(0, 1_000)
                                .mapToObj(it -> "<task id=\"t" + it + "\"/>")
                                .collect(Collectors.joining("", "<process id=\"p\">", "</process>")),
                        "process (p), line 2: there are 1001 elements, more than a route can have."));
    }

    /** A node between the first step and the end. */
    private static Case between(String node, BpmnFinding.Kind kind, String sentence) {
        return new Case(
                kind,
                "<process id=\"p\">\n" + BEFORE.strip() + "\n" + node
                        + "<sequenceFlow id=\"f2\" sourceRef=\"a\" targetRef=\"x\"/>"
                        + "<sequenceFlow id=\"f3\" sourceRef=\"x\" targetRef=\"e\"/>" + AFTER + "</process>",
                sentence);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anElementThatCannotRunIsRefusedWithItsPlaceAndWhatToDo(Case it) {
        var file = read(it.process());

        assertThat(file.definition()).isEmpty();
        assertThat(file.refusals())
                .filteredOn(one -> one.kind() == it.kind())
                .isNotEmpty()
                .extracting(one -> one.say(Routes.MESSAGES, Language.EN))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith(it.sentence().strip()));
    }

    @Test
    void everyRefusalIsShownByACaseAndEverythingFoundHasASentenceInBothLanguages() {
        assertThat(refused())
                .extracting(Case::kind)
                .containsAll(Arrays.stream(BpmnFinding.Kind.values())
                        .filter(BpmnFinding.Kind::refuses)
                        .toList());
        for (var language : Language.values()) {
            var keys = Routes.MESSAGES.all(language).keySet();
            assertThat(Stream.of(BpmnFinding.Kind.values()).map(it -> "route.bpmn." + it.name()))
                    .allSatisfy(it -> assertThat(keys).contains(it));
        }
    }

    @Test
    void allThatIsWrongIsSaidAtOnceInTheOrderOfTheFile() {
        var file = read("""
                <process id="p"><startEvent id="s"/>
                <scriptTask id="b"/>
                <inclusiveGateway id="c"/>
                <sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/></process>""");

        assertThat(file.refusals())
                .extracting(BpmnFinding::kind)
                .containsExactly(
                        BpmnFinding.Kind.NO_WAY_OUT,
                        BpmnFinding.Kind.AUTOMATIC_TASK,
                        BpmnFinding.Kind.OTHER_GATEWAY,
                        BpmnFinding.Kind.DANGLING_FLOW);
    }

    @Test
    void laughterThatGrowsIsNotRead() {
        var laughs = IntStream.range(1, 20)
                .mapToObj(it -> "<!ENTITY l" + it + " \"" + ("&l" + (it - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("\n"));

        refuses(
                "<!DOCTYPE d [<!ENTITY l0 \"ha\">\n" + laughs + "]>\n" + definitions("&l19;"),
                RouteRefusal.BPMN_WITH_DOCTYPE);
    }

    @Test
    void aFileOnThisMachineIsNotRead(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "<process id=\"stolen\"/>");

        refuses(
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n" + definitions("&x;"),
                RouteRefusal.BPMN_WITH_DOCTYPE);
        refuses("<!DOCTYPE d SYSTEM \"" + secret.toUri() + "\">\n" + definitions(""), RouteRefusal.BPMN_WITH_DOCTYPE);
        refuses(definitions("&x;"), RouteRefusal.BPMN_NOT_READABLE);
    }

    @Test
    void nobodyElsewhereIsAsked() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var address = "http://localhost:" + server.getLocalPort() + "/x.dtd";

            refuses("<!DOCTYPE d SYSTEM \"" + address + "\">\n" + definitions(""), RouteRefusal.BPMN_WITH_DOCTYPE);
            refuses(
                    "<!DOCTYPE d [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>\n" + definitions(""),
                    RouteRefusal.BPMN_WITH_DOCTYPE);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void tenMegabytesAreNotRead() {
        assertThatThrownBy(() -> BpmnFile.read(new byte[10 * 1024 * 1024]))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(RouteRefusal.BPMN_TOO_LARGE));
    }

    @Test
    void brokenXmlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> BpmnFile.read("<a>\n<b></a>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(Routes.MESSAGES.say(Language.VI, it))
                                .startsWith("Không đọc được tệp BPMN, dòng 2: "));
        for (var broken : List.of("", "   ", "steps: []", "<", "\u0000\u0001", "<a b='1' b='2'/>", "<a/><b/>")) {
            refuses(broken, RouteRefusal.BPMN_NOT_READABLE);
        }
    }

    @Test
    void whatIsTooDeepOrTooMuchOrSomethingElseIsRefused() {
        refuses("<a>".repeat(200) + "</a>".repeat(200), RouteRefusal.BPMN_TOO_ENTANGLED);
        refuses("<a>" + "<b/>".repeat(60_000) + "</a>", RouteRefusal.BPMN_TOO_ENTANGLED);
        refuses("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", RouteRefusal.NOT_BPMN);
        refuses("<definitions/>", RouteRefusal.NOT_BPMN);
    }

    private static void refuses(String file, RouteRefusal why) {
        assertThatThrownBy(() -> BpmnFile.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(why));
    }

    private static BpmnFile read(String inner) {
        return BpmnFile.read(definitions(inner).getBytes(StandardCharsets.UTF_8));
    }

    private static String definitions(String inner) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">\n" + inner + "</definitions>";
    }
}
