package vn.motcua.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tukaani.xz.XZInputStream;
import vn.motcua.database.StartRefused.Reason;

/** The PostgreSQL programs that come with this one as a {@code .txz}, unpacked once into the data folder. */
final class PostgresBinaries {

    private static final long UNPACKED_MEGABYTES = 150;

    private PostgresBinaries() {}

    /** Where the programs lie ({@code bin}, {@code lib}, {@code share}), after unpacking them if that was not yet done. */
    static Path in(Path folder) throws IOException {
        var packed = packed();
        var home = folder.resolve("programs-" + fingerprint(packed));
        if (Files.isDirectory(home)) {
            return home;
        }
        DiskSpace.need(folder, UNPACKED_MEGABYTES);
        var half = folder.resolve("programs.unpacking");
        OwnerOnly.delete(half);
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed.getInputStream()))) {
            unpack(tar, half);
        }
        Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        return home;
    }

    private static Resource packed() throws IOException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:postgres-*.txz");
        if (found.length == 0) {
            throw new StartRefused(
                    Reason.DATABASE_WILL_NOT_START, "no PostgreSQL for this kind of machine in the program");
        }
        return found[0];
    }

    /** Another version of the programs has another checksum in its jar, and so another folder. */
    private static String fingerprint(Resource packed) throws IOException {
        if (packed.getURL().openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(packed.contentLength());
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("leads out of the folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(parent(file));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                copy(tar, file, (entry.getMode() & 0100) != 0);
            }
        }
    }

    private static Path parent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent == null) {
            throw new IOException("has no folder: " + file);
        }
        return parent;
    }

    private static void copy(InputStream content, Path file, boolean executable) throws IOException {
        Files.copy(content, file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
