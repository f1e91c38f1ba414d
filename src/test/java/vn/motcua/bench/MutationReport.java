package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads what pitest found and writes it down as a page; run from its source by {@code ./motcua test --long}. Ends with
 * 1 when of one package less than 90 in 100 changes were noticed: together they could reach that while one does not.
 */
final class MutationReport {

    private static final int LEAST = 90;
    private static final Path FOUND = Path.of("target/pit-reports/mutations.xml");
    private static final Path PAGE = Path.of("docs/generated/mutation.md");
    private static final Pattern MUTATION = Pattern.compile(
            "(?s)<mutation detected='(true|false)'.*?<mutatedClass>vn\\.motcua\\.([a-z]+)\\.([A-Za-z]+)");

    private final Map<String, Map<String, int[]>> packages = new TreeMap<>();

    private MutationReport() {}

    public static void main(String[] args) throws IOException {
        var report = new MutationReport();
        MUTATION.matcher(Files.readString(FOUND))
                .results()
                .forEach(it -> report.note(it.group(2), it.group(3), it.group(1).equals("true")));
        Files.writeString(PAGE, report.page());
        var low = report.packages.keySet().stream()
                .filter(it -> report.noticed(it) * 100 < LEAST * report.all(it))
                .toList();
        report.packages
                .keySet()
                .forEach(it -> System.out.printf("mutation: %s %d of %d%n", it, report.noticed(it), report.all(it)));
        if (report.packages.isEmpty() || !low.isEmpty()) {
            System.err.println("less than " + LEAST + " in 100 changes were noticed: " + low);
            System.exit(1);
        }
    }

    private void note(String module, String type, boolean noticed) {
        var counts = packages.computeIfAbsent(module, _ -> new TreeMap<>()).computeIfAbsent(type, _ -> new int[2]);
        counts[0] += noticed ? 1 : 0;
        counts[1]++;
    }

    private int noticed(String module) {
        return sum(module, 0);
    }

    private int all(String module) {
        return sum(module, 1);
    }

    private int sum(String module, int which) {
        return packages.getOrDefault(module, Map.of()).values().stream()
                .mapToInt(it -> it[which])
                .sum();
    }

    private String page() throws IOException {
        var page = new StringBuilder("""
                # Changes that the tests notice

                Written by `./motcua test --long` from the report of [pitest](https://pitest.org), which changes the rules of time and
                those of the dossier's graph one by one and runs their tests on each; not edited by hand. Of each package at least 90 in 100
                have to be noticed. The properties and the comparison of two counts, thousands of cases each, do not take part: the
                examples alone have to notice.

                | package | noticed | of | % |
                | --- | --- | --- | --- |
                """);
        packages.keySet().forEach(it -> page.append(line("`" + it + "`", noticed(it), all(it))));
        for (var module : packages.entrySet()) {
            page.append("\n## ")
                    .append(module.getKey())
                    .append("\n\n| class | noticed | of | % |\n| --- | --- | --- | --- |\n");
            module.getValue().forEach((type, counts) -> page.append(line("`" + type + "`", counts[0], counts[1])));
            var others = others(module.getKey());
            if (!others.isEmpty()) {
                page.append(
                                "\nNot changed, because they are no target or have nothing that is changed (records and enums without rules): ")
                        .append(String.join(", ", others))
                        .append(".\n");
            }
        }
        return page.toString();
    }

    private List<String> others(String module) throws IOException {
        var others = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/main/java/vn/motcua").resolve(module))) {
            files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".java"))
                    .map(it -> it.substring(0, it.length() - ".java".length()))
                    .filter(it -> !it.equals("package-info"))
                    .filter(it -> !packages.getOrDefault(module, Map.of()).containsKey(it))
                    .sorted()
                    .forEach(it -> others.add("`" + it + "`"));
        }
        return others;
    }

    private static String line(String what, int noticed, int all) {
        return "| " + what + " | " + noticed + " | " + all + " | "
                + String.format(Locale.ROOT, "%.1f", 100.0 * noticed / all) + " |\n";
    }
}
