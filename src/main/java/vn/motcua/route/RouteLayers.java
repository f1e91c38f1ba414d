package vn.motcua.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which row and which column of a drawing each node has. An arrow that skips rows passes through a place of its own in
 * each of them, so that no line runs through a node; arrows that lead back are left to who draws them.
 */
final class RouteLayers {

    private static final int SWEEPS = 4;

    private final RouteSketch sketch;
    private final Map<String, List<Integer>> leaving = new HashMap<>();
    private final Set<Integer> back = new HashSet<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<Integer, List<String>> chains = new HashMap<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<String, List<String>> above = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final int columns;

    RouteLayers(RouteSketch sketch) {
        this.sketch = sketch;
        for (int i = 0; i < sketch.arrows().size(); i++) {
            leaving.computeIfAbsent(sketch.arrows().get(i).from(), _ -> new ArrayList<>())
                    .add(i);
        }
        var order = order();
        layers(order);
        fill(order);
        for (int i = 0; i < SWEEPS; i++) {
            sweep();
        }
        this.columns = place();
    }

    int rows() {
        return rows.size();
    }

    List<String> row(int number) {
        return rows.get(number);
    }

    int rowOf(String place) {
        return Objects.requireNonNull(rowOf.get(place), place);
    }

    int columnOf(String place) {
        return Objects.requireNonNull(columnOf.get(place), place);
    }

    int columns() {
        return columns;
    }

    private int place() {
        for (var row : rows) {
            int next = 0;
            for (var place : row) {
                int column = Math.max(next, wished(place));
                columnOf.put(place, column);
                next = column + 1;
            }
        }
        return columnOf.values().stream().mapToInt(it -> it + 1).max().orElse(0);
    }

    boolean isBack(int arrow) {
        return back.contains(arrow);
    }

    /** The places through which the arrow goes, from its first node to its last. */
    List<String> chain(int arrow) {
        return chains.getOrDefault(arrow, List.of());
    }

    /** Nodes such that, arrows back apart, each stands after all that lead to it. */
    private List<String> order() {
        var after = new ArrayList<String>();
        var seen = new HashSet<String>();
        var under = new HashSet<String>();
        sketch.spots().forEach(it -> visit(it.id(), seen, under, after));
        Collections.reverse(after);
        return after;
    }

    private void visit(String id, Set<String> seen, Set<String> under, List<String> after) {
        if (!seen.add(id)) {
            return;
        }
        under.add(id);
        for (int arrow : leaving.getOrDefault(id, List.of()).reversed()) {
            var to = sketch.arrows().get(arrow).to();
            if (under.contains(to)) {
                back.add(arrow);
            } else {
                visit(to, seen, under, after);
            }
        }
        under.remove(id);
        after.add(id);
    }

    private void layers(List<String> order) {
        for (var id : order) {
            int row = rowOf.getOrDefault(id, 0);
            rowOf.put(id, row);
            for (int arrow : leaving.getOrDefault(id, List.of())) {
                if (!back.contains(arrow)) {
                    rowOf.merge(sketch.arrows().get(arrow).to(), row + 1, Math::max);
                }
            }
        }
        int last = rowOf.values().stream().mapToInt(it -> it).max().orElse(0);
        rowOf.put(Node.END, Math.max(last, 1));
        for (int i = 0; i <= Math.max(last, 1); i++) {
            rows.add(new ArrayList<>());
        }
    }

    private void fill(List<String> order) {
        var passed = new LinkedHashMap<String, List<String>>();
        for (var id : order) {
            rows.get(rowOf(id)).add(id);
            for (int number : leaving.getOrDefault(id, List.of())) {
                var arrow = sketch.arrows().get(number);
                if (!back.contains(number)) {
                    chains.put(number, passed.computeIfAbsent(arrow.from() + " " + arrow.to(), _ -> chain(arrow)));
                }
            }
        }
        passed.values().forEach(chain -> {
            for (int i = 1; i < chain.size(); i++) {
                below.computeIfAbsent(chain.get(i - 1), _ -> new ArrayList<>()).add(chain.get(i));
                above.computeIfAbsent(chain.get(i), _ -> new ArrayList<>()).add(chain.get(i - 1));
            }
        });
    }

    private List<String> chain(RouteSketch.Arrow arrow) {
        var chain = new ArrayList<String>();
        chain.add(arrow.from());
        for (int row = rowOf(arrow.from()) + 1; row < rowOf(arrow.to()); row++) {
            var place = arrow.from() + " " + arrow.to() + " " + row;
            rowOf.put(place, row);
            rows.get(row).add(place);
            chain.add(place);
        }
        chain.add(arrow.to());
        return chain;
    }

    /** Each place goes to the middle of its neighbours, seen from above and then from below: fewer lines cross. */
    private void sweep() {
        for (int i = 1; i < rows.size(); i++) {
            sort(rows.get(i), above, rows.get(i - 1));
        }
        for (int i = rows.size() - 2; i > 0; i--) {
            sort(rows.get(i), below, rows.get(i + 1));
        }
        for (int i = 1; i < rows.size(); i++) {
            sort(rows.get(i), above, rows.get(i - 1));
        }
    }

    private static void sort(List<String> row, Map<String, List<String>> neighbours, List<String> beside) {
        var middle = new HashMap<String, Double>();
        for (int i = 0; i < row.size(); i++) {
            middle.put(
                    row.get(i),
                    neighbours.getOrDefault(row.get(i), List.of()).stream()
                            .mapToInt(beside::indexOf)
                            .average()
                            .orElse(i));
        }
        row.sort(Comparator.comparingDouble(it -> middle.getOrDefault(it, 0.0)));
    }

    /** Straight below the only node that leads there, as far left as that is. */
    private int wished(String place) {
        return above.getOrDefault(place, List.of()).stream()
                .filter(it -> below.getOrDefault(it, List.of()).size() == 1)
                .mapToInt(it -> columnOf.getOrDefault(it, 0))
                .min()
                .orElse(0);
    }
}
