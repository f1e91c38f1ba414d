package vn.motcua.catalogue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.LimitText.Reading;
import vn.motcua.catalogue.ProcedureRecord.Agency;
import vn.motcua.catalogue.ProcedureRecord.AgencyRole;
import vn.motcua.catalogue.ProcedureRecord.LegalText;
import vn.motcua.catalogue.ProcedureRecord.Level;
import vn.motcua.catalogue.ProcedureRecord.ServiceLevel;
import vn.motcua.catalogue.RecordReading.Outcome;

/**
 * Reads a record of a CSV file with the columns of {@code catalogue.csv}, and a few more. A column that the file does not
 * have keeps what the catalogue has; an empty cell is empty. {@code channels} is {@code ONLINE:1.5 WORKING_DAY:40000 VND} with
 * semicolons between; {@code time} takes the words of records instead.
 */
final class CsvRecord {

    /** Without these a file is not of this kind. */
    static final Set<String> NEEDED = Set.of("code", "name");

    private static final Pattern RESULT = Pattern.compile("^(KQ\\.\\S+|\\S*-KQ\\S*)\\s+(.*)$");
    private static final Map<String, Level> LEVELS = Map.of(
            "COMMUNE", Level.COMMUNE,
            "PROVINCE", Level.PROVINCE,
            "MINISTRY", Level.MINISTRY,
            "OTHER", Level.OTHER,
            "Cơ quan khác", Level.OTHER,
            "Cấp xã", Level.COMMUNE,
            "Cấp tỉnh", Level.PROVINCE,
            "Cấp bộ", Level.MINISTRY);

    private final Map<String, String> row;
    private final RecordReading reading = new RecordReading();

    private CsvRecord(Map<String, String> row) {
        this.row = row;
    }

    static Outcome read(Map<String, String> row, Function<String, Optional<ProcedureRecord>> known) {
        return new CsvRecord(row).read(known);
    }

    private Outcome read(Function<String, Optional<ProcedureRecord>> known) {
        var code = reading.code(cell("code"));
        var before = known.apply(code).orElseGet(() -> NationalRecord.empty(code));
        var name = reading.needed("name", cell("name"));
        var issuer = new ProcedureRecord.Issuer(
                either("issuer_code", before.issuer().code()),
                either("issuer", before.issuer().name()));
        var levels = has("level") ? levels() : before.levels();
        var level = has("service_level")
                ? reading.oneOf("service_level", cell("service_level"), words(ServiceLevel.values()))
                        .orElse(ServiceLevel.NOT_SAID)
                : before.serviceLevel();
        var channels = channels(before);
        var documents = has("documents")
                ? PublishedCase.general(
                        split("documents", ";").map(PublishedDocument::named).toList(), List.of())
                : null;
        var record = new ProcedureRecord(
                code,
                name,
                has("short_name")
                        ? Optional.of(reading.line("short_name", cell("short_name")))
                                .filter(it -> !it.isEmpty())
                                .orElse(name)
                        : before.shortName().isEmpty() || before.shortName().equals(before.name())
                                ? name
                                : before.shortName(),
                either("field", before.sector()),
                issuer,
                levels,
                level,
                has("partial_reason") ? reading.text("partial_reason", cell("partial_reason")) : before.partialReason(),
                before.agencyType(),
                agencies(before.agencies()),
                has("subjects") ? split("subjects", "\\|").toList() : before.subjects(),
                either("decision", before.decision()),
                channels,
                documents == null ? before.cases() : documents.documents().isEmpty() ? List.of() : List.of(documents),
                has("results")
                        ? split("results", "; (?=\\S*KQ)")
                                .map(CsvRecord::result)
                                .toList()
                        : before.results(),
                has("legal_basis")
                        ? split("legal_basis", ";").map(LegalText::of).toList()
                        : before.legalBasis(),
                has("requirements") ? reading.text("requirements", cell("requirements")) : before.requirements(),
                has("keywords") ? split("keywords", "\\|").toList() : before.keywords(),
                before.trust(),
                either("detail_url", before.detailUrl()),
                either("source", before.source()));
        return reading.outcome(code, name, () -> record);
    }

