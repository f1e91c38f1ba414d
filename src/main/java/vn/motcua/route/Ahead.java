package vn.motcua.route;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The work that lies before a dossier: the longest way from its open steps to the end, along the branches that its facts choose.
 * Parallel branches count once, a circle is walked once.
 */
final class Ahead {

    private final Graph graph;
    private final Map<String, Object> facts;

    Ahead(Graph graph, Map<String, Object> facts) {
        this.graph = graph;
        this.facts = facts;
    }

    /**
     * In working hours.
     *
     * @param spent on each open step until now
     */
    Duration of(Tokens tokens, Map<String, Duration> spent) {
        return longest(tokens.openSteps(), it -> {
            var step = (OfficerStep) graph.node(it);
            return rest(meant(step), spent.getOrDefault(it, Duration.ZERO)).plus(from(step.then(), new HashSet<>()));
        });
    }

    /** A step that took more than was meant for it is not going as planned: then nobody knows, and all of it counts again. */
    private static Duration rest(Duration meant, Duration spent) {
        return spent.compareTo(meant) <= 0 ? meant.minus(spent) : meant;
    }

    private Duration from(String id, Set<String> behind) {
        if (!behind.add(id)) {
            return Duration.ZERO;
        }
        var left = switch (graph.node(id)) {
            case OfficerStep it -> meant(it).plus(from(it.then(), behind));
            case Node.Choice it -> from(it.decide(facts).then(), behind);
            case Node.Split it -> longest(it.next(), branch -> from(branch, behind));
            case Node.Join it -> from(it.then(), behind);
            case Node.Start it -> from(it.then(), behind);
            case Node.End _ -> Duration.ZERO;
        };
        behind.remove(id);
        return left;
    }

    private static Duration longest(List<String> ids, java.util.function.Function<String, Duration> measure) {
        return ids.stream().map(measure).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static Duration meant(OfficerStep step) {
        return step.meant().orElse(Duration.ZERO);
    }
}
