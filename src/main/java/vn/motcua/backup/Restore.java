package vn.motcua.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.backup.BackupRefused.Reason;
import vn.motcua.database.BackupFolder;
import vn.motcua.database.DataFolder;
import vn.motcua.database.DiskFlush;
import vn.motcua.database.DiskSpace;
import vn.motcua.database.LocalServer;
import vn.motcua.database.OwnerOnly;
import vn.motcua.database.Recovery;

/**
 * Makes a new data folder out of a backup, as the old one was at a moment. It is made beside its place and moved there when
 * it is whole: what goes wrong leaves nothing behind, and the backup is only read.
 */
final class Restore {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long PROGRAMS_AND_ROOM = 400;

    private final BackupFolder from;
    private final Path target;
    private final Path half;

    Restore(BackupFolder from, Path target) {
        this.from = from;
        this.target = target.toAbsolutePath().normalize();
        this.half = this.target.resolveSibling(this.target.getFileName() + ".restoring");
    }

    /**
     * What came back.
     *
     * @param moment as it was when
     * @param files how many uploaded files
     */
    record Restored(Instant moment, int files) {}

    /** Restores to that moment, or to the latest there is. */
    Restored to(Optional<Instant> wanted) throws IOException, SQLException {
        expectEmpty();
        var copies = Backups.copies(from);
        if (copies.isEmpty()) {
            throw new BackupRefused(Reason.NO_BACKUP, from.path());
        }
        var reach = Reach.of(from);
        var end = reach.map(Reach::until)
                .filter(it -> it.isAfter(copies.getLast().manifest().ended()))
                .orElse(copies.getLast().manifest().ended());
        var moment = wanted.orElse(end);
        if (moment.isBefore(copies.getFirst().manifest().ended())) {
            throw new BackupRefused(
                    Reason.TOO_EARLY,
                    Words.moment(moment),
                    Words.moment(copies.getFirst().manifest().ended()));
        }
        if (moment.isAfter(end)) {
            throw new BackupRefused(Reason.TOO_LATE, Words.moment(moment), Words.moment(end));
        }
        var copy = copies.stream()
                .filter(it -> !it.manifest().ended().isAfter(moment))
                .reduce((_, later) -> later)
                .orElseThrow();
        expectVersion(copy.manifest());
        var until = reach.map(it -> moment.isAfter(it.commits()) ? it.commits() : moment)
                .filter(it -> it.isAfter(copy.manifest().ended()));
        return restored(copy, moment, until);
    }

    /**
     * @param until how far the log is replayed; empty when the copy's own end is the moment
     */
    private Restored restored(Backups.Copy copy, Instant moment, Optional<Instant> until)
            throws IOException, SQLException {
        OwnerOnly.delete(half);
        var above = half.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        OwnerOnly.folder(half);
        try {
            DiskSpace.need(half, copy.manifest().size() / MEGABYTE + PROGRAMS_AND_ROOM);
            unpack(copy);
            int files = recover(until);
            DiskFlush.of(half);
            Files.deleteIfExists(target);
            Files.move(half, target);
            return new Restored(moment, files);
        } finally {
            OwnerOnly.delete(half);
        }
    }

    private void expectEmpty() throws IOException {
        if (Files.notExists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new BackupRefused(Reason.TARGET_NOT_EMPTY, target);
        }
        try (var inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new BackupRefused(Reason.TARGET_NOT_EMPTY, target);
            }
        }
    }

    private static void expectVersion(Manifest manifest) {
        if (manifest.dataVersion() > DataFolder.VERSION || !manifest.postgres().equals(LocalServer.MAJOR)) {
            throw new BackupRefused(
                    Reason.OTHER_VERSION,
                    "data " + manifest.dataVersion() + ", PostgreSQL " + manifest.postgres(),
                    "data " + DataFolder.VERSION + ", PostgreSQL " + LocalServer.MAJOR);
        }
    }

    private void unpack(Backups.Copy copy) throws IOException {
        for (var folder : copy.manifest().folders()) {
            OwnerOnly.folder(inHalf(folder));
        }
        for (var entry : copy.manifest().entries()) {
            var packed = WholeCopy.packed(copy.folder(), entry.path());
            if (Files.notExists(packed)) {
                throw new BackupRefused(Reason.DAMAGED, packed);
            }
            Packed.unpack(packed, inHalf(entry.path()), entry);
        }
    }

    /** A path of the list; one that leads out of the folder was never written by us. */
    private Path inHalf(String name) {
        var place = half.resolve(name).normalize();
        if (!place.startsWith(half)) {
            throw new BackupRefused(Reason.DAMAGED, name);
        }
        return place;
    }

    private int recover(Optional<Instant> until) throws IOException, SQLException {
        LocalServer server;
        try {
            server = Recovery.run(half.resolve("postgres"), from.log(), until);
        } catch (IOException e) {
            if (DiskSpace.isExhausted(e)) {
                throw e;
            }
            throw new BackupRefused(Reason.RECOVERY_FAILED, String.valueOf(e.getMessage()));
        }
        try (server) {
            return uploads(known(server));
        }
    }

    /** The uploaded files that the database knows at that moment. */
    private static List<String> known(LocalServer server) throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = server.superuser("motcua");
                var sql = connection.createStatement();
                var there = sql.executeQuery("select to_regclass('stored_file') is not null")) {
            there.next();
            if (!there.getBoolean(1)) {
                return names;
            }
            try (var rows = sql.executeQuery("select distinct file_id from stored_file order by file_id")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private int uploads(List<String> names) throws IOException {
        var store = OwnerOnly.folder(half.resolve("files"));
        for (var name : names) {
            var kept = UploadCopies.place(from.files(), name);
            UploadCopies.folders(store, name);
            if (Files.notExists(kept) || !Packed.copy(kept, UploadCopies.place(store, name), name)) {
                throw new BackupRefused(Reason.DAMAGED, kept);
            }
        }
        return names.size();
    }
}
