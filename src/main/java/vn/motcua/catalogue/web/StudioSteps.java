package vn.motcua.catalogue.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.PackageProblem;
import vn.motcua.catalogue.ProcedurePackage;
import vn.motcua.catalogue.StudioPackage;
import vn.motcua.form.UnsoundDefinition;
import vn.motcua.route.NodeKind;
import vn.motcua.route.RouteDefinition;
import vn.motcua.shared.Refused;

/**
 * The route of a draft beside its rows: who does each node and where it leads, what is wrong with it, the drawing, and the
 * examples that go along it. As long as the package cannot be read, the examples are missing.
 */
final class StudioSteps {

    private static final String ROUTE = "route.yaml";

    private final StudioWords words;
    private final RouteViews views;
    private final List<PackageProblem> problems;
    private final Optional<RouteDefinition> definition;
    private final Optional<RouteView.Shown> shown;
    private final Map<String, List<String>> lines;

    /** @param problems of the whole draft; those of its route are shown */
    StudioSteps(StudioWords words, RouteViews views, List<PackageProblem> problems) {
        this.words = words;
        this.views = views;
        this.problems = problems.stream().filter(it -> it.file().equals(ROUTE)).toList();
        this.definition = definition(words.content());
        this.shown = shown(words.content());
        this.lines = byNode();
    }

    private static Optional<RouteDefinition> definition(StudioPackage content) {
        try {
            return Optional.of(RouteDefinition.read(content.files().getOrDefault(ROUTE, "")))
                    .filter(it -> it.items().stream()
                            .allMatch(item -> NodeKind.of(item.kind()).isPresent()));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    private Optional<RouteView.Shown> shown(StudioPackage content) {
        try {
            var procedure = ProcedurePackage.read(content.files());
            return procedure.routeDefinition().map(it -> views.of(procedure, it));
        } catch (Refused _) {
            return sketch(content);
        }
    }

    private Optional<RouteView.Shown> sketch(StudioPackage content) {
        try {
            var form = content.formWithEntries();
            return definition.map(it -> views.sketch(it, form));
        } catch (Refused | UnsoundDefinition _) {
            return Optional.empty();
        }
    }

    /** The drawing, the list beside it, times and examples. */
    Optional<RouteView.Shown> shown() {
        return shown;
    }

    /** Who does a node, and where it leads unless that is the one below it. */
    List<String> lines(String id) {
        return lines.getOrDefault(id, List.of());
    }

    private Map<String, List<String>> byNode() {
        var lines = new HashMap<String, List<String>>();
        definition.ifPresent(route -> shown.ifPresent(it -> {
            for (int i = 0; i < route.items().size(); i++) {
                lines.putIfAbsent(
                        route.items().get(i).id(),
                        lines(route.items().get(i), it.entries().get(i)));
            }
        }));
        return lines;
    }

    private static List<String> lines(RouteDefinition.Item item, RouteView.Entry entry) {
        var plain = item.next().isEmpty()
                && item.branches().isEmpty()
                && item.otherwise().isEmpty()
                && item.unitWays().isEmpty();
        var lines = new ArrayList<String>();
        if (!entry.about().isEmpty()) {
            lines.add(entry.about());
        }
        if (!plain) {
            lines.addAll(entry.onward());
        }
        return lines;
    }

    /** What is wrong with that node. */
    List<String> wrong(String id) {
        return problems.stream()
                .filter(it -> of(it, id))
                .map(it -> words.messages().say(words.language(), it.words()))
                .toList();
    }

    /** What is wrong with none of these nodes alone. */
    List<String> elsewhere(List<String> ids) {
        return problems.stream()
                .filter(it -> ids.stream().noneMatch(id -> of(it, id)))
                .map(it -> words.messages().say(words.language(), it.words()))
                .toList();
    }

    private static boolean of(PackageProblem problem, String id) {
        return problem.place().equals(id)
                || problem.place().startsWith(id + ".")
                || problem.place().startsWith("steps." + id + ".");
    }
}
