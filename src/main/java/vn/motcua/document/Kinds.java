package vn.motcua.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/** Reads from its first bytes what a file is, and finds the word for what it is when it is not accepted. */
final class Kinds {

    private static final MimeTypes KNOWN = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-coredump",
            "application/java-vm",
            "application/x-sh",
            "application/x-bat",
            "text/x-python",
            "text/x-perl",
            "application/javascript",
            "text/javascript");
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-rar-compressed",
            "application/x-7z-compressed",
            "application/x-tar",
            "application/x-gtar",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/zstd",
            "application/java-archive");
    private static final Set<String> OFFICE = Set.of(
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/msword",
            "application/rtf",
            "application/vnd.ms-excel",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet");

    private Kinds() {}

    /** The kind, or a refusal that says what the file really is. */
    static FileKind of(Path file) throws IOException {
        MediaType type;
        try (var content = new BufferedInputStream(Files.newInputStream(file), 65_536)) {
            content.mark(16);
            var start = new String(content.readNBytes(8), StandardCharsets.ISO_8859_1);
            content.reset();
            // Readers look for the mark of a PDF in the first kilobyte, so a web page could begin it; ours begins with
            // it.
            if (start.startsWith("%PDF-")) {
                return FileKind.PDF;
            }
            type = KNOWN.detect(content, new Metadata());
        }
        return switch (type.getBaseType().toString()) {
            case "image/jpeg" -> FileKind.JPEG;
            case "image/png" -> FileKind.PNG;
            case "image/heic", "image/heif" -> FileKind.HEIC;
            case String other -> throw new Refused(DocumentRefusal.FILE_TYPE_NOT_ALLOWED, word(other));
        };
    }

    private static Phrase word(String type) {
        var subtype = type.substring(type.indexOf('/') + 1);
        if (subtype.startsWith("x-msdownload") || subtype.startsWith("x-dosexec")) {
            return Phrase.of("document.kind.exe");
        }
        if (PROGRAMS.contains(type) || subtype.startsWith("x-mach-o")) {
            return Phrase.of("document.kind.program");
        }
        if (ARCHIVES.contains(type)) {
            return Phrase.of("document.kind.archive");
        }
        if (OFFICE.contains(type)) {
            return Phrase.of("document.kind.office");
        }
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> Phrase.of("document.kind.web");
            case "application/pdf" -> Phrase.of("document.kind.mixed");
            case "application/octet-stream" -> Phrase.of("document.kind.unknown");
            case String t
            when t.startsWith("image/") ->
                Phrase.of(
                        "document.kind.image", subtype.replaceFirst("\\+.*", "").toUpperCase(Locale.ROOT));
            case String t
            when t.startsWith("video/") || t.equals("application/mp4") -> Phrase.of("document.kind.video");
            case String t when t.startsWith("audio/") -> Phrase.of("document.kind.audio");
            case String t when t.startsWith("text/") || t.endsWith("xml") -> Phrase.of("document.kind.text");
            case String t -> Phrase.of("document.kind.other", t);
        };
    }
}
