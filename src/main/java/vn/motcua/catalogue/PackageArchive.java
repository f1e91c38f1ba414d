package vn.motcua.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.motcua.shared.Refused;

/**
 * A package as a ZIP: its YAML files, at the top or in one folder. The same files make the same bytes. What is no package is
 * refused whole: {@code PACKAGE_UNREADABLE}, {@code PACKAGE_TOO_LARGE}, {@code PACKAGE_FILE_UNKNOWN}, {@code PACKAGE_FILE_TWICE}.
 */
public final class PackageArchive {

    /** Bytes of text that a package may have in all. */
    public static final int MOST_BYTES = 4_000_000;

    private static final int MOST_FILES = 100;
    /** The earliest moment that a ZIP can say: when it was packed is nobody's concern. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackageArchive() {}

    /** The files out of what was sent under that name: a ZIP, or one YAML file by its own name. */
    public static Map<String, String> read(String name, byte[] content) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".yaml")) {
            return checked(new TreeMap<>(Map.of(name, text(name, content))));
        }
        return zip(new ByteArrayInputStream(content));
    }

    private static Map<String, String> zip(InputStream in) {
        var found = new TreeMap<String, String>();
        int left = MOST_BYTES;
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                var bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || found.size() == MOST_FILES) {
                    throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
                }
                if (found.put(entry.getName(), text(entry.getName(), bytes)) != null) {
                    throw new Refused(CatalogueRefusal.PACKAGE_FILE_TWICE, entry.getName());
                }
            }
        } catch (ZipException | IllegalArgumentException | EOFException e) {
            throw new Refused(CatalogueRefusal.PACKAGE_UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            throw new Refused(CatalogueRefusal.PACKAGE_UNREADABLE);
        }
        return checked(atTheTop(found));
    }

    /** Writes the package, each file by its name in one order. */
    public static void write(Map<String, String> files, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var file : new TreeMap<>(files).entrySet()) {
            var entry = new ZipEntry(file.getKey());
            entry.setTimeLocal(ALWAYS);
            zip.putNextEntry(entry);
            zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
    }

    /** The same as bytes. */
    static byte[] bytes(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try {
            write(files, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Without the folder in which all of it lies, as file managers pack it. */
    private static Map<String, String> atTheTop(Map<String, String> files) {
        var first = files.keySet().iterator().next();
        var folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.isEmpty() || files.keySet().stream().anyMatch(it -> !it.startsWith(folder))) {
            return files;
        }
        var out = new TreeMap<String, String>();
        files.forEach((name, text) -> out.put(name.substring(folder.length()), text));
        return out;
    }

    /** The same of files that were read already. */
    static Map<String, String> texts(Map<String, byte[]> files) {
        if (files.size() > MOST_FILES) {
            throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
        }
        var texts = new TreeMap<String, String>();
        files.forEach((name, content) -> texts.put(name, text(name, content)));
        return checked(texts);
    }

    private static Map<String, String> checked(Map<String, String> files) {
        files.keySet().stream()
                .filter(it -> !PackageCheck.known(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, it);
                });
        return files;
    }

    private static String text(String name, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refused(CatalogueRefusal.PACKAGE_TOO_LARGE);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, name);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refused(CatalogueRefusal.PACKAGE_FILE_UNKNOWN, name);
        }
    }
}
