package vn.motcua.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.motcua.shared.OutsideXml.Element;

/** The nodes and flows of one BPMN process; refuses what a route cannot hold, and says where. */
final class BpmnProcess {

    private static final int NODES_MAX = 1_000;

    private final Element process;
    private final List<BpmnFinding> findings;
    private final Map<String, Element> nodes = new LinkedHashMap<>();
    private final Map<String, List<Flow>> out = new HashMap<>();
    private final Map<String, List<Flow>> in = new HashMap<>();

    BpmnProcess(Element process, List<BpmnFinding> findings) {
        this.process = process;
        this.findings = findings;
    }

    /** A sequence flow between two nodes. */
    record Flow(Element element, String id, String from, String to) {

        /** Whether the author of the route wrote its target, though the order of the steps says it too. */
        boolean written() {
            return element.attribute(Bpmn.MOTCUA, "written").equals("true");
        }
    }

    /** The entries of a route; to be used only if nothing was refused. */
    List<RouteDefinition.Item> items() {
        process.children().stream()
                .filter(it -> it.namespace().equals(Bpmn.MODEL))
                .forEach(this::collect);
        drawings();
        if (nodes.size() > NODES_MAX) {
            find(BpmnFinding.Kind.TOO_MANY, process, String.valueOf(nodes.size()));
            return List.of();
        }
        process.children(Bpmn.MODEL, "sequenceFlow").forEach(this::connect);
        starts();
        nodes.forEach(this::check);
        return findings.stream().anyMatch(it -> it.kind().refuses())
                ? List.of()
                : new BpmnItems(this, process, findings).items();
    }

    Map<String, Element> nodes() {
        return nodes;
    }

