package vn.motcua.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue and the procedure packages that come with the program; source and licence lie beside the files. */
final class CatalogueFiles {

    private static final String RECORDS = "/data/procedures/catalogue.csv";
    private static final String DETAILS = "/data/procedures/details.json";

    private CatalogueFiles() {}

    /** Every record, in the order of the file. */
    static List<ProcedureRecord> records() {
        var details = details();
        var full = full();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(open(RECORDS), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream()
                    .map(row -> record(
                            row.toMap(),
                            Optional.ofNullable(details.get(row.get("code"))),
                            Optional.ofNullable(full.get(row.get("code")))))
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

    /** The row, then what was read more closely, then the full record where there is one. */
    private static ProcedureRecord record(
            Map<String, String> row, Optional<JsonNode> details, Optional<JsonNode> full) {
        var filled = new HashMap<>(row);
        details.ifPresent(it -> List.of("channels", "results")
                .forEach(column -> filled.computeIfPresent(
                        column, (_, cell) -> cell.isBlank() ? it.path(column).asString("") : cell)));
        var listed = sound(CsvRecord.read(filled, _ -> Optional.empty()));
        var closer = details.map(it -> DetailFile.over(it, listed)).orElse(listed);
        return full.map(it -> sound(NationalRecord.read(it, "", _ -> Optional.of(closer))))
                .orElse(closer);
    }

    private static ProcedureRecord sound(RecordReading.Outcome outcome) {
        return switch (outcome) {
            case RecordReading.Outcome.Sound(var record, var _) -> record;
            case RecordReading.Outcome.Wrong wrong ->
                throw new IllegalStateException("the program's own record " + wrong.code() + ": " + wrong.problems());
        };
    }

    /** Records of which the whole page was read, in the shape of the national database. */
    private static Map<String, JsonNode> full() {
        var found = new HashMap<String, JsonNode>();
        try {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:data/procedures/published/*.json")) {
                var node = JsonMapper.shared().readTree(file.getContentAsString(StandardCharsets.UTF_8));
                found.put(node.get("code").asString(), node);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
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
