package vn.motcua.document;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The name of a file's content: its SHA-256 in 64 small hexadecimal digits. Equal contents have equal ids, so a file is
 * stored once and cannot change under its id. Knowing an id gives no right to the file.
 *
 * @param sha256 64 digits, 0-9 and a-f
 */
public record FileId(String sha256) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** Anything but 64 small hexadecimal digits is an {@link IllegalArgumentException}. */
    public FileId {
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a file id: " + sha256);
        }
    }

    /** Reads the id as it stands in an address; {@link IllegalArgumentException} when it is none. */
    public static FileId of(String text) {
        return new FileId(text);
    }

    /** The id of a content with this SHA-256. */
    static FileId of(byte[] digest) {
        return new FileId(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return sha256;
    }
}