    Element node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("no node " + id);
        }
        return node;
    }

    List<Flow> out(String id) {
        return out.getOrDefault(id, List.of());
    }

    /** Whether the gateway has one way out and none to wait for: it only brings ways together. */
    boolean isMerge(String id) {
        var node = node(id);
        return switch (Bpmn.part(node)) {
            case CHOICE -> out(id).size() == 1;
            case PARALLEL -> out(id).size() == 1 && !isJoin(id);
            default -> false;
        };
    }

    /** A join waits; one with a single way in says so itself. */
    boolean isJoin(String id) {
        return out(id).size() == 1
                && (waysIn(id) > 1 || BpmnDetails.of(node(id), "join").isPresent());
    }

    private int waysIn(String id) {
        return in.getOrDefault(id, List.of()).size();
    }

    private void collect(Element it) {
        var part = Bpmn.part(it);
        if (part == Bpmn.Part.UNKNOWN) {
            find(BpmnFinding.Kind.UNKNOWN_ELEMENT, it);
        }
        if (part.isNode()) {
            nodes.putIfAbsent(Bpmn.id(it).isEmpty() ? "#" + it.line() + "." + nodes.size() : Bpmn.id(it), it);
        }
    }

    private void drawings() {
        var drawn = process.children().stream()
                .flatMap(it ->
                        Bpmn.part(it).isNode() ? it.children(Bpmn.MODEL, "documentation").stream() : Stream.of(it))
                .filter(it -> it.namespace().equals(Bpmn.MODEL) && Bpmn.part(it) == Bpmn.Part.DRAWING)
                .toList();
        if (!drawn.isEmpty()) {
            find(BpmnFinding.Kind.DRAWING_IGNORED, drawn.getFirst(), String.valueOf(drawn.size()));
        }
    }

    private void connect(Element it) {
        var from = Bpmn.clean(it.attribute("sourceRef"));
        var to = Bpmn.clean(it.attribute("targetRef"));
        var missing = new ArrayList<String>();
        for (var end : List.of(from, to)) {
            if (!nodes.containsKey(end)) {
                missing.add(end.isEmpty() ? "–" : end);
            }
        }
        if (missing.isEmpty()) {
            var flow = new Flow(it, Bpmn.id(it), from, to);
            out.computeIfAbsent(from, _ -> new ArrayList<>()).add(flow);
            in.computeIfAbsent(to, _ -> new ArrayList<>()).add(flow);
        } else {
            find(BpmnFinding.Kind.DANGLING_FLOW, it, String.join(", ", missing));
        }
    }

    private void starts() {
        var starts = nodes.values().stream()
                .filter(it -> Bpmn.part(it) == Bpmn.Part.START)
                .toList();
        if (starts.isEmpty()) {
            find(BpmnFinding.Kind.NO_START, process);
        }
        starts.stream().skip(1).forEach(it -> find(BpmnFinding.Kind.SEVERAL_STARTS, it));
    }

    private void check(String id, Element node) {
        switch (Bpmn.part(node)) {
            case STEP, BY_PROGRAM -> step(id, node);
            case START -> {
                plain(node, BpmnFinding.Kind.START_KIND);
                in.getOrDefault(id, List.of()).forEach(it -> find(BpmnFinding.Kind.WRONG_WAY, it.element()));
                one(id, node);
            }
            case END -> {
                plain(node, BpmnFinding.Kind.END_KIND);
                out(id).forEach(it -> find(BpmnFinding.Kind.WRONG_WAY, it.element()));
            }
            case CHOICE -> choice(id, node);
            case PARALLEL -> parallel(id, node);
            case AUTOMATIC -> find(BpmnFinding.Kind.AUTOMATIC_TASK, node);
            case SUB_PROCESS -> find(BpmnFinding.Kind.SUB_PROCESS, node);
            case OTHER_GATEWAY -> find(BpmnFinding.Kind.OTHER_GATEWAY, node);
            case EVENT -> find(BpmnFinding.Kind.EVENT, node);
            case FLOW, LANES, DRAWING, SILENT, UNKNOWN -> throw new IllegalStateException(node.name());
        }
    }

    private void step(String id, Element node) {
        if (node.children().stream().anyMatch(it -> it.name().endsWith("LoopCharacteristics"))) {
            find(BpmnFinding.Kind.REPEATED, node);
        }
        one(id, node);
        unconditional(id);
    }

    /** One flow leaves it. */
    private void one(String id, Element node) {
        somewhere(id, node);
        if (out(id).size() > 1) {
            find(BpmnFinding.Kind.SEVERAL_WAYS_OUT, node);
        }
    }

    private void somewhere(String id, Element node) {
        if (out(id).isEmpty() || onlyMergesAhead(id)) {
            find(BpmnFinding.Kind.NO_WAY_OUT, node);
        }
    }

    /** Merges that lead to each other in a circle are no way anywhere. */
    private boolean onlyMergesAhead(String id) {
        var seen = new HashSet<String>();
        var at = out(id).getFirst().to();
        while (isMerge(at)) {
            if (!seen.add(at)) {
                return true;
            }
            at = out(at).getFirst().to();
        }
        return false;
    }

    private void choice(String id, Element node) {
        somewhere(id, node);
        if (isMerge(id)) {
            return;
        }
        var usual = Bpmn.clean(node.attribute("default"));
        var silent = new ArrayList<Flow>();
        for (var flow : out(id)) {
            if (!flow.id().equals(usual) || usual.isEmpty()) {
                var condition = BpmnCondition.of(flow.element());
                if (condition.text().isEmpty()) {
                    silent.add(flow);
                } else if (!condition.isOurs()) {
                    find(BpmnFinding.Kind.CONDITION_LANGUAGE, flow.element(), condition.language());
                }
            }
        }
        if (silent.size() == 1 && out(id).stream().noneMatch(it -> it.id().equals(usual))) {
            find(BpmnFinding.Kind.OTHERWISE_ASSUMED, silent.getFirst().element());
        } else {
            silent.forEach(it -> find(BpmnFinding.Kind.FLOW_WITHOUT_CONDITION, it.element()));
        }
    }

    private void parallel(String id, Element node) {
        somewhere(id, node);
        unconditional(id);
        if (out(id).size() > 1 && waysIn(id) > 1) {
            find(BpmnFinding.Kind.MIXED_GATEWAY, node);
        }
    }

    private void unconditional(String id) {
        out(id).stream()
                .filter(it -> !BpmnCondition.of(it.element()).text().isEmpty())
                .forEach(it -> find(BpmnFinding.Kind.CONDITION_WITHOUT_CHOICE, it.element()));
    }

    private void plain(Element event, BpmnFinding.Kind otherwise) {
        if (event.children().stream()
                .anyMatch(
                        it -> it.name().endsWith("EventDefinition") || it.name().equals("eventDefinitionRef"))) {
            find(otherwise, event);
        }
    }

    private void find(BpmnFinding.Kind kind, Element at, String... details) {
        findings.add(BpmnFinding.of(kind, at, details));
    }

    /** The lanes and the nodes that lie in each, outer lanes first. */
    Map<Element, Set<String>> lanes() {
        var lanes = new LinkedHashMap<Element, Set<String>>();
        process.children(Bpmn.MODEL, "laneSet").forEach(it -> lanes(it, lanes));
        return lanes;
    }

    private static void lanes(Element set, Map<Element, Set<String>> lanes) {
        for (var lane : set.children(Bpmn.MODEL, "lane")) {
            var held = new HashSet<String>();
            lane.children(Bpmn.MODEL, "flowNodeRef").forEach(it -> held.add(Bpmn.clean(it.text())));
            lanes.put(lane, held);
            lane.children(Bpmn.MODEL, "childLaneSet").forEach(it -> lanes(it, lanes));
        }
    }
}
