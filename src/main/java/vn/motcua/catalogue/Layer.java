package vn.motcua.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.catalogue.ThreeWay.Change;
import vn.motcua.shared.Refused;

/**
 * What a province changes in the national package of a procedure, kept apart from it as text: fees by a resolution of its
 * council (nghị quyết Hội đồng nhân dân), who does the steps of the route, how long and in which unit. It cannot ask people for
 * anything more than the national record does (NĐ 63/2010/NĐ-CP Điều 18).
 *
 * @param resolution by which fees are changed; empty where none is
 */
record Layer(Optional<PublishingDecision> resolution, List<Change<JsonNode>> changes) {

    static final String FILE = "layer.yaml";
    /** Takes the place of the national examples, where what is changed changes what they say. */
    static final String EXAMPLES = "layer-examples.yaml";
    /** How one begins. */
    static final String EMPTY = "changes: []\n";

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile(
            "(fees)\\.([a-z0-9-]+)\\.(amount|says|note)|(steps)\\.([a-z0-9-]+)\\.(hours|role|unit|name)");

    Layer {
        changes = List.copyOf(changes);
    }

    /**
     * The national package with what the layer changes.
     *
     * @param files with the text of the layer beside them
     * @param conflicts what does not fit; there the national text holds
     */
    record Merged(Map<String, String> files, List<ThreeWay.Conflict<JsonNode>> conflicts) {}

    /** What a layer consists of, out of its own files or of a package over which it was laid. */
    static Map<String, String> own(Map<String, String> files) {
        var own = new TreeMap<>(files);
        own.keySet().retainAll(List.of(FILE, EXAMPLES));
        return own;
    }

    /** Reads the text; refuses with {@code PACKAGE_FAULTY}, which names file, place and reason. */
    static Layer read(Map<String, String> files) {
        var root = YamlPlace.read(FILE, files.getOrDefault(FILE, EMPTY)).knowing("resolution", "changes");
        var resolution = root.maybe("resolution").map(Layer::resolution);
        var changes = new ArrayList<Change<JsonNode>>();
        var seen = new HashSet<String>();
        for (var place : root.list("changes")) {
            place.knowing("at", "was", "is");
            var at = place.text("at");
            if (!PLACE.matcher(at).matches()) {
                throw place.need("at")
                        .refuse("chỉ thay được fees.<mã>.amount, says, note và steps.<mã>.hours, role, unit, name");
            }
            if (!seen.add(at)) {
                throw place.need("at").refuse("chỗ này đã thay ở trên");
            }
            if (at.startsWith("fees.") && resolution.isEmpty()) {
                throw place.need("at").refuse("đổi phí, lệ phí cần resolution: số, ngày, cơ quan của nghị quyết");
            }
            changes.add(
                    new Change<>(at, place.need("was").node(), place.need("is").node()));
        }
        return new Layer(resolution, changes);
    }

    private static PublishingDecision resolution(YamlPlace place) {
        place.knowing("number", "date", "issuer");
        try {
            return new PublishingDecision(
                    place.text("number"), LocalDate.parse(place.text("date")), place.text("issuer"));
        } catch (DateTimeParseException e) {
            throw place.need("date").refuse("cần một ngày dạng \"2026-07-01\"");
        } catch (Refused e) {
            throw e.code() == CatalogueRefusal.DECISION_INCOMPLETE ? place.refuse("thiếu số hoặc cơ quan") : e;
        }
    }

    /** Lays it over that package. */
    Merged over(Map<String, String> national, Map<String, String> own) {
        var record = YAML.readTree(national.getOrDefault(PackageReader.RECORD, ""));
        var route = YAML.readTree(national.getOrDefault(PackageReader.ROUTE, ""));
        var places = new LinkedHashMap<String, JsonNode>();
        each(record, "fees", (at, node) -> places.put(at, node));
        each(route, "steps", (at, node) -> places.put(at, node));
        var merged = ThreeWay.merge(places, changes);
        for (var change : changes) {
            var value = merged.text().get(change.at());
            if (value != null && value.equals(change.is())) {
                put(change.at().startsWith("fees.") ? record : route, change);
            }
        }
        var files = new TreeMap<>(national);
        if (!changes.isEmpty()) {
            files.put(PackageReader.RECORD, YAML.writeValueAsString(record));
            files.put(PackageReader.ROUTE, YAML.writeValueAsString(route));
        }
        files.putAll(own);
        if (own.containsKey(EXAMPLES)) {
            files.put(PackageReader.EXAMPLES, own.getOrDefault(EXAMPLES, ""));
        }
        return new Merged(files, merged.conflicts());
    }

    private void put(JsonNode root, Change<JsonNode> change) {
        var place = PLACE.matcher(change.at());
        if (!place.matches()) {
            throw new IllegalStateException("no place of a layer: " + change.at());
        }
        boolean fee = place.group(1) != null;
        var list = fee ? place.group(1) : place.group(4);
        var id = fee ? place.group(2) : place.group(5);
        for (var item : root.path(list)) {
            if (item instanceof ObjectNode it && it.path("id").asString("").equals(id)) {
                it.set(fee ? place.group(3) : place.group(6), change.is());
                if (fee) {
                    resolution.ifPresent(by -> it.set("legal", JsonNodeFactory.instance.stringNode(by.number())));
                }
            }
        }
    }

    private interface Found {
        void at(String place, JsonNode node);
    }

    private static void each(JsonNode root, String list, Found found) {
        for (var item : root.path(list)) {
            var id = item.path("id").asString("");
            item.propertyStream().forEach(it -> found.at(list + "." + id + "." + it.getKey(), it.getValue()));
        }
    }
}
