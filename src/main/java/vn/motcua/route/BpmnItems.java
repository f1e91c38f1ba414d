package vn.motcua.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.shared.OutsideXml.Element;
import vn.motcua.shared.Text;

/** Turns the nodes of a BPMN process, of which none is refused, into the entries of a route. */
final class BpmnItems {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int ID_LETTERS = 60;

    private final BpmnProcess process;
    private final Element element;
    private final List<BpmnFinding> findings;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    BpmnItems(BpmnProcess process, Element element, List<BpmnFinding> findings) {
        this.process = process;
        this.element = element;
        this.findings = findings;
    }

    List<RouteDefinition.Item> items() {
        var order = order();
        name(order);
        roles();
        var items = new ArrayList<RouteDefinition.Item>();
        for (int i = 0; i < order.size(); i++) {
            var following = i + 1 < order.size() ? id(order.get(i + 1)) : Node.END;
            items.add(item(order.get(i), following));
        }
        return items;
    }

    /**
     * The nodes that stay, the first one first. A file of ours keeps its author's order; in others, elements stand in the
     * order in which they were drawn, so the order of the work is taken.
     */
    private List<String> order() {
        var start = process.nodes().keySet().stream()
                .filter(it -> Bpmn.part(process.node(it)) == Bpmn.Part.START)
                .findFirst()
                .orElseThrow();
        var first = target(process.out(start).getFirst());
        var all = process.nodes().keySet().stream().filter(this::stays).toList();
        var order = new ArrayList<String>();
        if (BpmnDetails.of(element, "route").isPresent()) {
            order.addAll(all);
        } else {
            visit(first, new HashSet<>(), order);
            Collections.reverse(order);
            all.stream().filter(it -> !order.contains(it)).forEach(order::add);
        }
        if (order.remove(first)) {
            order.addFirst(first);
        }
        return order;
    }

    private void visit(String id, Set<String> seen, List<String> after) {
        if (stays(id) && seen.add(id)) {
            process.out(id).reversed().forEach(it -> visit(target(it), seen, after));
            after.add(id);
        }
    }

    private boolean stays(String id) {
        return switch (Bpmn.part(process.node(id))) {
            case STEP, BY_PROGRAM -> true;
            case CHOICE, PARALLEL -> !process.isMerge(id);
            default -> false;
        };
    }

    /** Where the flow leads when the gateways that only bring ways together are gone. */
    private String target(BpmnProcess.Flow flow) {
        var at = flow.to();
        while (process.isMerge(at)) {
            at = process.out(at).getFirst().to();
        }
        return at;
    }

    private String id(String node) {
        return ids.getOrDefault(node, Node.END);
    }

    /** Ids that a route can have stay; others are made of the name. */
    private void name(List<String> order) {
        var taken = new HashSet<String>();
        for (var it : order) {
            if (isId(it)) {
                ids.put(it, it);
                taken.add(it);
            }
        }
        for (var it : order) {
            if (!ids.containsKey(it)) {
                var node = process.node(it);
                var stem = stem(Bpmn.clean(node.attribute("name")), stem(it, node.name()));
                var id = stem;
                for (int i = 2; !isId(id) || !taken.add(id); i++) {
                    id = stem + "-" + i;
                }
                ids.put(it, id);
                findings.add(BpmnFinding.of(BpmnFinding.Kind.RENAMED, node, id));
            }
        }
        process.nodes().forEach((id, node) -> {
            if (Bpmn.part(node) == Bpmn.Part.CHOICE || Bpmn.part(node) == Bpmn.Part.PARALLEL) {
                if (process.isMerge(id) && BpmnDetails.of(node, "merge").isEmpty()) {
                    findings.add(BpmnFinding.of(BpmnFinding.Kind.MERGE_REMOVED, node));
                }
            }
        });
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches() && !text.equals(Node.START) && !text.equals(Node.END);
    }

    private static String stem(String text, String otherwise) {
        var words = Text.fold(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        var cut = words.length() > ID_LETTERS ? words.substring(0, ID_LETTERS).replaceAll("-[^-]*$", "") : words;
        return cut.isEmpty() ? Text.fold(otherwise) : cut;
    }

    /** A lane whose name is the word of a role says who does what lies in it, where the step does not say it itself. */
    private void roles() {
        process.lanes().forEach((lane, held) -> {
            var silent = held.stream()
                    .filter(it -> process.nodes().containsKey(it))
                    .filter(it -> Bpmn.part(process.node(it)) == Bpmn.Part.STEP)
                    .filter(it -> BpmnDetails.of(process.node(it), "step").isEmpty())
                    .toList();
            if (silent.isEmpty()) {
                return;
            }
            var name = Bpmn.clean(lane.attribute("name"));
            if (ID.matcher(name).matches()) {
                silent.forEach(it -> roles.put(it, name));
                findings.add(BpmnFinding.of(BpmnFinding.Kind.LANE_AS_ROLE, lane, name));
            } else {
                findings.add(BpmnFinding.of(BpmnFinding.Kind.LANE_IGNORED, lane));
            }
        });
    }

    private RouteDefinition.Item item(String node, String following) {
        var element = process.node(node);
        return switch (Bpmn.part(element)) {
            case STEP, BY_PROGRAM -> step(node, element, following);
            case CHOICE -> choice(node, element);
            case PARALLEL ->
                process.isJoin(node)
                        ? gateway(node, NodeKind.JOIN, next(node, following), List.of(), "")
                        : gateway(
                                node,
                                NodeKind.SPLIT,
                                process.out(node).stream()
                                        .map(it -> id(target(it)))
                                        .toList(),
                                List.of(),
                                "");
            default -> throw new IllegalStateException(element.name());
        };
    }

    private RouteDefinition.Item step(String node, Element element, String following) {
        var details = BpmnDetails.of(element, findings);
        if (!details.written() && Bpmn.part(element) == Bpmn.Part.STEP) {
            findings.add(BpmnFinding.of(BpmnFinding.Kind.ASSUMED_COMPLETE, element));
        }
        return details.item(
                id(node), Bpmn.clean(element.attribute("name")), roles.getOrDefault(node, ""), next(node, following));
    }

    private RouteDefinition.Item choice(String node, Element element) {
        var usual = Bpmn.clean(element.attribute("default"));
        var ways = new ArrayList<RouteDefinition.Way>();
        var otherwise = "";
        for (var flow : process.out(node)) {
            var condition = BpmnCondition.of(flow.element());
            if (condition.text().isEmpty() || (!usual.isEmpty() && flow.id().equals(usual))) {
                otherwise = id(target(flow));
            } else {
                ways.add(new RouteDefinition.Way(condition.text(), id(target(flow))));
                if (condition.unwrapped()) {
                    findings.add(
                            BpmnFinding.of(BpmnFinding.Kind.CONDITION_UNWRAPPED, flow.element(), condition.text()));
                }
            }
        }
        return gateway(node, NodeKind.CHOICE, List.of(), ways, otherwise);
    }

    /** Where a node with one way out leads; nothing where the order of the entries says it. */
    private List<String> next(String node, String following) {
        var flow = process.out(node).getFirst();
        var next = id(target(flow));
        return next.equals(following) && !flow.written() ? List.of() : List.of(next);
    }

    private RouteDefinition.Item gateway(
            String node, NodeKind kind, List<String> next, List<RouteDefinition.Way> ways, String otherwise) {
        return new RouteDefinition.Item(
                id(node),
                id(node),
                kind.word(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                next,
                ways,
                otherwise);
    }
}
