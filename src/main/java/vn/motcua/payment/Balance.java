package vn.motcua.payment;

import vn.motcua.shared.Dong;

/**
 * What was collected less what was given up again, in whole đồng; in a period it can be less than nothing.
 *
 * @param amount đồng
 */
public record Balance(long amount) {

    /** Nothing moved. */
    static final Balance ZERO = new Balance(0);

    /** Both together. */
    public Balance plus(Balance other) {
        return new Balance(Math.addExact(amount, other.amount));
    }

    /** Written as people write it, with a minus sign before what is less than nothing. */
    @Override
    public String toString() {
        return (amount < 0 ? "\u2212" : "") + new Dong(Math.abs(amount));
    }
}
