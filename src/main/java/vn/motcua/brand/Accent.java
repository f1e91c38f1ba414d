package vn.motcua.brand;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.shared.Refused;

/**
 * A colour that people can read: white on it and it on every light ground of ours have a contrast of at least {@value
 * #LEAST} to 1, counted as WCAG 2.2 counts (1.4.3), or it does not come into being.
 *
 * @param word by which it is chosen
 * @param rgb the colour of links and buttons, 24 bits
 */
public record Accent(String word, int rgb) {

    /** The least contrast of text. */
    public static final double LEAST = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int WHITE = 0xFFFFFF;
    private static final int BLACK = 0;
    /** The ground of our pages, and of the heads of tables. */
    private static final int[] GROUNDS = {0xFBFAF6, 0xF3F5F2};

    /** Refuses a colour on which or with which text cannot be read. */
    public Accent {
        var base = rgb;
        var least = Math.min(contrast(base, WHITE), contrast(mix(base, WHITE, 0.85), base));
        for (int ground : GROUNDS) {
            least = Math.min(least, contrast(base, ground));
        }
        if (least < LEAST) {
            throw new Refused(BrandRefusal.ACCENT_TOO_LIGHT, word, least, LEAST);
        }
    }

    /** The colour written as {@code #0B5A5C}. */
    public static Accent of(String word, String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new Refused(BrandRefusal.ACCENT_UNKNOWN, word);
        }
        return new Accent(word, Integer.parseInt(hex.substring(1), 16));
    }

    /** White on it. */
    public double contrast() {
        return contrast(rgb, WHITE);
    }

    /** As it is written in style sheets. */
    public String hex() {
        return hex(rgb);
    }

    /** What its style sheet is called by: another colour is another. */
    String version() {
        return hex().substring(1);
    }

    /** The colours of our style sheet made of this one. */
    String style() {
        return ":root{--teal-900:%s;--teal-700:%s;--teal-600:%s;--teal-200:%s;--teal-100:%s;--teal-50:%s}\n"
                .formatted(
                        hex(mix(rgb, BLACK, 0.32)),
                        hex(rgb),
                        hex(mix(rgb, WHITE, 0.05)),
                        hex(mix(rgb, WHITE, 0.74)),
                        hex(mix(rgb, WHITE, 0.85)),
                        hex(mix(rgb, WHITE, 0.93)));
    }

    static double contrast(int one, int other) {
        double brighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int part) {
        double it = (part & 0xFF) / 255.0;
        return it <= 0.04045 ? it / 12.92 : Math.pow((it + 0.055) / 1.055, 2.4);
    }

    private static int mix(int one, int other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = ((one >> shift) & 0xFF) * (1 - share) + ((other >> shift) & 0xFF) * share;
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }

    private static String hex(int rgb) {
        return "#%06X".formatted(rgb & WHITE).toUpperCase(Locale.ROOT);
    }
}
