package vn.motcua.catalogue;

import static vn.motcua.catalogue.RecordProblem.Kind.INTERNAL;
import static vn.motcua.catalogue.RecordProblem.Kind.NOT_THE_SHAPE;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.LimitText.Reading;
import vn.motcua.catalogue.ProcedureRecord.Agency;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.LegalText;
import vn.motcua.catalogue.ProcedureRecord.Level;
import vn.motcua.catalogue.ProcedureRecord.ServiceLevel;
import vn.motcua.catalogue.RecordReading.Outcome;

/**
 * Reads a record in the shape in which the national database of procedures gives it ({@code executionMethods},
 * {@code executionCases}, {@code profileComponents}, …). A field that the file does not have keeps what the catalogue has; a
 * field that stands there empty is empty. Units and levels that the file does not say are not made up.
 */
final class NationalRecord {

    static final String SOURCE = "Cơ sở dữ liệu quốc gia về thủ tục hành chính";

    private static final String PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/";
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern ABOUT_TIME = Pattern.compile("\\d\\s?(?:ngày|giờ|tháng|năm)(?!\\p{L})");
    private static final Map<String, Channel> METHODS =
            Map.of("ONLINE", Channel.ONLINE, "POSTAL", Channel.POSTAL, "DIRECT", Channel.DIRECT);
    private static final Map<String, PublishedTime.Unit> UNITS = Map.of(
            "WORKING_DAY", PublishedTime.Unit.WORKING_DAY,
            "DAY", PublishedTime.Unit.DAY,
            "HOUR", PublishedTime.Unit.HOUR,
            "WORKING_HOUR", PublishedTime.Unit.WORKING_HOUR,
            "MONTH", PublishedTime.Unit.MONTH,
            "YEAR", PublishedTime.Unit.YEAR,
            "OTHER", PublishedTime.Unit.UNSPECIFIED,
            "", PublishedTime.Unit.UNSPECIFIED);

    private final JsonNode root;
    private final String source;
    private final RecordReading reading = new RecordReading();

    private NationalRecord(JsonNode root, String source) {
        this.root = root;
        this.source = source;
    }

    /**
     * The record, read over what the catalogue has under its code.
     *
     * @param source where it comes from; empty for where that came from
     */
    static Outcome read(JsonNode root, String source, Function<String, Optional<ProcedureRecord>> known) {
        return new NationalRecord(root, source).read(known);
    }

    private Outcome read(Function<String, Optional<ProcedureRecord>> known) {
        if (!root.isObject()) {
            reading.wrong("", NOT_THE_SHAPE, root.isValueNode() ? root.asString("") : "[]");
            return reading.outcome("", "", () -> empty(""));
        }
        root.propertyNames().stream().filter(it -> !NationalFields.known(it)).forEach(reading::notRead);
        var code = reading.code(text(root, "code"));
        var before = known.apply(code).orElseGet(() -> empty(code));
        var name = reading.needed("name", text(root, "name"));
        if (root.path("isInternal").asBoolean(false)) {
            reading.wrong("isInternal", INTERNAL, "true");
        }
        var issuer = new ProcedureRecord.Issuer(
                either("departmentPromulgateCode", before.issuer().code()),
                either("departmentPromulgateName", before.issuer().name()));
        var levels = levels(before.levels());
        var sector = has("categoriesDetails")
                ? names("categoriesDetails").findFirst().orElse("")
                : before.sector();
        var agencies = agencies(before.agencies());
        var subjects = has("subjectTypesDetails") ? names("subjectTypesDetails").toList() : before.subjects();
        var decision = root.path("procedureProposal").has("proposalNumber")
                ? reading.line("proposalNumber", text(root.path("procedureProposal"), "proposalNumber"))
                : before.decision();
        var channels = has("executionMethods") ? channels() : before.channels();
        var cases = has("executionCases") || has("cases") || has("executionSteps") ? cases() : before.cases();
        var results = has("resultsDetails")
                ? list(root, "resultsDetails")
                        .map(it -> new ProcedureRecord.Result(line(it, "code"), line(it, "name")))
                        .toList()
                : before.results();
        var legal = has("legalBasisesDetails")
                ? list(root, "legalBasisesDetails").map(this::legal).toList()
                : before.legalBasis();
        var requirements = has("requirementsAndConditions")
                ? reading.text("requirementsAndConditions", text(root, "requirementsAndConditions"))
                : before.requirements();
        var keywords = has("keywords") ? words("keywords") : before.keywords();
        var reason = has("partialReason")
                ? reading.text("partialReason", text(root, "partialReason"))
                : before.partialReason();
        var page = UUID.matcher(text(root, "id")).matches() ? PAGE + text(root, "id") : before.detailUrl();
        return reading.outcome(
                code,
                name,
                () -> new ProcedureRecord(
                        code,
                        name,
                        before.shortName().isEmpty() || before.shortName().equals(before.name())
                                ? name
                                : before.shortName(),
                        sector,
                        issuer,
                        levels,
                        serviceLevel(before.serviceLevel()),
                        reason,
                        before.agencyType(),
                        agencies,
                        subjects,
                        decision,
                        channels,
                        cases,
                        results,
                        legal,
                        requirements,
                        keywords,
                        before.trust(),
                        page,
                        source.isEmpty() ? before.source() : source));
    }

