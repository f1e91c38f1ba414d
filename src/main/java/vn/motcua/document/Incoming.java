package vn.motcua.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** The folder for contents on their way in, on the same disk as the store. What a killed program left is swept away. */
final class Incoming {

    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path folder;

    Incoming(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** A new empty file, readable by this program alone; closing it removes it if it still lies here. */
    Arriving file() throws IOException {
        var path = folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(
                        folder,
                        "in-",
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "in-", ".part");
        return new Arriving(path);
    }

    /** Removes what has lain here for more than a day. */
    void sweep(Instant now) throws IOException {
        try (var left = Files.newDirectoryStream(folder, "in-*.part")) {
            for (var path : left) {
                if (Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(ABANDONED))) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** A file on its way in. */
    record Arriving(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
