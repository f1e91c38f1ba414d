package vn.motcua.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import vn.motcua.shared.Sha256;

/**
 * A SHA-256 value.
 *
 * @param hex its 64 hexadecimal digits, small letters
 */
public record Hash(@JsonValue String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** What stands before the first of a chain. */
    public static final Hash NOTHING = new Hash("0".repeat(64));

    /** Refuses what is not 64 hexadecimal digits. */
    @JsonCreator
    public Hash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256 value: " + hex);
        }
    }

    /** From its 32 bytes. */
    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** Of a text in UTF-8. */
    public static Hash ofText(String text) {
        return sum(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of these bytes, one part after the other. */
    static Hash sum(byte[]... parts) {
        var digest = Sha256.begin();
        for (var part : parts) {
            digest.update(part);
        }
        return of(digest.digest());
    }

    /** Its 32 bytes. */
    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
