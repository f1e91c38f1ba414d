package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Brings a copied cluster to a moment, by replaying the log that was handed on while it lived. */
public final class Recovery {

    private static final Duration PAUSE = Duration.ofMillis(100);
    /** When it reads its settings PostgreSQL knows no names of time zones yet, not even Z. */
    private static final DateTimeFormatter NUMBERS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private static final Pattern LAST_WORD = Pattern.compile("(?:FATAL|PANIC):\\s+(.*)");

    private Recovery() {}

    /**
     * Recovers and answers the server, which then leads a life of its own. A failure is an {@link IOException} with the
     * server's last word; the copy is then good for nothing.
     *
     * @param folder of the server: {@code cluster} copied, {@code secrets} beside it
     * @param log where the log lies, each piece packed with gzip or as it is
     * @param until what was committed later does not come back; empty for all that the copy itself holds
     */
    public static LocalServer run(Path folder, Path log, Optional<Instant> until) throws IOException {
        var settings = new ArrayList<String>();
        until.ifPresent(it -> settings.addAll(List.of(
                "restore_command=gzip -dc %1$s/%%f.gz > %%p 2>/dev/null || cp %1$s/%%f %%p 2>/dev/null"
                        .formatted(quoted(log)),
                "recovery_target_time=" + NUMBERS.format(it),
                "recovery_target_action=promote")));
        if (until.isEmpty()) {
            settings.add("restore_command=false");
        }
        Files.writeString(folder.resolve("cluster").resolve("recovery.signal"), "");
        var words = folder.resolve("server.log");
        try {
            var server = LocalServer.recovering(folder, settings);
            while (recovering(server)) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return server;
        } catch (IOException | SQLException e) {
            LocalServer.running(folder).ifPresent(LocalServer::close);
            throw new IOException(lastWord(words, String.valueOf(e.getMessage())), e);
        }
    }

    /** As the shell and PostgreSQL's own signs leave it alone. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("%", "%%").replace("'", "'\\''") + "'";
    }

    private static boolean recovering(LocalServer server) throws SQLException {
        try (var connection = server.superuser("postgres");
                var answer = connection.createStatement().executeQuery("select pg_is_in_recovery()")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static String lastWord(Path log, String otherwise) throws IOException {
        if (Files.notExists(log)) {
            return otherwise;
        }
        var found = LAST_WORD.matcher(Files.readString(log)).results().toList();
        return found.isEmpty() ? otherwise : found.getLast().group(1);
    }
}
