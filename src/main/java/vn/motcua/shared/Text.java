package vn.motcua.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Vietnamese text as it comes in and as it is searched. The same letters exist composed (NFC) and decomposed (NFD,
 * typed on iOS and macOS); we keep NFC, and compare without marks.
 */
public final class Text {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Control characters but tab and line ends; marks that turn the reading direction; zero-width characters. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private Text() {}

    /** What somebody typed, composed (NFC), without invisible and direction-turning characters, trimmed. */
    public static String clean(String typed) {
        return INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
    }

    /** For comparing and searching: lower case, no marks, đ as d; {@code "Giấy Khai Sinh"} is {@code "giay khai sinh"}. */
    public static String fold(String text) {
        var plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
    }
}