    private Set<Level> levels() {
        var levels = EnumSet.noneOf(Level.class);
        split("level", "\\|")
                .flatMap(it -> reading.oneOf("level", it, LEVELS).stream())
                .forEach(levels::add);
        return levels;
    }

    private List<Agency> agencies(List<Agency> before) {
        var columns = Map.of(
                AgencyRole.COMPETENT, "competent_agency",
                AgencyRole.AUTHORISED, "authorised_agency",
                AgencyRole.PERFORMING, "performing_agency",
                AgencyRole.COORDINATING, "coordinating_agency");
        return Arrays.stream(AgencyRole.values())
                .flatMap(role -> {
                    var column = columns.getOrDefault(role, "");
                    return has(column)
                            ? split(column, "\\|").map(it -> new Agency(role, it))
                            : before.stream().filter(it -> it.role() == role);
                })
                .toList();
    }

    private List<PublishedChannel> channels(ProcedureRecord before) {
        var channels = has("channels")
                ? split("channels", ";").flatMap(it -> channel(it).stream()).toList()
                : before.channels();
        if (!has("time") || cell("time").isBlank()) {
            return channels;
        }
        var said = reading.text("time", cell("time"));
        return channels.stream()
                .map(it -> switch (LimitText.read(said)) {
                    case Reading.Understood(var times) ->
                        new PublishedChannel(it.method(), times, List.of(), it.fees(), it.note());
                    case Reading.NotUnderstood(var text) ->
                        new PublishedChannel(it.method(), it.times(), List.of(text), it.fees(), it.note());
                })
                .toList();
    }

    /** {@code ONLINE:1.5 WORKING_DAY:40000 VND}, where time or fee may be missing. */
    private Optional<PublishedChannel> channel(String text) {
        var parts = (text + "::").split(":", -1);
        var method = reading.oneOf("channels", parts[0], words(Channel.values()));
        var time = parts[1].strip().split(" ", 2);
        var fee = parts[2].strip().split(" ", 2);
        var times = time[0].isEmpty()
                ? List.<PublishedTime>of()
                : reading.figure("channels", time[0]).stream()
                        .flatMap(it -> reading
                                .oneOf(
                                        "channels",
                                        time.length > 1 ? time[1] : "UNSPECIFIED",
                                        words(PublishedTime.Unit.values()))
                                .stream()
                                .map(unit -> PublishedTime.of(it, unit)))
                        .toList();
        var fees = fee[0].isEmpty()
                ? List.<PublishedChannel.Fee>of()
                : amount(fee).stream()
                        .map(it -> new PublishedChannel.Fee("", it, fee.length > 1 ? fee[1] : "VND", ""))
                        .toList();
        return method.map(it -> new PublishedChannel(it, times, List.of(), fees, ""));
    }

    private Optional<BigDecimal> amount(String[] fee) {
        return reading.figure("channels", fee[0]);
    }

    private static ProcedureRecord.Result result(String text) {
        var coded = RESULT.matcher(text);
        return coded.matches()
                ? new ProcedureRecord.Result(coded.group(1), coded.group(2))
                : new ProcedureRecord.Result("", text);
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, it -> it));
    }

    private boolean has(String column) {
        return row.containsKey(column);
    }

    private String cell(String column) {
        return row.getOrDefault(column, "");
    }

    private String either(String column, String before) {
        return has(column) ? reading.line(column, cell(column)) : before;
    }

    private Stream<String> split(String column, String by) {
        return Arrays.stream(reading.text(column, cell(column)).split(by, -1))
                .map(PlainText::line)
                .filter(it -> !it.isEmpty());
    }
}
