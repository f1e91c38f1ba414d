package vn.motcua.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a route as BPMN 2.0 with its diagram, as bpmn.io's modeler and others open it. What BPMN has no words for
 * stands among the extension elements, so that {@link BpmnFile#read} gives the same definition again.
 */
public final class BpmnWriter {

    /** How large bpmn.io's modeler draws an event. */
    private static final int EVENT = 36;

    private final RouteDefinition definition;
    private final RouteSketch sketch;
    private final RouteLayout layout;
    private final XmlText xml = new XmlText();

    private BpmnWriter(RouteDefinition definition) {
        this.definition = definition;
        this.sketch = RouteSketch.of(definition);
        this.layout = RouteLayout.of(sketch);
    }

    /**
     * The BPMN file. Refuses {@link RouteRefusal#ROUTE_NOT_SOUND}; what the conditions mean is not asked.
     *
     * @param definition the route
     * @param code of the procedure, kept in the file
     * @param name of the procedure
     */
    public static String write(RouteDefinition definition, String code, String name) {
        Route.compile(definition, _ -> _ -> false);
        return new BpmnWriter(definition).write(code, name);
    }

    /**
     * The BPMN file of a route that is still being written: steps may lack what people fill in later. Refuses
     * {@link RouteRefusal#ROUTE_NOT_SOUND} where nobody can tell what leads where.
     */
    public static String draft(RouteDefinition definition, String code, String name) {
        if (Route.check(definition, _ -> _ -> false) instanceof Route.Faulty(var faults)
                && faults.stream().anyMatch(RouteCompiler::hidesShape)) {
            return write(definition, code, name);
        }
        return new BpmnWriter(definition).write(code, name);
    }

    private String write(String code, String name) {
        xml.open(
                "bpmn:definitions",
                "xmlns:bpmn",
                Bpmn.MODEL,
                "xmlns:bpmndi",
                Bpmn.DI,
                "xmlns:dc",
                Bpmn.DC,
                "xmlns:di",
                Bpmn.DD,
                "xmlns:xsi",
                Bpmn.XSI,
                "xmlns:motcua",
                Bpmn.MOTCUA,
                "id",
                "Definitions_1",
                "targetNamespace",
                "urn:motcua:procedures",
                "exporter",
                "Motcua");
        xml.open("bpmn:process", "id", "Process_1", "name", name, "isExecutable", "false");
        xml.open("bpmn:extensionElements");
        xml.empty("motcua:route", "code", code);
        xml.close();
        var items = definition.items().stream().collect(Collectors.toMap(RouteDefinition.Item::id, it -> it));
        for (var spot : sketch.spots()) {
            var item = items.get(spot.id());
            if (item == null) {
                ours(spot);
            } else {
                node(spot, item);
            }
        }
        for (int i = 0; i < sketch.arrows().size(); i++) {
            flow(i);
        }
        xml.close();
        diagram();
        xml.close();
        return xml.toString();
    }

    /** What the route has without an entry for it. */
    private void ours(RouteSketch.Spot spot) {
        xml.open(
                switch (spot.shape()) {
                    case START -> "bpmn:startEvent";
                    case END -> "bpmn:endEvent";
                    case MERGE -> "bpmn:exclusiveGateway";
                    case STEP, CONSULTATION, MESSAGE, AUTOMATIC, TIMER, CHOICE, SPLIT, JOIN ->
                        throw new IllegalStateException(spot.id());
                },
                "id",
                spot.id());
        if (spot.shape() == RouteSketch.Shape.MERGE) {
            mark("motcua:merge");
        }
        flowsOf(spot.id());
        xml.close();
    }

    private void mark(String name) {
        xml.open("bpmn:extensionElements");
        xml.empty(name);
        xml.close();
    }

    private void node(RouteSketch.Spot spot, RouteDefinition.Item item) {
        switch (spot.shape()) {
            case STEP, CONSULTATION -> named("bpmn:userTask", item);
            case MESSAGE -> named("bpmn:sendTask", item);
            case AUTOMATIC -> named("bpmn:serviceTask", item);
            case TIMER -> named("bpmn:intermediateCatchEvent", item);
            case CHOICE -> {
                xml.open("bpmn:exclusiveGateway", "id", item.id(), "default", otherwise(item.id()));
                flowsOf(item.id());
                xml.close();
            }
            case SPLIT, JOIN -> {
                xml.open("bpmn:parallelGateway", "id", item.id());
                if (spot.shape() == RouteSketch.Shape.JOIN) {
                    mark("motcua:join");
                }
                flowsOf(item.id());
                xml.close();
            }
            case START, MERGE, END -> throw new IllegalStateException(spot.id());
        }
    }

    private void named(String element, RouteDefinition.Item item) {
        xml.open(element, "id", item.id(), "name", item.nameVi());
        xml.open("bpmn:extensionElements");
        BpmnDetails.write(item, xml);
        xml.close();
        flowsOf(item.id());
        if (element.equals("bpmn:intermediateCatchEvent")) {
            xml.open("bpmn:timerEventDefinition");
            xml.text("bpmn:timeDuration", duration(item), "xsi:type", "bpmn:tFormalExpression");
            xml.close();
        }
        xml.close();
    }

    /** ISO 8601; what exactly is meant, working hours, stands in the details. */
    private static String duration(RouteDefinition.Item item) {
        return "PT"
                + item.hours()
                        .orElse(BigDecimal.ZERO)
                        .setScale(0, RoundingMode.CEILING)
                        .toPlainString()
                + "H";
    }

    private String otherwise(String choice) {
        for (int i = 0; i < sketch.arrows().size(); i++) {
            var arrow = sketch.arrows().get(i);
            if (arrow.from().equals(choice) && arrow.way() == RouteSketch.Arrow.OTHERWISE) {
                return flowId(i);
            }
        }
        throw new IllegalStateException("choice " + choice + " without a way that is left");
    }

    private void flowsOf(String id) {
        for (int i = 0; i < sketch.arrows().size(); i++) {
            if (sketch.arrows().get(i).to().equals(id)) {
                xml.text("bpmn:incoming", flowId(i));
            }
        }
        for (int i = 0; i < sketch.arrows().size(); i++) {
            if (sketch.arrows().get(i).from().equals(id)) {
                xml.text("bpmn:outgoing", flowId(i));
            }
        }
    }

    private void flow(int number) {
        var arrow = sketch.arrows().get(number);
        String[] attributes = {
            "id",
            flowId(number),
            "name",
            arrow.when(),
            "sourceRef",
            arrow.from(),
            "targetRef",
            arrow.to(),
            "motcua:written",
            arrow.written() ? "true" : ""
        };
        if (arrow.when().isEmpty()) {
            xml.empty("bpmn:sequenceFlow", attributes);
        } else {
            xml.open("bpmn:sequenceFlow", attributes);
            xml.text(
                    "bpmn:conditionExpression",
                    arrow.when(),
                    "xsi:type",
                    "bpmn:tFormalExpression",
                    "language",
                    Bpmn.CEL);
            xml.close();
        }
    }

    private void diagram() {
        xml.open("bpmndi:BPMNDiagram", "id", "Diagram_1");
        xml.open("bpmndi:BPMNPlane", "id", "Plane_1", "bpmnElement", "Process_1");
        for (var spot : sketch.spots()) {
            var box = box(spot);
            xml.open(
                    "bpmndi:BPMNShape",
                    "id",
                    "Shape_" + spot.id(),
                    "bpmnElement",
                    spot.id(),
                    "isMarkerVisible",
                    spot.shape() == RouteSketch.Shape.CHOICE || spot.shape() == RouteSketch.Shape.MERGE ? "true" : "");
            xml.empty(
                    "dc:Bounds",
                    "x",
                    String.valueOf(box.x()),
                    "y",
                    String.valueOf(box.y()),
                    "width",
                    String.valueOf(box.width()),
                    "height",
                    String.valueOf(box.height()));
            xml.close();
        }
        for (int i = 0; i < sketch.arrows().size(); i++) {
            xml.open("bpmndi:BPMNEdge", "id", "Edge_" + flowId(i), "bpmnElement", flowId(i));
            for (var point : line(i)) {
                xml.empty("di:waypoint", "x", String.valueOf(point.x()), "y", String.valueOf(point.y()));
            }
            xml.close();
        }
        xml.close();
        xml.close();
    }

    /** An event is a small circle in the middle of the place that its name takes. */
    private RouteLayout.Box box(RouteSketch.Spot spot) {
        var box = layout.box(spot.id());
        return spot.shape() == RouteSketch.Shape.TIMER
                ? new RouteLayout.Box(
                        box.x() + (box.width() - EVENT) / 2, box.y() + (box.height() - EVENT) / 2, EVENT, EVENT)
                : box;
    }

    /** Its arrows come from above and leave below. */
    private List<RouteLayout.Point> line(int number) {
        var arrow = sketch.arrows().get(number);
        var points = new ArrayList<>(layout.line(number));
        for (var spot : sketch.spots()) {
            if (spot.shape() == RouteSketch.Shape.TIMER && spot.id().equals(arrow.from())) {
                points.set(
                        0,
                        new RouteLayout.Point(points.getFirst().x(), box(spot).y() + EVENT));
            }
            if (spot.shape() == RouteSketch.Shape.TIMER && spot.id().equals(arrow.to())) {
                points.set(
                        points.size() - 1,
                        new RouteLayout.Point(points.getLast().x(), box(spot).y()));
            }
        }
        return points;
    }

    /** Ids of nodes are in small letters, so these are never one of them. */
    private static String flowId(int number) {
        return "Flow_" + (number + 1);
    }
}
