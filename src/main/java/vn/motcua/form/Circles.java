package vn.motcua.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds questions that hang on themselves in the end: asked when they are not answered, or calculated from each other. Such
 * a form never comes to rest, and what it shows would depend on how often one asks. Checks cannot be part of a circle, as
 * nothing hangs on them.
 */
final class Circles {

    private final Map<String, List<Hanging>> all = new LinkedHashMap<>();
    private final List<String> way = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /** That one thing hangs on another, by the expression at that place. */
    private record Hanging(String on, String place) {}

    /** Says on which others a question or a column hangs, by the expression at that place. */
    void add(String id, String place, Set<String> others) {
        var hangings = all.computeIfAbsent(id, _ -> new ArrayList<>());
        others.forEach(it -> hangings.add(new Hanging(it, place)));
    }

    /** Each circle once, at the expression that closes it. */
    List<Fault> faults() {
        all.keySet().stream().filter(it -> !done.contains(it)).forEach(this::visit);
        return faults;
    }

    private void visit(String id) {
        way.add(id);
        for (var hanging : all.getOrDefault(id, List.of())) {
            int from = way.indexOf(hanging.on());
            if (from >= 0) {
                var circle = new ArrayList<>(way.subList(from, way.size()));
                circle.add(hanging.on());
                faults.add(Fault.at(hanging.place(), "circle", String.join(" → ", circle)));
            } else if (!done.contains(hanging.on())) {
                visit(hanging.on());
            }
        }
        way.removeLast();
        done.add(id);
    }
}
