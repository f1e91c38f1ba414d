package vn.motcua.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.shared.Refused;

/**
 * A package as a folder, so that it can live in a repository. Hidden files and those that are no YAML, a README for one, are
 * left alone by both ways. A symbolic link in it may lead anywhere on the machine: one that stands for a file is refused by both
 * ways, {@code PACKAGE_FILE_UNKNOWN}, and one that stands for a folder is not gone into, nor written into. The folder itself may be one.
 */
final class PackageFolder {

    private static final int DEEPEST = 2;

    private PackageFolder() {}

    /** The files of the package in that folder; refuses as {@link PackageArchive#read} does, and {@code PACKAGE_MISSING}. */
    static Map<String, String> read(Path folder) throws IOException {
        var found = new TreeMap<String, byte[]>();
        long left = PackageArchive.MOST_BYTES;
        for (var file : files(folder)) {
            left -= Files.size(file);
            if (left < 0) {
                throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
            }
            found.put(name(folder, file), Files.readAllBytes(file));
        }
        if (found.isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_MISSING);
        }
        return PackageArchive.texts(found);
    }

    /** Writes the package there. A file that an earlier package had and this one has not goes; nothing else is touched. */
    static void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var it : files.keySet()) {
            for (var place = Path.of(it); place != null; place = place.getParent()) {
                if (Files.isSymbolicLink(folder.resolve(place))) {
                    throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, it);
                }
            }
        }
        for (var file : files(folder)) {
            var name = name(folder, file);
            if (PackageCheck.known(name) && !files.containsKey(name)) {
                Files.delete(file);
            }
        }
        for (var it : files.entrySet()) {
            var file = folder.resolve(it.getKey());
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, it.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Refused(CatalogueRefusal.PACKAGE_MISSING);
        }
        var within = folder.toRealPath();
        try (var all = Files.walk(within, DEEPEST)) {
            var found = all.map(it -> folder.resolve(within.relativize(it)))
                    .filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS)
                            && !name(folder, it).startsWith(".")
                            && it.toString().toLowerCase(Locale.ROOT).endsWith(".yaml"))
                    .sorted()
                    .toList();
            for (var it : found) {
                if (!Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, name(folder, it));
                }
            }
            return found;
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
