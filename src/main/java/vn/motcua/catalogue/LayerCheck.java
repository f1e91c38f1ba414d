package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** What keeps a province's layer from being published: it cannot be read, does not fit the national package, or makes it unsound. */
final class LayerCheck {

    private LayerCheck() {}

    /**
     * The problems of a layer over that package.
     *
     * @param set the parameters of its form that provinces have set
     */
    static List<PackageProblem> of(
            LayerCode code, String issuer, Map<String, String> national, Map<String, String> own, Set<String> set) {
        Layer layer;
        try {
            layer = Layer.read(own);
        } catch (Refused refused) {
            var place = refused.arguments().get(1).toString();
            return List.of(problem(
                    own,
                    place,
                    Phrase.of("catalogue.problem.said", refused.arguments().get(2))));
        }
        var merged = layer.over(national, own);
        if (!merged.conflicts().isEmpty()) {
            return conflicts(layer, merged, own);
        }
        var problems = new ArrayList<>(PackageCheck.merged(code.procedure(), issuer, merged.files(), set));
        problems.addAll(texts(national, merged.files()));
        return problems.stream()
                .map(it -> it.file().equals(PackageReader.EXAMPLES) && own.containsKey(Layer.EXAMPLES)
                        ? new PackageProblem(Layer.EXAMPLES, it.line(), it.place(), it.words())
                        : new PackageProblem(it.file(), 0, it.place(), it.words()))
                .toList();
    }

    /** What people would stumble over in the layer's own texts; those of the nation were read before. */
    private static List<PackageProblem> texts(Map<String, String> national, Map<String, String> merged) {
        var before = PackageLint.of(national).stream().map(LintFinding::what).collect(Collectors.toSet());
        return PackageLint.of(merged).stream()
                .filter(it -> it.blocks() && !before.contains(it.what()))
                .map(LintFinding::problem)
                .toList();
    }

    /** What does not fit a national package; empty for a layer that fits, or cannot be read. */
    static List<PackageProblem> conflicts(Map<String, String> national, Map<String, String> own) {
        try {
            var layer = Layer.read(own);
            return conflicts(layer, layer.over(national, own), own);
        } catch (Refused refused) {
            return List.of();
        }
    }

    private static List<PackageProblem> conflicts(Layer layer, Layer.Merged merged, Map<String, String> own) {
        var found = new ArrayList<PackageProblem>();
        for (var conflict : merged.conflicts()) {
            int no = layer.changes().indexOf(conflict.change()) + 1;
            found.add(problem(own, "changes[" + no + "]", words(conflict)));
        }
        return found;
    }

    private static Phrase words(ThreeWay.Conflict<JsonNode> conflict) {
        var change = conflict.change();
        return conflict.now()
                .map(now -> Phrase.of(
                        "catalogue.problem.layer.changed",
                        change.at(),
                        text(change.was()),
                        text(now),
                        text(change.is())))
                .orElseGet(() ->
                        Phrase.of("catalogue.problem.layer.gone", change.at(), text(change.was()), text(change.is())));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static PackageProblem problem(Map<String, String> own, String place, Phrase words) {
        return new PackageProblem(Layer.FILE, YamlLines.line(own.getOrDefault(Layer.FILE, ""), place), place, words);
    }
}
