package vn.motcua.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Officers who take and give back dossiers over HTTP, against pgbench with the statement that this ends in, in turns on
 * one database. A transition over HTTP is one posted form with its session, token, rights, rules, event, outbox entry
 * and audit entry; pgbench sends the same statement ({@code WriteUnit}) with tenant and account set in each transaction.
 *
 * <p>The same statement without its part that writes the audit log exists here alone: the difference is what the log costs.
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
    /**
     * A over HTTP, D the same while the database drops what is written to the audit log, B the same statement from pgbench,
     * C that statement without its line in the audit log.
     */
    private static final String ORDER = "ADBCCBDAADBCCBDA";

    private static final Path FOLDER = Path.of("target", "bench");

    private final PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Double> overHttp = new ArrayList<>();
    private final List<Double> overHttpUnaudited = new ArrayList<>();
    private final List<Double> limit = new ArrayList<>();
    private final List<Double> unaudited = new ArrayList<>();

    private Bench() {}

    /** Runs everything once, in about a quarter of an hour, and ends. */
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
                database.work(CLIENTS, DOSSIERS_EACH, WARM_UP_OF_DATABASE, true);
                officers.forgetTimes();
                rounds(officers, database);
                say(officers);
            }
            new PageTimes(program.address(), filed.getFirst()).say(screen);
            new SearchTimes(program.address(), screen).say();
            new Recount(program.address(), screen)
                    .run(new Database(program.data(), FOLDER), Filing.received(program.address()));
        }
        new DueTimes().say(screen);
    }

    private void rounds(Officers officers, Database database) throws IOException, SQLException {
        screen.printf(
                "%n%-7s %16s %16s %16s %16s%n",
                "round", "over HTTP, 1/s", "without audit", "pgbench, 1/s", "without audit");
        for (int i = 0; i < ORDER.length(); i++) {
            switch (ORDER.charAt(i)) {
                case 'A' -> {
                    overHttp.add(officers.work(ROUND));
                    line(i + 1, rate(overHttp.getLast()), "", "", "");
                }
                case 'D' -> {
                    database.dropsTheLog(true);
                    overHttpUnaudited.add(officers.work(ROUND));
                    database.dropsTheLog(false);
                    line(i + 1, "", rate(overHttpUnaudited.getLast()), "", "");
                }
                case 'B' -> {
                    limit.add(database.work(CLIENTS, DOSSIERS_EACH, ROUND, true));
                    line(i + 1, "", "", rate(limit.getLast()), "");
                }
                default -> {
                    unaudited.add(database.work(CLIENTS, DOSSIERS_EACH, ROUND, false));
                    line(i + 1, "", "", "", rate(unaudited.getLast()));
                }
            }
        }
    }

    private void line(Object round, String overHttp, String bareHttp, String limit, String unaudited) {
        screen.printf("%-7s %16s %16s %16s %16s%n", round, overHttp, bareHttp, limit, unaudited);
    }

    /** What part of the rate without the log is lost with it, in pairs of neighbouring rounds. */
    private static double cost(List<Double> with, List<Double> without) {
        return 100
                * Samples.median(IntStream.range(0, with.size())
                        .mapToObj(it -> 1 - with.get(it) / without.get(it))
                        .toList());
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.0f", perSecond);
    }

    private void say(Officers officers) {
        var ours = Samples.median(overHttp);
        var theirs = Samples.median(limit);
        var bare = Samples.median(unaudited);
        line("median", rate(ours), rate(Samples.median(overHttpUnaudited)), rate(theirs), rate(bare));
        screen.printf(
                Locale.ROOT,
                "ratio   %.2f  (bar 0.50, aim 0.80); %d clients, %d dossiers each, rounds of %d s%n",
                ours / theirs,
                CLIENTS,
                DOSSIERS_EACH,
                ROUND.toSeconds());
        screen.printf(
                Locale.ROOT,
                "audit   %.0f %% of the rate over HTTP, %.0f %% of that of PostgreSQL alone, medians of neighbouring rounds (bar 25 %%)%n",
                cost(overHttp, overHttpUnaudited),
                cost(limit, unaudited));
        screen.println("one transition over HTTP under this load: " + officers.times());
    }
}
