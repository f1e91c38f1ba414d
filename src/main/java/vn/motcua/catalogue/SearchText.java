package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.shared.Text;

/** Text cut into words for searching. Vietnamese is written syllable by syllable, so neighbours matter: pairs count too. */
final class SearchText {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    /** The words, folded: lower case, no marks, đ as d. */
    static List<String> words(String text) {
        return cut(Text.fold(Text.clean(text)));
    }

    /** The words in lower case with their marks. */
    static List<String> accented(String text) {
        return cut(Text.clean(text).toLowerCase(Locale.ROOT));
    }

    /** Each two neighbours as one: {@code khai_sinh}. */
    static List<String> pairs(List<String> words) {
        var found = new ArrayList<String>();
        for (int i = 0; i + 1 < words.size(); i++) {
            found.add(words.get(i) + "_" + words.get(i + 1));
        }
        return found;
    }

    /**
     * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of the other,
     * at most {@code limit + 1}.
     */
    static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return Math.min(rows[one.length()][other.length()], limit + 1);
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }

    private static List<String> cut(String text) {
        return Arrays.stream(BETWEEN.split(text)).filter(it -> !it.isEmpty()).toList();
    }
}