    /** A record of which nothing but the code is known. */
    static ProcedureRecord empty(String code) {
        return new ProcedureRecord(
                code,
                "",
                "",
                "",
                new ProcedureRecord.Issuer("", ""),
                Set.of(),
                ServiceLevel.NOT_SAID,
                "",
                "",
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Map.of(),
                "",
                "");
    }

    private Set<Level> levels(Set<Level> before) {
        var marks = Map.of(
                "isWard", Level.COMMUNE,
                "isProvince", Level.PROVINCE,
                "isMinistry", Level.MINISTRY,
                "isOtherAgency", Level.OTHER);
        if (marks.keySet().stream().noneMatch(root::has)) {
            return before;
        }
        var levels = EnumSet.noneOf(Level.class);
        marks.forEach((mark, level) -> {
            if (root.path(mark).asBoolean(false)) {
                levels.add(level);
            }
        });
        return levels;
    }

    /** "Not in full" may mean "in part" as well as "not at all": only what is said counts. */
    private ServiceLevel serviceLevel(ServiceLevel before) {
        if (root.path("isOfflineOnly").asBoolean(false)) {
            return ServiceLevel.COUNTER;
        }
        return root.path("isFullProcess").asBoolean(false) ? ServiceLevel.FULL : before;
    }

    private List<Agency> agencies(List<Agency> before) {
        var fields = Map.of(
                AgencyRole.COMPETENT, "competentAgencies",
                AgencyRole.AUTHORISED, "authorisedAgencies",
                AgencyRole.PERFORMING, "unitGroupsExecuting",
                AgencyRole.COORDINATING, "coordinatingAgencies");
        var agencies = new ArrayList<Agency>();
        for (var role : AgencyRole.values()) {
            var field = fields.getOrDefault(role, "");
            if (has(field)) {
                names(field).map(it -> new Agency(role, it)).forEach(agencies::add);
            } else {
                before.stream().filter(it -> it.role() == role).forEach(agencies::add);
            }
        }
        return agencies;
    }

    private List<PublishedChannel> channels() {
        return list(root, "executionMethods")
                .flatMap(it -> channel(it).stream())
                .toList();
    }

    private Optional<PublishedChannel> channel(JsonNode node) {
        var method = reading.oneOf("submissionMethod", text(node, "submissionMethod"), METHODS);
        var note = reading.text("executionMethods.description", text(node, "description"));
        var times = new ArrayList<>(time(node, "processingTime", "processingTimeUnit"));
        var strange = new ArrayList<String>();
        if (!note.isEmpty()) {
            switch (LimitText.read(note)) {
                case Reading.Understood(var more) ->
                    more.stream()
                            .filter(it ->
                                    times.stream().noneMatch(one -> one.words().equals(it.words())))
                            .forEach(times::add);
                case Reading.NotUnderstood(var text) -> {
                    if (times.isEmpty() && ABOUT_TIME.matcher(text).find()) {
                        strange.add(text);
                    }
                }
            }
        }
        var fees = list(node, "fees").flatMap(it -> fee(it).stream()).toList();
        return method.map(it -> new PublishedChannel(it, times, strange, fees, strange.isEmpty() ? note : ""));
    }

