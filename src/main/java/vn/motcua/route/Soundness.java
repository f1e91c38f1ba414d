package vn.motcua.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every run of a graph ends, whatever its choices decide: the soundness of workflow nets (van der Aalst, 1997).
 *
 * <p>After the plain questions (reachable, leads to the end, no circle of gateways alone) all states are walked through.
 * A state is the set of places that hold a dossier's token: a node, or one way into a join. Of several nodes that could
 * go on, only the first is tried, in all its choices: moving one never takes away what another waits for, so every dead
 * end is still found, and ten parallel branches need no thousand interleavings.
 */
final class Soundness {

    private static final int STATES_MAX = 20_000;

    private final Graph graph;
    private final List<String> order;
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    Soundness(Graph graph) {
        this.graph = graph;
        this.order = graph.inOrder();
    }

    List<Fault> faults() {
        reachability();
        circles();
        if (faults.isEmpty()) {
            walk();
        }
        return List.copyOf(faults);
    }

    private void reachability() {
        var fromStart = graph.ahead(Node.START);
        var toEnd = graph.behind(Node.END);
        for (var node : graph.nodes()) {
            if (!fromStart.contains(node.id()) && !node.id().equals(Node.START)) {
                faults.add(Fault.of(
                        node.id().equals(Node.END) ? Fault.Kind.NO_WAY_TO_END : Fault.Kind.UNREACHABLE,
                        node.id().equals(Node.END) ? Node.START : node.id()));
            } else if (!toEnd.contains(node.id())
                    && !node.id().equals(Node.END)
                    && !node.id().equals(Node.START)) {
                faults.add(Fault.of(Fault.Kind.NO_WAY_TO_END, node.id()));
            }
        }
    }

    /** Gateways on a circle without a step, or with steps of the program alone, would pass a dossier round for ever. */
    private void circles() {
        var idle = new LinkedHashSet<String>();
        graph.nodes().stream()
                .filter(it ->
                        !(it instanceof OfficerStep step) || step.program().isPresent())
                .forEach(it -> idle.add(it.id()));
        boolean shrunk;
        do {
            shrunk = idle.removeIf(it -> graph.node(it).next().stream().noneMatch(idle::contains));
        } while (shrunk);
        idle.removeIf(it -> !onIdleCircle(it, idle));
        idle.stream().limit(1).forEach(it -> faults.add(Fault.of(Fault.Kind.CIRCLE_WITHOUT_STEP, it)));
    }

    private boolean onIdleCircle(String id, Set<String> idle) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(graph.node(id).next());
        while (!open.isEmpty()) {
            var it = open.poll();
            if (idle.contains(it) && seen.add(it)) {
                open.addAll(graph.node(it).next());
            }
        }
        return seen.contains(id);
    }

    private void walk() {
        var begin = new BitSet();
        begin.set(number(new Place(Node.START, "")));
        var seen = new HashSet<BitSet>();
        var open = new ArrayDeque<BitSet>();
        seen.add(begin);
        open.push(begin);
        while (!open.isEmpty()) {
            for (var next : successors(open.pop())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
            if (seen.size() > STATES_MAX) {
                faults.add(Fault.of(Fault.Kind.TOO_ENTANGLED, "route.yaml"));
                return;
            }
        }
    }

    private List<BitSet> successors(BitSet state) {
        for (var id : order) {
            var from = ready(id, state);
            if (!from.isEmpty()) {
                return moves(graph.node(id), from, state);
            }
        }
        dead(state);
        return List.of();
    }

    /** The places that the node empties when it goes on; none when it cannot, or is the end. */
    private List<Integer> ready(String id, BitSet state) {
        return switch (graph.node(id)) {
            case Node.End _ -> List.of();
            case Node.Join _ -> {
                var ways = graph.sources(id).stream()
                        .map(it -> number(new Place(id, it)))
                        .toList();
                yield ways.stream().allMatch(state::get) ? ways : List.of();
            }
            case Node.Start _, Node.Choice _, Node.Split _, OfficerStep _ -> {
                var place = number(new Place(id, ""));
                yield state.get(place) ? List.of(place) : List.of();
            }
        };
    }

    private List<BitSet> moves(Node node, List<Integer> from, BitSet state) {
        var rest = (BitSet) state.clone();
        from.forEach(rest::clear);
        var after = new ArrayList<BitSet>();
        switch (node) {
            case Node.Choice it -> it.next().forEach(target -> put(rest, List.of(target), it.id(), after));
            case Node.Start _, Node.Split _, Node.Join _, OfficerStep _, Node.End _ ->
                put(rest, node.next(), node.id(), after);
        }
        return after;
    }

    private void put(BitSet rest, List<String> targets, String from, List<BitSet> after) {
        var state = (BitSet) rest.clone();
        for (var target : targets) {
            var join = graph.node(target) instanceof Node.Join;
            var place = number(new Place(target, join ? from : ""));
            if (state.get(place)) {
                faults.add(Fault.of(
                        join ? Fault.Kind.JOIN_COMPLETES_TWICE : Fault.Kind.BRANCHES_MEET_WITHOUT_JOIN,
                        target,
                        join ? from : ""));
                return;
            }
            state.set(place);
        }
        after.add(state);
    }

    /** Nothing can go on: right if that is the end and nothing else, else some join waits in vain. */
    private void dead(BitSet state) {
        state.stream()
                .mapToObj(places::get)
                .map(Place::node)
                .filter(it -> !it.equals(Node.END))
                .distinct()
                .forEach(join -> faults.add(Fault.of(
                        Fault.Kind.JOIN_NEVER_COMPLETES,
                        join,
                        String.join(
                                ", ",
                                graph.sources(join).stream()
                                        .filter(it -> !state.get(number(new Place(join, it))))
                                        .toList()))));
    }

    private int number(Place place) {
        return numbers.computeIfAbsent(place, it -> {
            places.add(it);
            return places.size() - 1;
        });
    }

    /** Where a token can lie: on a node, or on one way into a join. */
    private record Place(String node, String from) {}
}
