package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import vn.motcua.database.StartRefused.Reason;

/**
 * Everything that the program keeps outside an external database: its own PostgreSQL, uploaded files, secrets. One
 * running program at a time holds it, by a lock that the operating system lets go when the process dies.
 */
public final class DataFolder implements AutoCloseable {

    /** The layout that this program writes. A folder with a higher number belongs to a newer program. */
    public static final int VERSION = 1;

    private static final String VERSION_FILE = "version";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder for this program, making it if it is not there; {@link StartRefused} when it cannot be had. */
    public static DataFolder claim(Path wanted) {
        var path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            if (!Files.isWritable(path)) {
                throw new StartRefused(Reason.DATA_FOLDER_NOT_WRITABLE, path);
            }
            refuseNewer(path);
            var lock = lock(path);
            try {
                noteVersion(path);
            } catch (IOException e) {
                lock.close();
                throw e;
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw refusal(path, e);
        }
    }

    /** What is said when something could not be written there. */
    static StartRefused refusal(Path path, IOException failure) {
        return DiskSpace.isExhausted(failure)
                ? new StartRefused(Reason.DISK_FULL, path, DiskSpace.TO_START)
                : new StartRefused(Reason.DATA_FOLDER_NOT_WRITABLE, path);
    }

    /** Written once, beside its place and then moved there whole: a start that is cut off leaves what was there. */
    private static void noteVersion(Path path) throws IOException {
        var file = path.resolve(VERSION_FILE);
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        var half = path.resolve(VERSION_FILE + ".new");
        try (var out = FileChannel.open(
                half, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(StandardCharsets.US_ASCII.encode(VERSION + "\n"));
            out.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An empty file was begun by a program that was cut off and says nothing. */
    private static void refuseNewer(Path path) throws IOException {
        var file = path.resolve(VERSION_FILE);
        if (Files.notExists(file) || Files.size(file) == 0) {
            return;
        }
        var found = Files.readString(file).strip();
        if (!found.matches("\\d{1,6}") || Integer.parseInt(found) > VERSION) {
            throw new StartRefused(Reason.DATA_FOLDER_NEWER, path, found, VERSION);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel =
                FileChannel.open(path.resolve("motcua.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused(Reason.DATA_FOLDER_IN_USE, path);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** A folder in it for one purpose, made when asked for, readable by its owner only. */
    public Path folder(String name) {
        try {
            return OwnerOnly.folder(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets another program have it. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
