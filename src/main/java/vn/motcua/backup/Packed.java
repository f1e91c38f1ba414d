package vn.motcua.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import vn.motcua.database.DiskFlush;
import vn.motcua.shared.Sha256;

/** Files on their way into a backup and back: hashed as they are read; {@link DiskFlush} before anybody relies on them. */
final class Packed {

    private static final int CHUNK = 1 << 16;
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    private Packed() {}

    /**
     * What was read.
     *
     * @param sha256 hexadecimal
     * @param size in bytes
     */
    record Content(String sha256, long size) {}

    /** Packs a file with gzip into a new one. */
    static Content pack(Path from, Path to) throws IOException {
        try (var in = Files.newInputStream(from);
                var channel = create(to);
                var out = new GZIPOutputStream(Channels.newOutputStream(channel), CHUNK)) {
            return pour(in, out);
        }
    }

    /** Unpacks into a new file; {@link BackupRefused} when it is not what it was. */
    static void unpack(Path from, Path to, Entry expected) throws IOException {
        try (var in = open(from);
                var channel = create(to)) {
            var content = pour(in, Channels.newOutputStream(channel));
            if (!content.sha256().equals(expected.sha256())) {
                throw new BackupRefused(BackupRefused.Reason.DAMAGED, from);
            }
        } catch (ZipException | EOFException e) {
            throw new BackupRefused(BackupRefused.Reason.DAMAGED, from);
        }
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(expected.rights()));
    }

    /** What is packed in it; a {@link ZipException} or {@link EOFException} when it is no whole gzip file. */
    static Content inside(Path packed) throws IOException {
        try (var in = open(packed)) {
            return pour(in, OutputStream.nullOutputStream());
        }
    }

    /** What it holds. */
    static Content of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return pour(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies an uploaded file to its place, if its content is what its name says. */
    static boolean copy(Path from, Path to, String sha256) throws IOException {
        var half = to.resolveSibling(to.getFileName() + ".new");
        Files.deleteIfExists(half);
        try (var in = Files.newInputStream(from);
                var channel = create(half)) {
            if (!pour(in, Channels.newOutputStream(channel)).sha256().equals(sha256)) {
                Files.delete(half);
                return false;
            }
            channel.force(true);
        }
        Files.move(half, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    static String sha256(String text) {
        return Sha256.hex(text);
    }

    private static InputStream open(Path packed) throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(packed), CHUNK);
        try {
            return new GZIPInputStream(raw, CHUNK);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWN));
    }

    private static Content pour(InputStream in, OutputStream out) throws IOException {
        var digest = Sha256.begin();
        var size = in.transferTo(new DigestOutputStream(out, digest));
        return new Content(HexFormat.of().formatHex(digest.digest()), size);
    }
}
