package vn.motcua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Officers who take and give back dossiers over HTTP, against pgbench with the statement that this ends in, in turns on
 * one database. A transition over HTTP is one posted form with its session, token, rights, rules, event, outbox entry
 * and audit entry; pgbench sends the same statement ({@code WriteUnit}) with tenant and account set in each transaction.
 *
 * <p>The arguments are the command that starts the program.
 */
public final class Bench {

    private static final int CLIENTS = 8;
    private static final int DOSSIERS_EACH = 12;
    /** Until the compiler of the JVM has little left to do; before, the rate rises from round to round. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration WARM_UP_OF_DATABASE = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final String ORDER = "ABBAABBA";
    private static final Path FOLDER = Path.of("target", "bench");

    private final PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Double> overHttp = new ArrayList<>();
    private final List<Double> limit = new ArrayList<>();

    private Bench() {}

    /** Runs everything once, in about four minutes, and ends. */
    public static void main(String... command) throws Exception {
        new Bench().run(List.of(command));
    }

    private void run(List<String> command) throws Exception {
        screen.println("Starting Motcua on " + FOLDER.resolve("data") + "…");
        try (var program = Program.start(command, FOLDER)) {
            screen.printf("Filing %d dossiers over HTTP…%n", 2 * CLIENTS * DOSSIERS_EACH);
            var filed = Filing.over(program.address(), 2 * CLIENTS * DOSSIERS_EACH);
            try (var officers = Officers.at(program.address(), filed, CLIENTS, DOSSIERS_EACH)) {
                var database = new Database(program.data(), FOLDER);
                database.prepare(officers.takeAndGiveBackTheOthers());
                screen.printf(
                        "Warming up for %d s…%n",
                        WARM_UP.plus(WARM_UP_OF_DATABASE).toSeconds());
                officers.work(WARM_UP);
                database.work(CLIENTS, DOSSIERS_EACH, WARM_UP_OF_DATABASE);
                officers.forgetTimes();
                rounds(officers, database);
                say(officers);
            }
            new PageTimes(program.address(), filed.getFirst()).say(screen);
        }
        new DueTimes().say(screen);
    }

    private void rounds(Officers officers, Database database) throws IOException {
        screen.printf("%n%-7s %18s %18s%n", "round", "over HTTP, 1/s", "pgbench, 1/s");
        for (int i = 0; i < ORDER.length(); i++) {
            if (ORDER.charAt(i) == 'A') {
                overHttp.add(officers.work(ROUND));
                line(i + 1, String.format(Locale.ROOT, "%.0f", overHttp.getLast()), "");
            } else {
                limit.add(database.work(CLIENTS, DOSSIERS_EACH, ROUND));
                line(i + 1, "", String.format(Locale.ROOT, "%.0f", limit.getLast()));
            }
        }
    }

    private void line(Object round, String left, String right) {
        screen.printf("%-7s %18s %18s%n", round, left, right);
    }

    private void say(Officers officers) {
        var ours = Samples.median(overHttp);
        var theirs = Samples.median(limit);
        line("median", String.format(Locale.ROOT, "%.0f", ours), String.format(Locale.ROOT, "%.0f", theirs));
        screen.printf(
                Locale.ROOT,
                "ratio   %.2f  (bar 0.50, aim 0.80); %d clients, %d dossiers each, rounds of %d s%n",
                ours / theirs,
                CLIENTS,
                DOSSIERS_EACH,
                ROUND.toSeconds());
        screen.println("one transition over HTTP under this load: " + officers.times());
    }
}
