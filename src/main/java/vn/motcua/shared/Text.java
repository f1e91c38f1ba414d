package vn.motcua.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Vietnamese text as it comes in and as it is searched. The same letters exist composed (NFC) and decomposed (NFD,
 * typed on iOS and macOS); we keep NFC, and compare without marks.
 */
public final class Text {

    private Text() {}

    /** What somebody typed, composed (NFC), without invisible and direction-turning characters, trimmed. */
    public static String clean(String typed) {
        return without(Normalizer.normalize(typed, Normalizer.Form.NFC), Text::invisible)
                .strip();
    }

    /** For comparing and searching: lower case, no marks, đ as d; {@code "Giấy Khai Sinh"} is {@code "giay khai sinh"}. */
    public static String fold(String text) {
        var plain = without(Normalizer.normalize(text, Normalizer.Form.NFD), Text::mark);
        return plain.toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
    }

    /** Control characters but tab and line ends; marks that turn the reading direction; zero-width characters. */
    private static boolean invisible(int character) {
        return switch (character) {
            case '\t', '\n', '\r' -> false;
            case 0x061C, 0x2060, 0xFEFF -> true;
            default ->
                Character.isISOControl(character)
                        || (character >= 0x200B && character <= 0x200F)
                        || (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        };
    }

    private static boolean mark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Most texts hold none; all names of the catalogue come through here at every start. */
    private static String without(String text, IntPredicate unwanted) {
        if (text.codePoints().noneMatch(unwanted)) {
            return text;
        }
        return text.codePoints()
                .filter(unwanted.negate())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
