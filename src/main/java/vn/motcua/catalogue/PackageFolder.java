package vn.motcua.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.shared.Refused;

/**
 * A package as a folder, so that it can live in a repository. Hidden files and those that are no YAML, a README for one, are
 * left alone by both ways.
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
        try (var all = Files.walk(folder, DEEPEST)) {
            return all.filter(it -> Files.isRegularFile(it)
                            && !name(folder, it).startsWith(".")
                            && it.toString().toLowerCase(Locale.ROOT).endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
