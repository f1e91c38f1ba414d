package vn.motcua.document;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import vn.motcua.shared.Refused;

/**
 * Measures, before a PDF is opened, what opening it would unpack: its object and cross-reference streams. A kilobyte can
 * unpack to a gigabyte; a library that unpacks first and counts afterwards would take the program with it. Pages and
 * images are not unpacked by our check and so not measured.
 */
final class PdfStreams {

    private static final long MOST_UNPACKED = 64L << 20;
    private static final int LONGEST_DICTIONARY = 8_192;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern PLAIN_FILTER =
            Pattern.compile("/Filter\\s*(\\[\\s*/FlateDecode\\s*]|/FlateDecode)(?=[\\s/>])");
    private static final Pattern WIDE_ROWS = Pattern.compile("/(Columns|Colors|BitsPerComponent)\\s*\\d{5,}");

    private final MappedByteBuffer bytes;
    private final byte[] unpacked = new byte[65_536];
    private long left = MOST_UNPACKED;

    private PdfStreams(MappedByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Refuses an encrypted file, and one whose structure unpacks to more than 64 MB or is packed in unusual ways. */
    static void refuseBombs(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            new PdfStreams(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).measure();
        }
    }

    private void measure() {
        if (find(ENCRYPT, 0) >= 0) {
            throw new Refused(DocumentRefusal.PDF_ENCRYPTED);
        }
        for (var at = find(STREAM, 0); at >= 0; at = find(STREAM, at + STREAM.length)) {
            var before = text(Math.max(0, at - LONGEST_DICTIONARY), at);
            if (before.endsWith("end")) {
                continue;
            }
            var start = before.lastIndexOf("obj");
            if (start < 0 && Character.isWhitespace(bytes.get(Math.min(at + STREAM.length, bytes.limit() - 1)))) {
                throw new Refused(DocumentRefusal.PDF_TOO_COMPLEX);
            }
            var dictionary = unescaped(before.substring(Math.max(0, start)));
            if (STRUCTURE.matcher(dictionary).find()) {
                measure(dictionary, at + STREAM.length);
            } else if (STRUCTURE.matcher(unescaped(before)).find()) {
                // What looks like the start of an object may be a word inside its dictionary.
                inflate(at + STREAM.length, true);
            }
        }
    }

    /** Names with their escapes resolved: {@code /Obj#53tm} is {@code /ObjStm}. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(it.group(1), 16))));
    }

    private void measure(String dictionary, int at) {
        if (WIDE_ROWS.matcher(dictionary).find()) {
            throw new Refused(DocumentRefusal.PDF_TOO_COMPLEX);
        }
        if (!dictionary.contains("/Filter")) {
            return;
        }
        if (!PLAIN_FILTER.matcher(dictionary).find()) {
            throw new Refused(DocumentRefusal.PDF_TOO_COMPLEX);
        }
        inflate(at, false);
    }

    private void inflate(int at, boolean perhaps) {
        var start = at;
        while (start < bytes.limit() && (bytes.get(start) == '\r' || bytes.get(start) == '\n')) {
            start++;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes.slice(start, bytes.limit() - start));
            var n = inflater.inflate(unpacked);
            while (n > 0) {
                left -= n;
                if (left < 0) {
                    throw new Refused(DocumentRefusal.PDF_TOO_COMPLEX);
                }
                n = inflater.inflate(unpacked);
            }
        } catch (DataFormatException e) {
            if (!perhaps) {
                throw (Refused) new Refused(DocumentRefusal.FILE_BROKEN).initCause(e);
            }
        } finally {
            inflater.end();
        }
    }

    private int find(byte[] word, int from) {
        for (var i = from; i <= bytes.limit() - word.length; i++) {
            var k = 0;
            while (k < word.length && bytes.get(i + k) == word[k]) {
                k++;
            }
            if (k == word.length) {
                return i;
            }
        }
        return -1;
    }

    private String text(int from, int to) {
        var part = new byte[to - from];
        bytes.get(from, part);
        return new String(part, StandardCharsets.ISO_8859_1);
    }
}
