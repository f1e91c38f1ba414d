package vn.motcua.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.backup.BackupRefused.Reason;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DiskSpace;
import vn.motcua.database.LocalServer;
import vn.motcua.database.StartRefused;

/**
 * {@code backup --data DIR --to DIR}, {@code backup --verify DIR} and {@code restore --from DIR --data DIR [--at MOMENT]}.
 * A program that runs on the data folder goes on; where none runs, the database is started for as long as it takes.
 */
public final class BackupCommand {

    private static final int WRONG_USE = 2;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED = 100;

    private final Words words;

    private BackupCommand(PrintStream out) {
        this.words = new Words(out);
    }

    /** Runs the command. */
    public static void main(String... args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), args));
    }

    /** The same, answering the exit code. */
    static int run(PrintStream out, String... args) {
        return new BackupCommand(out).go(List.of(args));
    }

    private int go(List<String> args) {
        try {
            var options = options(args);
            return switch (args.getFirst()) {
                case "backup" -> options.containsKey("--verify") ? verify(options) : backup(options);
                case "restore" -> restore(options);
                default -> throw new IllegalArgumentException(args.getFirst());
            };
        } catch (BackupRefused refused) {
            words.say("backup.refused." + refused.reason(), refused.arguments().toArray());
            return refused.reason().exitCode();
        } catch (StartRefused refused) {
            words.say("database.start." + refused.reason(), refused.arguments().toArray());
            return refused.getExitCode();
        } catch (IllegalArgumentException e) {
            words.say("backup.usage", String.valueOf(e.getMessage()));
            return WRONG_USE;
        } catch (IOException | SQLException e) {
            var reason = DiskSpace.isExhausted(e) ? Reason.DISK_FULL : Reason.FAILED;
            words.say("backup.refused." + reason, String.valueOf(e.getMessage()), NEEDED);
            return reason.exitCode();
        }
    }

    private static Map<String, String> options(List<String> args) {
        var known = Set.of("--data", "--to", "--from", "--at", "--verify");
        var options = new LinkedHashMap<String, String>();
        for (int i = 1; i < args.size(); i += 2) {
            if (!known.contains(args.get(i)) || i + 1 == args.size()) {
                throw new IllegalArgumentException(args.get(i));
            }
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static Path path(Map<String, String> options, String name) {
        var given = options.getOrDefault(name, "");
        if (given.isBlank()) {
            throw new IllegalArgumentException(name);
        }
        return Path.of(given).toAbsolutePath().normalize();
    }

    private int backup(Map<String, String> options) throws IOException, SQLException {
        var data = path(options, "--data");
        var to = path(options, "--to");
        if (Files.notExists(data.resolve("version")) || Files.notExists(data.resolve("postgres/cluster"))) {
            throw new BackupRefused(Reason.NO_DATA, data);
        }
        var folder = BackupFolder.claim(to, data);
        try (var claimed = claim(data).orElse(null)) {
            if (claimed == null) {
                var running = LocalServer.running(data.resolve("postgres"));
                report(running.orElseThrow(() -> new BackupRefused(Reason.NO_DATA, data)), data, folder);
                return 0;
            }
            try (var server = LocalServer.archiving(claimed.folder("postgres"), folder.log())) {
                report(server, data, folder);
                return 0;
            }
        }
    }

    /** The folder, when no program runs on it. */
    private static Optional<DataFolder> claim(Path data) {
        try {
            return Optional.of(DataFolder.claim(data));
        } catch (StartRefused refused) {
            if (refused.reason() == StartRefused.Reason.DATA_FOLDER_IN_USE) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void report(LocalServer server, Path data, BackupFolder folder) throws IOException, SQLException {
        var started = System.nanoTime();
        var backups = new Backups(server, data, folder);
        var made = backups.whole();
        var continuous = server.archives(folder.log());
        if (continuous) {
            backups.round();
        }
        words.say(
                "backup.made",
                made.folder().toString(),
                Words.moment(made.manifest().ended()),
                made.manifest().entries().size(),
                made.manifest().size() / MEGABYTE,
                made.manifest().files().size(),
                seconds(started));
        words.say(continuous ? "backup.continuous" : "backup.momentary");
        words.say("backup.secret");
        if (made.damaged() > 0) {
            words.say("backup.damagedSource", made.damaged());
        }
    }

    private int verify(Map<String, String> options) throws IOException {
        var result = Check.of(open(path(options, "--verify")));
        if (result.problems().isEmpty()) {
            words.say("backup.sound", result.copies(), result.files());
            return 0;
        }
        words.say("backup.unsound", result.problems().size());
        result.problems().forEach(words::line);
        return Reason.DAMAGED.exitCode();
    }

    private int restore(Map<String, String> options) throws IOException, SQLException {
        var from = open(path(options, "--from"));
        var target = path(options, "--data");
        var at = Optional.ofNullable(options.get("--at")).map(Words::moment);
        var started = System.nanoTime();
        var restored = new Restore(from, target).to(at);
        words.say(
                "backup.restored",
                target.toString(),
                Words.moment(restored.moment()),
                restored.files(),
                seconds(started));
        words.say("backup.newFolder");
        return 0;
    }

    private static BackupFolder open(Path path) {
        return BackupFolder.at(path).orElseThrow(() -> new BackupRefused(Reason.NO_BACKUP, path));
    }

    private static long seconds(long since) {
        return Math.max(1, (System.nanoTime() - since + 500_000_000L) / 1_000_000_000L);
    }
}
