package vn.motcua.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.LocalServer;
import vn.motcua.database.OwnerOnly;

/** The backups of one data folder in their folder: whole copies, and rounds in between that bring what is new. */
final class Backups {

    private static final Duration ARCHIVING = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** A folder's change may be noted a little earlier than it can be seen. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final LocalServer server;
    private final Path data;
    private final BackupFolder folder;
    private @Nullable Instant uploadsUntil;
    private String lastTransaction = "";

    Backups(LocalServer server, Path data, BackupFolder folder) {
        this.server = server;
        this.data = data;
        this.folder = folder;
    }

    /** Makes a whole copy. */
    WholeCopy.Made whole() throws IOException, SQLException {
        try (var _ = turn()) {
            clear();
            return new WholeCopy(server, data, folder).make();
        }
    }

    /**
     * Brings what is new since the last round; afterwards every moment until its beginning can be restored. When nothing was
     * committed since, only that is noted.
     *
     * @return until when
     */
    Instant round() throws IOException, SQLException {
        try (var _ = turn();
                var connection = server.superuser("postgres")) {
            var moment = moment(connection);
            var pieces = new LogPieces(folder.log());
            var reach = Reach.of(folder);
            if (reach.isPresent() && lastTransaction.equals(newest(connection))) {
                pieces.pack();
                reach.get().until(moment).write(folder);
                return moment;
            }
            // A commit after that moment: recovery knows by it that the moment has been passed.
            text(connection, "select pg_logical_emit_message(true, 'motcua', 'backup')::text");
            lastTransaction = newest(connection);
            var piece = text(connection, "select pg_walfile_name(pg_switch_wal())");
            await(connection, pieces, piece);
            pieces.pack();
            var since = uploadsUntil == null ? Instant.MIN : uploadsUntil.minus(MARGIN);
            new UploadCopies(data.resolve("files"), folder.files()).copy(since);
            uploadsUntil = moment;
            new Reach(moment, moment).write(folder);
            return moment;
        }
    }

    /** Lets go of whole copies that ended before then, except the newest, and of what only they needed. */
    void forgetBefore(Instant then) throws IOException {
        try (var _ = turn()) {
            forget(then);
        }
    }

    private void forget(Instant then) throws IOException {
        var copies = copies(folder);
        for (var copy : copies.subList(0, Math.max(0, copies.size() - 1))) {
            if (copy.manifest().ended().isBefore(then)) {
                OwnerOnly.delete(copy.folder());
            }
        }
        var left = copies(folder);
        if (left.isEmpty()) {
            return;
        }
        var oldest = left.getFirst().manifest();
        new LogPieces(folder.log()).forgetBefore(oldest.firstLog());
        var needed = new HashSet<String>();
        left.forEach(it -> needed.addAll(it.manifest().files()));
        for (var file : UploadCopies.all(folder.files())) {
            if (!needed.contains(file.getFileName().toString())
                    && Files.getLastModifiedTime(file).toInstant().isBefore(oldest.begun())) {
                Files.delete(file);
            }
        }
    }

    /** A whole copy and its list. */
    record Copy(Path folder, Manifest manifest) {}

    /** The whole copies, oldest first; {@link BackupRefused} when the list of one is damaged. */
    static List<Copy> copies(BackupFolder folder) throws IOException {
        var copies = new ArrayList<Copy>();
        try (var found = Files.list(folder.base())) {
            for (var it : found.filter(it -> !it.getFileName().toString().startsWith("copying-"))
                    .toList()) {
                copies.add(new Copy(it, Manifest.read(it)));
            }
        }
        copies.sort(Comparator.comparing(it -> it.manifest().ended()));
        return copies;
    }

    /** When the last whole copy ended; copies are named by that moment. */
    static Optional<Instant> last(BackupFolder folder) throws IOException {
        try (var found = Files.list(folder.base())) {
            var newest = found.filter(it -> !it.getFileName().toString().startsWith("copying-"))
                    .max(Comparator.naturalOrder());
            return newest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Manifest.read(newest.get()).ended());
        }
    }

    BackupFolder folder() {
        return folder;
    }

    /** Removes what earlier copies left that did not come to their end. */
    private void clear() throws IOException {
        try (var found = Files.list(folder.base())) {
            for (var it : found.filter(it -> it.getFileName().toString().startsWith("copying-"))
                    .toList()) {
                OwnerOnly.delete(it);
            }
        }
    }

    /** Waits until no other program works on the folder; then it is ours until this is closed. */
    private FileChannel turn() throws IOException {
        var channel =
                FileChannel.open(folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (true) {
            try {
                channel.lock();
                return channel;
            } catch (OverlappingFileLockException here) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void await(Connection connection, LogPieces pieces, String piece) throws SQLException, IOException {
        var deadline = System.nanoTime() + ARCHIVING.toNanos();
        while (!pieces.has(piece)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL does not put its log into " + folder.log() + ": "
                        + text(connection, "select coalesce(last_failed_wal, '-') from pg_stat_archiver"));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String newest(Connection connection) throws SQLException {
        return text(connection, "select pg_snapshot_xmax(pg_current_snapshot())::text");
    }

    private static Instant moment(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
