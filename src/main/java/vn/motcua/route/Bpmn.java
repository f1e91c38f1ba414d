package vn.motcua.route;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.shared.OutsideXml;
import vn.motcua.shared.Text;

/** The words of BPMN 2.0 (ISO/IEC 19510) that the import and the export share. */
final class Bpmn {

    static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    /** What a route says and BPMN has no words for. */
    static final String MOTCUA = "urn:motcua:route:1";

    static final String ANY_MOTCUA = "urn:motcua:route:";
    /** The language of conditions. */
    static final String CEL = "urn:motcua:cel:1";

    private static final Map<String, Part> PARTS = parts();

    private Bpmn() {}

    /** What the import does with an element of a process. */
    enum Part {
        STEP,
        /** Something that the program does: writes, looks, or waits. */
        BY_PROGRAM,
        CHOICE,
        PARALLEL,
        START,
        END,
        FLOW,
        LANES,
        /** Says nothing that runs, and is counted. */
        DRAWING,
        /** Says nothing that anybody misses. */
        SILENT,
        AUTOMATIC,
        SUB_PROCESS,
        OTHER_GATEWAY,
        EVENT,
        UNKNOWN;

        boolean isNode() {
            return switch (this) {
                case STEP, BY_PROGRAM, CHOICE, PARALLEL, START, END, AUTOMATIC, SUB_PROCESS, OTHER_GATEWAY, EVENT ->
                    true;
                case FLOW, LANES, DRAWING, SILENT, UNKNOWN -> false;
            };
        }
    }

    static Part part(OutsideXml.Element element) {
        return isTimer(element) ? Part.BY_PROGRAM : PARTS.getOrDefault(element.name(), Part.UNKNOWN);
    }

    /** An event on the way that waits for a time and for nothing else. */
    private static boolean isTimer(OutsideXml.Element element) {
        return element.name().equals("intermediateCatchEvent")
                && element.children(MODEL, "timerEventDefinition").size() == 1
                && element.children().stream()
                                .filter(it -> it.name().endsWith("EventDefinition")
                                        || it.name().equals("eventDefinitionRef"))
                                .count()
                        == 1;
    }

    /** Which kind of node of a route the element is, where it is one that has a name. */
    static NodeKind kind(OutsideXml.Element element) {
        return switch (element.name()) {
            case "sendTask" -> NodeKind.MESSAGE;
            case "serviceTask" -> NodeKind.AUTOMATIC;
            case "intermediateCatchEvent" -> NodeKind.TIMER;
            default -> NodeKind.STEP;
        };
    }

    static String id(OutsideXml.Element element) {
        return clean(element.attribute("id"));
    }

    static String clean(String text) {
        return Text.clean(text);
    }

    private static Map<String, Part> parts() {
        var parts = new HashMap<String, Part>();
        put(parts, Part.STEP, "task", "userTask", "manualTask");
        put(parts, Part.CHOICE, "exclusiveGateway");
        put(parts, Part.PARALLEL, "parallelGateway");
        put(parts, Part.START, "startEvent");
        put(parts, Part.END, "endEvent");
        put(parts, Part.FLOW, "sequenceFlow");
        put(parts, Part.LANES, "laneSet");
        put(parts, Part.DRAWING, "textAnnotation", "association", "group", "documentation");
        put(parts, Part.DRAWING, "dataObject", "dataObjectReference", "dataStoreReference", "ioSpecification");
        put(parts, Part.SILENT, "extensionElements", "property", "auditing", "monitoring", "supports");
        put(parts, Part.SILENT, "correlationSubscription", "resourceRole", "performer", "humanPerformer");
        put(parts, Part.SILENT, "potentialOwner");
        put(parts, Part.BY_PROGRAM, "serviceTask", "sendTask");
        put(parts, Part.AUTOMATIC, "scriptTask", "businessRuleTask", "receiveTask");
        put(parts, Part.SUB_PROCESS, "subProcess", "transaction", "adHocSubProcess", "callActivity");
        put(parts, Part.OTHER_GATEWAY, "inclusiveGateway", "complexGateway", "eventBasedGateway");
        put(
                parts,
                Part.EVENT,
                "intermediateCatchEvent",
                "intermediateThrowEvent",
                "boundaryEvent",
                "implicitThrowEvent");
        return Map.copyOf(parts);
    }

    private static void put(Map<String, Part> parts, Part part, String... names) {
        for (var name : names) {
            parts.put(name, part);
        }
    }
}
