package vn.motcua.shared;

import java.util.Locale;

/**
 * An amount of money in whole đồng; the currency has no smaller unit in use.
 *
 * @param amount đồng, never negative
 */
public record Dong(long amount) {

    /** Nothing to pay. */
    public static final Dong ZERO = new Dong(0);

    /** Refuses a negative amount: what flows back is a refund, not a negative fee. */
    public Dong {
        if (amount < 0) {
            throw new IllegalArgumentException("negative amount: " + amount);
        }
    }

    /** The sum of both. */
    public Dong plus(Dong other) {
        return new Dong(Math.addExact(amount, other.amount));
    }

    /** Written as people write it, e.g. {@code 8.000 ₫} with a space that does not break. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.') + "\u00a0₫";
    }
}
