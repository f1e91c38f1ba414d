package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** The quick check agrees with the slow one that tries every order of every branch. */
class SoundnessTest {

    private static final int NODES_MAX = 6;

    /** What a random node is and where it leads, as numbers. */
    record Draft(NodeKind kind, List<Integer> targets) {}

    @Provide
    Arbitrary<List<Draft>> drafts() {
        var kinds = Arbitraries.frequency(
                Tuple.of(3, NodeKind.STEP),
                Tuple.of(2, NodeKind.CHOICE),
                Tuple.of(2, NodeKind.SPLIT),
                Tuple.of(2, NodeKind.JOIN));
        var targets = Arbitraries.integers().between(0, NODES_MAX).list().ofSize(2);
        return Combinators.combine(kinds, targets)
                .as(Draft::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(NODES_MAX);
    }

    @Property(tries = 20_000)
    void theVerdictIsTheSameAsThatOfTryingEverything(@ForAll("drafts") List<Draft> drafts) {
        agree(graph(drafts));
    }

    @Property
    void alsoForARouteOfBlocksWithOneArrowMoved(
            @ForAll("blocks") List<RouteDefinition.Item> items, @ForAll java.util.Random random) {
        var ids = new ArrayList<>(items.stream().map(RouteDefinition.Item::id).toList());
        ids.add(Node.END);
        var at = random.nextInt(items.size());
        var target = ids.get(random.nextInt(ids.size()));
        var nodes = new ArrayList<Node>();
        nodes.add(new Node.Start(items.getFirst().id()));
        for (int i = 0; i < items.size(); i++) {
            var node = node(items.get(i));
            nodes.add(i == at ? moved(node, target) : node);
        }
        nodes.add(new Node.End());
        agree(new Graph(nodes));
    }

    @Provide
    Arbitrary<List<RouteDefinition.Item>> blocks() {
        return RandomRoutes.routes().filter(it -> it.size() < 14);
    }

    private static void agree(Graph graph) {
        var quick = new Soundness(graph).faults().isEmpty();
        var slow = new Everything(graph).sound();
        Statistics.collect(slow ? "sound" : "unsound");
        assertThat(quick).isEqualTo(slow);
    }

    private static Node moved(Node node, String target) {
        return switch (node) {
            case Node.Choice it -> new Node.Choice(it.id(), it.branches(), target);
            case Node.Split it -> {
                var targets = new LinkedHashSet<>(it.next().subList(1, it.next().size()));
                targets.add(target);
                yield new Node.Split(it.id(), List.copyOf(targets));
            }
            case Node.Join it -> new Node.Join(it.id(), target);
            case OfficerStep it -> step(it.id(), target);
            case Node.Start _, Node.End _ -> node;
        };
    }

    private static Node node(RouteDefinition.Item item) {
        return switch (NodeKind.of(item.kind()).orElseThrow()) {
            case STEP -> step(item.id(), item.next().getFirst());
            case CHOICE ->
                new Node.Choice(
                        item.id(),
                        item.branches().stream()
                                .map(it -> new Node.Branch(it.when(), _ -> false, it.next()))
                                .toList(),
                        item.otherwise());
            case SPLIT -> new Node.Split(item.id(), item.next());
            case JOIN -> new Node.Join(item.id(), item.next().getFirst());
            case AUTOMATIC, MESSAGE, TIMER -> step(item.id(), item.next().getFirst());
            case CONSULTATION, LINKED -> throw new IllegalStateException();
        };
    }

    private static Graph graph(List<Draft> drafts) {
        var nodes = new ArrayList<Node>();
        nodes.add(new Node.Start("n0"));
        for (int i = 0; i < drafts.size(); i++) {
            var targets = drafts.get(i).targets().stream()
                    .map(it -> it >= drafts.size() ? Node.END : "n" + it)
                    .toList();
            var id = "n" + i;
            nodes.add(
                    switch (drafts.get(i).kind()) {
                        case CHOICE ->
                            new Node.Choice(
                                    id,
                                    List.of(new Node.Branch("x", _ -> true, targets.getFirst())),
                                    targets.getLast());
                        case SPLIT -> new Node.Split(id, List.copyOf(new LinkedHashSet<>(targets)));
                        case JOIN -> new Node.Join(id, targets.getFirst());
                        case STEP, AUTOMATIC, CONSULTATION, MESSAGE, TIMER, LINKED -> step(id, targets.getFirst());
                    });
        }
        nodes.add(new Node.End());
        return new Graph(nodes);
    }

    private static OfficerStep step(String id, String then) {
        return new OfficerStep(
                id, new StepName(id, id), "r", "u", java.util.Optional.empty(), Set.of(DeskAct.COMPLETE), then);
    }

    /** Soundness by its definition: from each state, by every order, the end alone can still be reached. */
    private static final class Everything {

        private static final Map<String, Integer> FINAL = Map.of(Node.END, 1);

        private final Graph graph;
        private final Map<Map<String, Integer>, List<Map<String, Integer>>> states = new HashMap<>();

        Everything(Graph graph) {
            this.graph = graph;
        }

        boolean sound() {
            var every = new HashSet<>(graph.ahead(Node.START));
            every.add(Node.START);
            return every.size() == graph.nodes().size() && !idleCircle() && bounded() && alwaysEnds();
        }

        private boolean bounded() {
            var open = new ArrayDeque<Map<String, Integer>>();
            open.add(Map.of(Node.START, 1));
            while (!open.isEmpty()) {
                var state = open.poll();
                if (states.containsKey(state)) {
                    continue;
                }
                if (state.values().stream().anyMatch(it -> it > 1)) {
                    return false;
                }
                var next = successors(state);
                states.put(state, next);
                open.addAll(next);
            }
            return true;
        }

        private boolean alwaysEnds() {
            var good = new HashSet<Map<String, Integer>>();
            good.add(FINAL);
            boolean grew;
            do {
                grew = false;
                for (var it : states.entrySet()) {
                    grew |= it.getValue().stream().anyMatch(good::contains) && good.add(it.getKey());
                }
            } while (grew);
            return good.containsAll(states.keySet());
        }

        private List<Map<String, Integer>> successors(Map<String, Integer> state) {
            var after = new ArrayList<Map<String, Integer>>();
            for (var node : graph.nodes()) {
                var from = node instanceof Node.Join
                        ? graph.sources(node.id()).stream()
                                .map(it -> node.id() + "<" + it)
                                .toList()
                        : List.of(node.id());
                if (node instanceof Node.End || !state.keySet().containsAll(from)) {
                    continue;
                }
                var ways = node instanceof Node.Choice
                        ? node.next().stream().map(List::of).toList()
                        : List.of(node.next());
                for (var way : ways) {
                    var next = new TreeMap<>(state);
                    from.forEach(it -> next.computeIfPresent(it, (_, n) -> n == 1 ? null : n - 1));
                    way.forEach(it -> next.merge(
                            graph.node(it) instanceof Node.Join ? it + "<" + node.id() : it, 1, Integer::sum));
                    after.add(next);
                }
            }
            return after;
        }

        private boolean idleCircle() {
            return graph.nodes().stream()
                    .filter(it -> !(it instanceof OfficerStep))
                    .anyMatch(start -> {
                        var seen = new HashSet<String>();
                        var open = new ArrayDeque<>(start.next());
                        while (!open.isEmpty()) {
                            var it = open.poll();
                            if (!(graph.node(it) instanceof OfficerStep) && seen.add(it)) {
                                open.addAll(graph.node(it).next());
                            }
                        }
                        return seen.contains(start.id());
                    });
        }
    }
}
