package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.DiskFlush;
import vn.motcua.database.DiskSpace;
import vn.motcua.database.LocalServer;
import vn.motcua.database.OwnerOnly;

/**
 * Makes a whole copy of a data folder whose server works on: between {@code pg_backup_start} and {@code pg_backup_stop}
 * the cluster's files are copied as they come, with the log that makes them fit together again. The copy needs nothing
 * else to come back as it was at its end.
 */
final class WholeCopy {

    private static final Duration LONG = Duration.ofHours(1);
    private static final long MEGABYTE = 1024 * 1024;
    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    /** Folders of the cluster whose content means nothing to a copy (PostgreSQL's manual, "Making a base backup"). */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_wal/archive_status",
            "pg_wal/summaries",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "recovery.signal", "standby.signal");

    private final LocalServer server;
    private final Path data;
    private final BackupFolder to;
    private final Path half;
    private final List<String> folders = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    WholeCopy(LocalServer server, Path data, BackupFolder to) {
        this.server = server;
        this.data = data;
        this.to = to;
        this.half = to.base().resolve("copying-" + UUID.randomUUID());
    }

    /**
     * What was made.
     *
     * @param folder where it lies
     * @param damaged how many uploaded files are damaged in the data folder itself
     */
    record Made(Path folder, Manifest manifest, int damaged) {}

    /** Makes it; when that fails nothing of it remains. */
    Made make() throws IOException, SQLException {
        try {
            DiskSpace.need(to.path(), clusterSize() / 2 / MEGABYTE + 50);
            OwnerOnly.folder(half);
            return copied();
        } finally {
            OwnerOnly.delete(half);
        }
    }

    private Made copied() throws IOException, SQLException {
        try (var connection = server.superuser("postgres", LONG)) {
            var begun = now(connection);
            // The slot lets PostgreSQL keep its log until we have it; it ends with the connection.
            ask(
                    connection,
                    "select pg_create_physical_replication_slot('motcua_" + shortName() + "', true, true)::text");
            ask(connection, "select pg_backup_start('motcua', fast => true)::text");
            cluster();
            var holds = now(connection);
            var stop = stop(connection);
            var label = FIRST_LOG.matcher(stop.label());
            if (!label.find()) {
                throw new SQLException("no beginning in the label: " + stop.label());
            }
            var written = half.resolve("backup_label.text");
            OwnerOnly.write(written, stop.label());
            take(written, "postgres/cluster/backup_label");
            Files.delete(written);
            log(label.group(1), stop.lastLog());
            rest();
            var uploads = new UploadCopies(data.resolve("files"), to.files()).copy(Instant.MIN);
            var manifest = new Manifest(
                    version(),
                    LocalServer.MAJOR,
                    begun,
                    holds,
                    stop.at(),
                    label.group(1),
                    folders,
                    entries,
                    uploads.names());
            DiskFlush.of(half);
            manifest.write(half);
            var place = to.base().resolve(stop.at().toString().replace(":", ""));
            Files.move(half, place);
            return new Made(place, manifest, uploads.damaged());
        }
    }

    private record Stop(String label, String lastLog, Instant at) {}

    private static Stop stop(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("""
                        select s.labelfile, pg_walfile_name(s.lsn), clock_timestamp() from pg_backup_stop(wait_for_archive => false) s
                        """)) {
            row.next();
            // A moment that can be written with milliseconds and is not before the real one.
            var at = row.getObject(3, OffsetDateTime.class)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS)
                    .plusMillis(1);
            return new Stop(row.getString(1), row.getString(2), at);
        }
    }

    private void cluster() throws IOException {
        var cluster = data.resolve("postgres").resolve("cluster");
        folders.add("postgres");
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = name(cluster, folder);
                if (folder.getFileName().toString().startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(name(data, folder));
                return EMPTY.contains(name) && !name.equals("pg_wal")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = name(cluster, file);
                var parent = name.substring(0, Math.max(0, name.lastIndexOf('/')));
                if (!LEFT_OUT.contains(name)
                        && !EMPTY.contains(parent)
                        && !name.endsWith("pg_internal.init")
                        && !name.equals("global/pg_control")) {
                    take(file, name(data, file));
                }
                return FileVisitResult.CONTINUE;
            }

            // Files come and go while the server works; the log tells of them.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        take(cluster.resolve("global").resolve("pg_control"), "postgres/cluster/global/pg_control");
    }

    private void log(String first, String last) throws IOException {
        try (var pieces = Files.list(data.resolve("postgres/cluster/pg_wal"))) {
            for (var piece : pieces.sorted().toList()) {
                var name = piece.getFileName().toString();
                if (LogPieces.isPiece(name)
                        ? name.compareTo(first) >= 0 && name.compareTo(last) <= 0
                        : LogPieces.isOne(name)) {
                    take(piece, name(data, piece));
                }
            }
        }
        if (entries.stream().noneMatch(it -> it.path().endsWith("/" + last))) {
            throw new IOException("the database's log is gone: " + last);
        }
    }

    /** Keys, passwords and whatever else lies in the data folder. */
    private void rest() throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = name(data, folder);
                if (name.equals("postgres") || name.equals("files")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!name.isEmpty()) {
                    folders.add(name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = name(data, file);
                if (!name.equals("motcua.lock") && !name.equals(BackupFolder.IDENTITY) && attributes.isRegularFile()) {
                    take(file, name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        take(data.resolve("postgres").resolve("secrets"), "postgres/secrets");
    }

    private void take(Path file, String name) throws IOException {
        var packed = packed(half, name);
        try {
            Files.createDirectories(packed.getParent());
            var content = Packed.pack(file, packed);
            var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            entries.add(new Entry(content.sha256(), content.size(), rights, name));
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(packed);
        }
    }

    /** Where a file of the data folder lies in a copy. */
    static Path packed(Path copy, String name) {
        return copy.resolve("data").resolve(name + ".gz");
    }

    private long clusterSize() throws IOException {
        try (var files = Files.walk(data.resolve("postgres").resolve("cluster"))) {
            return files.mapToLong(it -> it.toFile().length()).sum();
        }
    }

    private int version() throws IOException {
        return Integer.parseInt(Files.readString(data.resolve("version")).strip());
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void ask(Connection connection, String question) throws SQLException {
        try (var sql = connection.createStatement();
                var row = sql.executeQuery(question)) {
            row.next();
        }
    }

    private static String shortName() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String name(Path above, Path file) {
        return above.relativize(file).toString();
    }
}
