package vn.motcua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.support.Visit;

/**
 * How long people wait for what they search among ten thousand procedures: the catalogue that comes with the program and
 * synthetic records, whose names are halves of real ones put together and say that they are made up. Asked are the everyday
 * questions of the relevance test, over HTTP, through the program's own import. What is measured is more than the server's
 * time: the answer also travels.
 */
final class SearchTimes {

    private static final int WANTED = 10_000;
    private static final int BUSY_MILLIS = 500;
    private static final int PATIENCE = 600;
    private static final String IMPORTS = "/admin/procedures/imports";
    private static final Path CATALOGUE = Path.of("src", "main", "resources", "data", "procedures", "catalogue.csv");
    private static final List<Path> QUESTIONS = List.of(
            Path.of("src", "test", "resources", "catalogue", "everyday-queries.tsv"),
            Path.of("src", "test", "resources", "catalogue", "everyday-queries-frozen.tsv"));

    private final String address;
    private final PrintStream screen;

    SearchTimes(String address, PrintStream screen) {
        this.address = address;
        this.screen = screen;
    }

    void say() throws IOException, InterruptedException {
        var names = names();
        screen.printf("%nImporting %d synthetic records…%n", WANTED - names.size());
        fill(records(names));
        var questions = questions();
        var anybody = new Visit(address);
        ask(anybody, questions);
        screen.printf(
                "search among %d procedures, %d everyday questions: %s%n",
                WANTED, questions.size(), ask(anybody, questions));
    }

    private static Samples ask(Visit visit, List<String> questions) throws IOException {
        var times = new Samples();
        for (var question : questions) {
            var path = "/api/v1/procedures?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
            var begun = System.nanoTime();
            var status = visit.get(path).statusCode();
            times.add(System.nanoTime() - begun);
            if (status != 200) {
                throw new IOException(path + " answered " + status);
            }
        }
        return times;
    }

    /** The names of the shipped catalogue; a line of it begins with the code, and then the name, perhaps in quotes. */
    private static List<String> names() throws IOException {
        var names = new ArrayList<String>();
        for (var line : Files.readAllLines(CATALOGUE)) {
            if (!line.matches("\\d\\.\\d{6}.*")) {
                continue;
            }
            var rest = line.substring(line.indexOf(',') + 1);
            names.add(
                    rest.startsWith("\"")
                            ? rest.substring(1, Math.max(1, rest.indexOf('"', 1)))
                            : rest.substring(0, Math.max(0, rest.indexOf(','))));
        }
        return names;
    }

    private static String records(List<String> names) {
        var file = new StringBuilder("code,name\n");
        for (int i = 0; i < WANTED - names.size(); i++) {
            var first = names.get(i % names.size()).split(" ");
            var second = names.get((7 * i + 13) % names.size()).split(" ");
            var name = String.join(" ", List.of(first).subList(0, (first.length + 1) / 2))
                    + " "
                    + String.join(" ", List.of(second).subList(second.length / 2, second.length));
            file.append("9.%06d,\"%s (bịa ra số %d)\"%n".formatted(400_000 + i, name.replace("\"", ""), i));
        }
        return file.toString();
    }

    private void fill(String records) throws IOException, InterruptedException {
        var administrator = new Visit(address).as("Đàm Thị Bích Hạnh");
        var command = UUID.randomUUID().toString();
        var token = Visit.token(administrator.get(IMPORTS).body());
        var sent = administrator.upload(
                IMPORTS,
                Map.of("command", command, "_csrf", token),
                "file",
                "records.csv",
                records.getBytes(StandardCharsets.UTF_8));
        if (sent.statusCode() != 302) {
            throw new IOException("the import answered " + sent.statusCode());
        }
        var page = IMPORTS + "/" + command;
        for (int i = 0; !administrator.get(page).body().contains("id=\"apply\""); i++) {
            if (i == PATIENCE) {
                throw new IOException("the import is not checked yet");
            }
            Thread.sleep(BUSY_MILLIS);
        }
        var applied = administrator.fill(page, page + "/apply", Map.of());
        if (applied.statusCode() != 302) {
            throw new IOException("putting them in force answered " + applied.statusCode());
        }
    }

    private static List<String> questions() throws IOException {
        var questions = new ArrayList<String>();
        for (var file : QUESTIONS) {
            Files.readAllLines(file).stream()
                    .filter(it -> !it.startsWith("#") && it.contains("\t"))
                    .map(it -> it.substring(0, it.indexOf('\t')))
                    .forEach(questions::add);
        }
        return questions;
    }
}
