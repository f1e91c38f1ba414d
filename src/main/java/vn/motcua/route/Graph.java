package vn.motcua.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes of a route by id, in the author's order, and who leads to whom. Every target exists. */
final class Graph {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> sources = new HashMap<>();

    Graph(Collection<Node> given) {
        given.forEach(it -> nodes.put(it.id(), it));
        for (var node : given) {
            node.next()
                    .forEach(it ->
                            sources.computeIfAbsent(it, _ -> new ArrayList<>()).add(node.id()));
        }
    }

    Collection<Node> nodes() {
        return Collections.unmodifiableCollection(nodes.values());
    }

    List<OfficerStep> steps() {
        return nodes.values().stream()
                .filter(OfficerStep.class::isInstance)
                .map(OfficerStep.class::cast)
                .toList();
    }

    Node node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("no node " + id);
        }
        return node;
    }

    /** The nodes that lead to this one, each once. */
    List<String> sources(String id) {
        return sources.getOrDefault(id, List.of());
    }

    /** What can come after the node; itself only if a circle leads back. */
    Set<String> ahead(String id) {
        return spread(id, it -> node(it).next());
    }

    /** What can have come before the node. */
    Set<String> behind(String id) {
        return spread(id, this::sources);
    }

    private static Set<String> spread(String id, java.util.function.Function<String, List<String>> neighbours) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(neighbours.apply(id));
        while (!open.isEmpty()) {
            var it = open.poll();
            if (found.add(it)) {
                open.addAll(neighbours.apply(it));
            }
        }
        return found;
    }

    /** From start to end such that, circles apart, each node stands after all that lead to it. */
    List<String> inOrder() {
        var order = new ArrayList<String>();
        visit(Node.START, new HashSet<>(), order);
        Collections.reverse(order);
        return order;
    }

    private void visit(String id, Set<String> seen, List<String> after) {
        if (seen.add(id)) {
            node(id).next().reversed().forEach(it -> visit(it, seen, after));
            after.add(id);
        }
    }
}
