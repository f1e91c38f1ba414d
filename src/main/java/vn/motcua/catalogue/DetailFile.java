package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ProcedureRecord.Agency;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.ServiceLevel;

/** What {@code details.json} knows of a procedure beyond the list: read more closely, and said how far it was compared. */
final class DetailFile {

    private DetailFile() {}

    static ProcedureRecord over(JsonNode it, ProcedureRecord listed) {
        var documents =
                it.path("documents").valueStream().map(DetailFile::document).toList();
        Map<String, String> trust = new TreeMap<>();
        it.path("trust")
                .propertyStream()
                .forEach(one -> trust.put(one.getKey(), one.getValue().asString()));
        return new ProcedureRecord(
                listed.code(),
                listed.name(),
                it.path("shortName").asString(),
                listed.sector(),
                listed.issuer(),
                listed.levels(),
                ServiceLevel.valueOf(it.path("serviceLevel").asString()),
                "",
                it.path("agencyType").asString(""),
                Arrays.asList(it.path("agency").asString("")).stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Agency(AgencyRole.PERFORMING, name))
                        .toList(),
                listed.subjects(),
                listed.decision(),
                listed.channels(),
                documents.isEmpty() ? List.of() : List.of(PublishedCase.general(documents, List.of())),
                listed.results(),
                listed.legalBasis(),
                "",
                List.of(),
                trust,
                listed.detailUrl(),
                it.path("source").asString(listed.source()));
    }

    private static PublishedDocument document(JsonNode it) {
        return new PublishedDocument(
                it.path("name").asString(),
                it.path("code").asString(""),
                count(it, "originals"),
                count(it, "copies"),
                "",
                false);
    }

    private static Optional<Integer> count(JsonNode it, String field) {
        return it.has(field) ? Optional.of(it.path(field).asInt()) : Optional.empty();
    }
}
