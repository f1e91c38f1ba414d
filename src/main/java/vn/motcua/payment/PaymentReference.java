package vn.motcua.payment;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The short word by which a payment is recognised in the text of a transfer: {@code MC}, eleven letters and digits that cannot be taken
 * for each other, and a check letter. It fits into the 25 letters of a VietQR purpose, and banks change none of its letters.
 *
 * @param value 14 capital letters and digits
 */
public record PaymentReference(String value) {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 11;
    private static final Pattern WORD = Pattern.compile("MC[2-9A-HJ-NP-Z]{12}");
    /** Banks put their own words before and behind, sometimes without a blank, and break long lines. */
    private static final Pattern BLANKS = Pattern.compile("[\\s.,/_-]+");

    /** Refuses what is no reference. */
    public PaymentReference {
        if (!valid(value)) {
            throw new IllegalArgumentException("no reference: " + value);
        }
    }

    /** The reference of an order: 55 bits of its id, of which the last are chance in every version in use. */
    public static PaymentReference of(UUID order) {
        long bits = order.getLeastSignificantBits() ^ (order.getMostSignificantBits() << 40);
        var word = new StringBuilder("MC");
        for (int at = 0; at < LENGTH; at++) {
            word.append(LETTERS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return new PaymentReference(word.append(check(word.substring(2))).toString());
    }

    /** The first reference in the text of a transfer, however it was written there. */
    public static Optional<PaymentReference> in(String text) {
        return first(text.toUpperCase(Locale.ROOT))
                .or(() -> first(BLANKS.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("")));
    }

    private static Optional<PaymentReference> first(String text) {
        var word = WORD.matcher(text);
        int from = 0;
        while (word.find(from)) {
            if (valid(word.group())) {
                return Optional.of(new PaymentReference(word.group()));
            }
            from = word.start() + 1;
        }
        return Optional.empty();
    }

    private static boolean valid(String word) {
        return WORD.matcher(word).matches() && check(word.substring(2, 2 + LENGTH)) == word.charAt(2 + LENGTH);
    }

    /** Luhn's rule to the base of 32: no single wrong letter, and nearly no two exchanged ones, go unnoticed. */
    private static char check(String letters) {
        int sum = 0;
        int factor = 2;
        for (int at = letters.length() - 1; at >= 0; at--) {
            int product = factor * LETTERS.indexOf(letters.charAt(at));
            sum += product / 32 + product % 32;
            factor = factor == 2 ? 1 : 2;
        }
        return LETTERS.charAt((32 - sum % 32) % 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
