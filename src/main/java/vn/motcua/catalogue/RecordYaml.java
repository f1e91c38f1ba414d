package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.ProcedureRecord.Agency;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.LegalText;

/** The published record as {@code procedure.yaml} of a package writes it. */
final class RecordYaml {

    private RecordYaml() {}

    static ProcedureRecord read(YamlPlace root, List<RequiredDocument> documents, Map<String, String> trust) {
        var levels = EnumSet.noneOf(ProcedureRecord.Level.class);
        root.list("levels").forEach(it -> levels.add(it.oneOf(ProcedureRecord.Level.class)));
        var issuer = root.need("issuer").knowing("code", "name");
        var source = root.need("source").knowing("url", "via");
        return new ProcedureRecord(
                root.text("code"),
                root.need("name").words().vi(),
                root.need("shortName").words().vi(),
                root.text("sector"),
                new ProcedureRecord.Issuer(issuer.text("code"), issuer.text("name")),
                levels,
                root.need("serviceLevel").oneOf(ProcedureRecord.ServiceLevel.class),
                root.textOr("partialReason", ""),
                root.text("agencyType"),
                root.list("agencies").stream()
                        .map(it -> new Agency(
                                it.knowing("role", "name").need("role").oneOf(AgencyRole.class), it.text("name")))
                        .toList(),
                root.texts("subjects"),
                root.textOr("decision", ""),
                root.list("channels").stream().map(RecordYaml::channel).toList(),
                documents.isEmpty()
                        ? List.of()
                        : List.of(PublishedCase.general(
                                documents.stream().map(RecordYaml::document).toList(), List.of())),
                root.list("results").stream()
                        .map(it -> new ProcedureRecord.Result(
                                it.knowing("code", "name", "validMonths").textOr("code", ""),
                                it.need("name").words().vi()))
                        .toList(),
                root.list("legalBasis").stream().map(RecordYaml::legal).toList(),
                root.textOr("requirements", ""),
                root.texts("keywords"),
                trust,
                source.textOr("url", ""),
                source.text("via"));
    }

    private static PublishedDocument document(RequiredDocument it) {
        return new PublishedDocument(
                it.name().vi(),
                it.nationalCode(),
                Optional.of(it.originals()).filter(_ -> it.originals() + it.copies() > 0),
                Optional.of(it.copies()).filter(_ -> it.originals() + it.copies() > 0),
                "",
                it.eForm());
    }

    /** A number alone, or what is known of the text. */
    private static LegalText legal(YamlPlace place) {
        if (place.node().isString()) {
            return LegalText.of(place.text());
        }
        place.knowing("number", "name", "issuer", "date");
        return new LegalText(
                place.text("number"),
                place.textOr("name", ""),
                place.textOr("issuer", ""),
                place.maybe("date").map(RecordYaml::date));
    }

    private static LocalDate date(YamlPlace place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeParseException e) {
            throw place.refuse("cần một ngày dạng \"2015-11-15\"");
        }
    }

    private static PublishedChannel channel(YamlPlace place) {
        place.knowing("method", "time", "fee");
        return new PublishedChannel(
                place.need("method").oneOf(Channel.class),
                place.maybe("time").stream()
                        .map(it -> PublishedTime.of(
                                number(it.knowing("amount", "unit").need("amount")),
                                it.need("unit").oneOf(PublishedTime.Unit.class)))
                        .toList(),
                List.of(),
                place.maybe("fee").stream()
                        .map(it -> new PublishedChannel.Fee(
                                "", number(it.knowing("amount", "currency").need("amount")), it.text("currency"), ""))
                        .toList(),
                "");
    }

    private static BigDecimal number(YamlPlace place) {
        return Optional.of(place)
                .filter(it -> it.node().isNumber())
                .map(it -> it.node().decimalValue())
                .orElseThrow(() -> place.refuse("cần một số"));
    }
}
