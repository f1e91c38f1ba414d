package vn.motcua.mandate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short code under which a question waits for its answer: ten letters and digits without 0, O, 1 and I, fifty random
 * bits, good for minutes and for one answer.
 */
public record ConsentCode(String value) {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final Pattern WRITTEN = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

    static ConsentCode random(SecureRandom random) {
        return new ConsentCode(random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (it, letter) -> it.append(LETTERS.charAt(letter)), StringBuilder::append)
                .toString());
    }

    /** The code as somebody typed it: case, blanks and dashes do not matter. */
    public static Optional<ConsentCode> typed(String text) {
        var bare = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return WRITTEN.matcher(bare).matches() ? Optional.of(new ConsentCode(bare)) : Optional.empty();
    }

    /** In two groups, to be read aloud. */
    public String grouped() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }
}
