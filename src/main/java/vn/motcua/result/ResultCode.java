package vn.motcua.result;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.shared.Sha256;

/**
 * The short code on a result by which anybody who has the paper checks it. Twelve characters that can be read aloud (no 0 or
 * O, no 1 or I): 60 random bits, behind a throttle.
 */
public record ResultCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.\\-–]+");

    /** Refuses anything but twelve characters of the alphabet; that is a bug, {@link #typed} is for people. */
    public ResultCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a result: " + value);
        }
    }

    /** A new one. */
    static ResultCode random(SecureRandom source) {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
        }
        return new ResultCode(code.toString());
    }

    /** The code as somebody typed it, with or without spaces and dashes, in small or capital letters; empty when it is none. */
    public static Optional<ResultCode> typed(String text) {
        var plain = BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(plain).matches() ? Optional.of(new ResultCode(plain)) : Optional.empty();
    }

    /** In groups of four, as it is printed and read out. */
    public String grouped() {
        return value.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** What the national directory keeps in its place. */
    byte[] digest() {
        return digest(value.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] digest(byte[] content) {
        return Sha256.of(content);
    }
}
