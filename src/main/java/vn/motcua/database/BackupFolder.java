package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.database.StartRefused.Reason;

/**
 * Where the backups of one data folder go: whole copies in {@code base}, the database's log in {@code wal}, uploaded files
 * in {@code files}. It belongs to that data folder alone, as two logs in one folder would spoil each other; readable by its
 * owner only, since it holds everybody's data and the keys.
 *
 * @param path where it is
 */
public record BackupFolder(Path path) {

    private static final String OWNER = "owner";

    /** Which file of a data folder says who it is; a restored folder gets another. */
    public static final String IDENTITY = "backup-id";

    /** Takes the folder for the backups of that data folder, making it if it is not there. */
    public static BackupFolder claim(Path wanted, Path data) {
        var path = wanted.toAbsolutePath().normalize();
        if (path.startsWith(data.toAbsolutePath().normalize())) {
            throw new StartRefused(Reason.BACKUP_FOLDER_INSIDE, path, data);
        }
        try {
            var above = path.getParent();
            if (above != null) {
                Files.createDirectories(above);
            }
            var folder = new BackupFolder(OwnerOnly.folder(path));
            folder.expect(identity(data));
            OwnerOnly.folder(folder.base());
            OwnerOnly.folder(folder.log());
            OwnerOnly.folder(folder.files());
            return folder;
        } catch (IOException e) {
            throw new StartRefused(Reason.BACKUP_FOLDER_NOT_WRITABLE, path);
        }
    }

    /** The backups that lie there, of whichever data folder; empty when there are none. */
    public static Optional<BackupFolder> at(Path path) {
        var folder = new BackupFolder(path.toAbsolutePath().normalize());
        return Files.exists(folder.path.resolve(OWNER)) ? Optional.of(folder) : Optional.empty();
    }

    private void expect(String identity) throws IOException {
        var owner = path.resolve(OWNER);
        if (Files.notExists(owner)) {
            try (var inside = Files.list(path)) {
                if (inside.findAny().isPresent()) {
                    throw new StartRefused(Reason.BACKUP_FOLDER_OF_ANOTHER, path);
                }
            }
            OwnerOnly.write(owner, identity + "\n");
        } else if (!Files.readString(owner).strip().equals(identity)) {
            throw new StartRefused(Reason.BACKUP_FOLDER_OF_ANOTHER, path);
        }
    }

    private static String identity(Path data) throws IOException {
        var file = data.resolve(IDENTITY);
        if (Files.notExists(file)) {
            OwnerOnly.write(file, UUID.randomUUID() + "\n");
        }
        return Files.readString(file).strip();
    }

    /** The whole copies, one folder each. */
    public Path base() {
        return path.resolve("base");
    }

    /** The database's write-ahead log. */
    public Path log() {
        return path.resolve("wal");
    }

    /** The uploaded files, by their content's hash. */
    public Path files() {
        return path.resolve("files");
    }
}
