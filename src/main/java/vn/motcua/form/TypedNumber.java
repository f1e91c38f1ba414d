package vn.motcua.form;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as Vietnamese write it: points or spaces stand between thousands ({@code 15.000}), one comma divides ({@code 8,5}).
 * Every field for a number reads it so.
 */
public final class TypedNumber {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

    /** Thousands, all divided by the same. */
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}([., ])\\d{3}(\\1\\d{3})*");

    private static final Pattern WITH_COMMA =
            Pattern.compile("-?(\\d{1,12}|[1-9]\\d{0,2}([. ])\\d{3}(\\2\\d{3}){0,2}),\\d{1,6}");
    private static final Pattern WITH_POINT = Pattern.compile("-?\\d{1,12}\\.\\d{1,6}");

    /** Of any kind: our own pages write a hard one before the sign of the đồng, and people copy from them. */
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private TypedNumber() {}

    /** The digits of a whole number; empty for anything else. */
    public static Optional<String> whole(String typed) {
        var spaced = spaced(typed);
        var plain = GROUPED.matcher(spaced).matches() ? spaced.replaceAll("[., ]", "") : spaced;
        return WHOLE.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /**
     * The digits of a number, with a point before its decimals: one comma divides, also before three digits ({@code 1,234} is a
     * little more than one), and points or spaces stand between thousands ({@code 1.200}). A point that cannot stand there divides
     * too ({@code 85.5}). Empty for what is no number.
     */
    public static Optional<String> number(String typed) {
        var spaced = spaced(typed);
        if (WITH_COMMA.matcher(spaced).matches()) {
            return Optional.of(spaced.replaceAll("[. ]", "").replace(',', '.'));
        }
        var whole = whole(spaced);
        return whole.isPresent() || !WITH_POINT.matcher(spaced).matches() ? whole : Optional.of(spaced);
    }

    private static String spaced(String typed) {
        return SPACES.matcher(typed).replaceAll(" ").strip();
    }
}
