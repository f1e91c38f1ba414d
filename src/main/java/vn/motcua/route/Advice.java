package vn.motcua.route;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What is odd about a sound route. It runs all the same. */
final class Advice {

    private final Graph graph;

    Advice(Graph graph) {
        this.graph = graph;
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        for (var step : graph.steps()) {
            if (step.hours().isEmpty() && step.program().isEmpty()) {
                faults.add(Fault.of(Fault.Kind.HOURS_MISSING, step.id()));
            }
            if (step.name().en().equals(step.name().vi())) {
                faults.add(Fault.of(Fault.Kind.NO_ENGLISH_NAME, step.id()));
            }
        }
        nobody(DeskAct.RECEIVE, Fault.Kind.NO_RECEPTION, faults);
        nobody(DeskAct.APPROVE, Fault.Kind.NO_DECISION, faults);
        nobody(DeskAct.HAND_OVER, Fault.Kind.NO_HAND_OVER, faults);
        return faults;
    }

    List<Fault> faults(BigDecimal limitHours) {
        var faults = faults();
        if (hours().compareTo(limitHours) > 0) {
            faults.add(Fault.of(
                    Fault.Kind.HOURS_OVER_LIMIT, "route.yaml", hours().toPlainString(), limitHours.toPlainString()));
        }
        return faults;
    }

    /** Working hours of the longest way. */
    BigDecimal hours() {
        var until = new HashMap<String, BigDecimal>();
        for (var id : graph.inOrder()) {
            var before = graph.sources(id).stream()
                    .map(it -> until.getOrDefault(it, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::max);
            var own =
                    graph.node(id) instanceof OfficerStep step ? step.hours().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
            until.put(id, before.add(own));
        }
        return until.getOrDefault(Node.END, BigDecimal.ZERO);
    }

    private void nobody(DeskAct act, Fault.Kind kind, List<Fault> faults) {
        if (graph.steps().stream().noneMatch(it -> it.allows(act))) {
            faults.add(Fault.of(kind, "route.yaml"));
        }
    }
}