    private List<PublishedTime> time(JsonNode node, String figure, String unit) {
        var amount = node.path(figure);
        if (amount.isMissingNode() || amount.isNull() || text(node, figure).isBlank()) {
            return List.of();
        }
        var of = reading.oneOf(unit, text(node, unit), UNITS);
        return reading.figure(figure, text(node, figure)).stream()
                .flatMap(it -> of.stream().map(one -> PublishedTime.of(it, one)))
                .toList();
    }

    private Optional<PublishedChannel.Fee> fee(JsonNode node) {
        if (text(node, "value").isBlank()) {
            return Optional.empty();
        }
        var type = line(node, "type");
        var currency = text(node, "currencyId");
        var condition = line(node, "description");
        return reading.figure("fees.value", text(node, "value"))
                .map(it -> new PublishedChannel.Fee(
                        type.equals("SERVICE_FEE") ? "Phí" : type,
                        it,
                        CURRENCY.matcher(currency).matches() ? currency : "VND",
                        condition));
    }

    /** What holds for all first: the steps, and documents of a group without a name. */
    private List<PublishedCase> cases() {
        var cases = new ArrayList<PublishedCase>();
        var general = new ArrayList<PublishedDocument>();
        Stream.concat(list(root, "executionCases"), list(root, "cases")).forEach(it -> {
            var name = line(it, "name");
            var documents = list(it, "profileComponents").map(this::document).toList();
            var steps = steps(it);
            if (name.isEmpty() && steps.isEmpty()) {
                general.addAll(documents);
            } else {
                var days = it.path("processingDay");
                cases.add(new PublishedCase(line(it, "code"), name, time(days, "qty", "type"), documents, steps));
            }
        });
        var steps = steps(root);
        if (!general.isEmpty() || !steps.isEmpty()) {
            cases.addFirst(PublishedCase.general(general, steps));
        }
        return cases;
    }

    private List<String> steps(JsonNode node) {
        return list(node, "executionSteps")
                .map(it -> (line(it, "name") + "\n" + reading.text("executionSteps", text(it, "description"))).strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private PublishedDocument document(JsonNode node) {
        var forms = list(node, "attachments")
                .map(it -> line(it, "name"))
                .filter(it -> !it.isEmpty())
                .toList();
        return new PublishedDocument(
                reading.needed("profileComponents.name", text(node, "name")),
                line(node, "code"),
                count(node, "originalQty"),
                count(node, "copyQty"),
                String.join("; ", forms),
                node.path("hasElectronicForm").asBoolean(false));
    }

    private Optional<Integer> count(JsonNode node, String field) {
        return text(node, field).isBlank()
                ? Optional.empty()
                : reading.figure(field, text(node, field)).map(it -> Math.min(it.intValue(), 10_000));
    }

    private LegalText legal(JsonNode node) {
        return new LegalText(line(node, "code"), line(node, "name"), line(node, "issuer"), date(node));
    }

    private Optional<LocalDate> date(JsonNode node) {
        var given = text(node, "date");
        try {
            return given.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(given.strip()));
        } catch (DateTimeParseException e) {
            reading.wrong("legalBasisesDetails.date", RecordProblem.Kind.NOT_THE_SHAPE, given);
            return Optional.empty();
        }
    }

    private boolean has(String field) {
        return root.has(field);
    }

    private String either(String field, String before) {
        return has(field) ? line(root, field) : before;
    }

    private String line(JsonNode node, String field) {
        return reading.line(field, text(node, field));
    }

    private Stream<String> names(String field) {
        return list(root, field).map(it -> line(it, "name")).filter(it -> !it.isEmpty());
    }

    /** A list of texts, or one text with commas. */
    private List<String> words(String field) {
        var node = root.path(field);
        var given = node.isArray()
                ? node.valueStream().map(it -> it.asString(""))
                : Stream.of(text(root, field).split(","));
        return given.map(PlainText::line).filter(it -> !it.isEmpty()).toList();
    }

    private Stream<JsonNode> list(JsonNode node, String field) {
        var list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return Stream.empty();
        }
        if (!list.isArray() || list.valueStream().anyMatch(it -> !it.isObject())) {
            reading.wrong(field, NOT_THE_SHAPE, list.isValueNode() ? list.asString("") : "");
            return Stream.empty();
        }
        return list.valueStream();
    }

    /** The text of a value; a group or list in its place is noted. */
    private String text(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isValueNode()) {
            reading.wrong(field, NOT_THE_SHAPE, "");
            return "";
        }
        return value.asString("");
    }
}
