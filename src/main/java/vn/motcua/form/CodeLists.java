package vn.motcua.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/**
 * The lists from which people choose: genders, peoples, countries, relationships. They are files in {@code codelists/},
 * each {@code code,vi,en}, with source and licence beside them.
 */
public final class CodeLists {

    private static final CodeLists STANDARD = new CodeLists();

    private final Map<String, Map<String, Words>> lists;

    private CodeLists() {
        lists = new java.util.TreeMap<>();
        try (var index = CodeLists.class.getResourceAsStream("/codelists/index.txt")) {
            if (index == null) {
                throw new IllegalStateException("no codelists/index.txt");
            }
            for (var name : new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lists.put(name, list(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lists that come with the program. */
    public static CodeLists standard() {
        return STANDARD;
    }

    /** The names of all lists. */
    public Set<String> names() {
        return Collections.unmodifiableSet(lists.keySet());
    }

    /** Code and words of a list, in the order in which they are shown; a list that does not exist is a bug. */
    public Map<String, Words> entries(String list) {
        var entries = lists.get(list);
        if (entries == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        return entries;
    }

    /** The codes of a list; none when there is no such list. */
    public Set<String> codes(String list) {
        return lists.getOrDefault(list, Map.of()).keySet();
    }

    /** What a code means. */
    public Optional<Words> words(String list, String code) {
        return Optional.ofNullable(lists.getOrDefault(list, Map.of()).get(code));
    }

    private static Map<String, Words> list(String name) throws IOException {
        try (var file = CodeLists.class.getResourceAsStream("/codelists/" + name + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("no codelists/" + name + ".csv");
            }
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            var entries = new LinkedHashMap<String, Words>();
            for (var row : format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                var vi = row.get("vi");
                entries.put(row.get("code"), new Words(vi, row.get("en").isEmpty() ? vi : row.get("en")));
            }
            return Collections.unmodifiableMap(entries);
        }
    }
}
