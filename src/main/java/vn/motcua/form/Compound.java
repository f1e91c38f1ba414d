package vn.motcua.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What forms ask again and again in the same parts. Written as one entry, it is several fields whose names begin with the
 * name of the entry; from then on they are fields like all others.
 *
 * @param written its kind in {@code form.yaml}
 * @param parts the fields it stands for
 */
record Compound(String written, List<Part> parts) {

    /** Somebody: name, personal number, day of birth as far as it is known. */
    private static final Compound PERSON = new Compound(
            "person",
            List.of(
                    new Part("fullName", "personName", "họ, chữ đệm, tên", "full name", true),
                    new Part("citizenId", "citizenId", "số định danh cá nhân", "personal number", true),
                    new Part("birthDate", "partialDate", "ngày, tháng, năm sinh", "date of birth", true)));

    /** A company, cooperative, household business or other organisation. */
    private static final Compound ORGANIZATION = new Compound(
            "organization",
            List.of(
                    new Part("name", "text", "tên", "name", true),
                    new Part("taxCode", "taxCode", "mã số thuế", "tax code", true)));

    /** A plot of land as it stands in the cadastre; the area in square metres. */
    private static final Compound LAND_PARCEL = new Compound(
            "landParcel",
            List.of(
                    new Part("sheet", "text", "tờ bản đồ số", "map sheet", true),
                    new Part("parcel", "text", "thửa đất số", "parcel number", true),
                    new Part("area", "decimal", "diện tích (m²)", "area (m²)", false),
                    new Part("address", "address", "địa chỉ thửa đất", "address of the parcel", true)));

    private static final List<Compound> ALL = List.of(PERSON, ORGANIZATION, LAND_PARCEL);

    private record Part(String name, String kind, String vi, String en, boolean main) {}

    static Optional<Compound> named(String written) {
        return ALL.stream().filter(it -> it.written.equals(written)).findFirst();
    }

    /** The entries that stand for that one; help stands at the first, the reason at each. */
    Stream<JsonNode> expand(ObjectNode entry) {
        return parts.stream().map(part -> {
            var field = entry.deepCopy();
            field.put("id", entry.path("id").asString() + "." + part.name()).put("kind", part.kind());
            var vi = entry.path("vi").asString();
            field.put("vi", vi + ": " + part.vi());
            field.put("en", (entry.has("en") ? entry.path("en").asString() : vi) + ": " + part.en());
            if (!part.main()) {
                field.remove("required");
            }
            if (!part.equals(parts.getFirst())) {
                field.remove("hint");
            }
            if (part.kind().equals("partialDate")) {
                field.put("max", "today");
            }
            return field;
        });
    }
}
