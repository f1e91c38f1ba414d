package vn.motcua.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue and the procedure packages that come with the program; source and licence lie beside the files. */
final class CatalogueFiles {

    private static final String RECORDS = "/data/procedures/catalogue.csv";
    private static final String DETAILS = "/data/procedures/details.json";
    private static final Pattern RESULT_CODE = Pattern.compile("^(KQ\\.\\S+|\\S*-KQ\\S*)\\s+(.*)$");

    private CatalogueFiles() {}

    /** Every record, in the order of the file. */
    static List<ProcedureRecord> records() {
        var details = details();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(open(RECORDS), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .map(row -> record(row, Optional.ofNullable(details.get(row.get("code")))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of each package by the procedure's code. */
    static Map<String, Map<String, String>> packages() {
        var found = new TreeMap<String, Map<String, String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*/*.yaml")) {
                var path = file.getURL().getPath().split("/", -1);
                found.computeIfAbsent(path[path.length - 2], _ -> new TreeMap<>())
                        .put(path[path.length - 1], file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.values().stream().filter(GroupText::isGroup).forEach(it -> it.putAll(GroupText.parts(it, found)));
        return found;
    }

    private static ProcedureRecord record(CSVRecord row, Optional<JsonNode> details) {
        var channels = row.get("channels").isBlank()
                ? details.map(it -> it.path("channels").asString("")).orElse("")
                : row.get("channels");
        var results = row.get("results").isBlank()
                ? details.map(it -> it.path("results").asString("")).orElse("")
                : row.get("results");
        var documents = details.map(
                it -> it.path("documents").valueStream().map(JsonNode::asString).toList());
        return new ProcedureRecord(
                row.get("code"),
                row.get("name"),
                details.map(it -> it.path("shortName").asString()).orElse(row.get("name")),
                row.get("field"),
                new ProcedureRecord.Issuer(row.get("issuer_code"), row.get("issuer")),
                levels(row.get("level")),
                details.map(it -> ProcedureRecord.ServiceLevel.valueOf(
                                it.path("serviceLevel").asString()))
                        .orElse(ProcedureRecord.ServiceLevel.NOT_SAID),
                details.map(it -> it.path("agencyType").asString("")).orElse(""),
                split(row.get("subjects"), "\\|"),
                row.get("decision"),
                split(channels, ";").stream().map(CatalogueFiles::channel).toList(),
                documents.orElse(List.of()),
                split(results, "; (?=\\S*KQ)").stream()
                        .map(CatalogueFiles::result)
                        .toList(),
                split(row.get("legal_basis"), ";"),
                List.of(),
                row.get("detail_url"),
                row.get("source"));
    }

    private static Set<ProcedureRecord.Level> levels(String text) {
        var levels = EnumSet.noneOf(ProcedureRecord.Level.class);
        split(text, "\\|")
                .forEach(it -> levels.add(
                        it.equals("Cơ quan khác") ? ProcedureRecord.Level.OTHER : ProcedureRecord.Level.valueOf(it)));
        return levels;
    }

    /** {@code ONLINE:1.5 WORKING_DAY:40000 VND}, where time or fee may be missing. */
    private static PublishedChannel channel(String text) {
        var parts = text.split(":", -1);
        return new PublishedChannel(
                Channel.valueOf(parts[0]),
                pair(parts[1])
                        .map(it -> new PublishedChannel.Time(
                                new BigDecimal(it[0]).stripTrailingZeros(), PublishedChannel.Unit.valueOf(it[1]))),
                pair(parts[2]).map(it -> new PublishedChannel.Fee(new BigDecimal(it[0]), it[1])));
    }

    private static Optional<String[]> pair(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.split(" ", 2));
    }

    private static ProcedureRecord.Result result(String text) {
        var coded = RESULT_CODE.matcher(text);
        return coded.matches()
                ? new ProcedureRecord.Result(coded.group(1), coded.group(2))
                : new ProcedureRecord.Result("", text);
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(by, -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static Map<String, JsonNode> details() {
        var found = new HashMap<String, JsonNode>();
        try (var in = open(DETAILS)) {
            JsonMapper.shared()
                    .readTree(in)
                    .valueStream()
                    .forEach(it -> found.put(it.get("code").asString(), it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The text of a file of the program. */
    static String text(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        var in = CatalogueFiles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + name);
        }
        return in;
    }
}
