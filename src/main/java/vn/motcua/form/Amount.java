package vn.motcua.form;

import vn.motcua.shared.Dong;

/** A compiled amount of money. */
@FunctionalInterface
public interface Amount {

    /**
     * Whole đồng, half a đồng rounded up. What hangs on an answer that is not given is nothing to pay.
     *
     * @throws vn.motcua.shared.Refused with {@link AmountRefusal#AMOUNT_NOT_KNOWN} where the expression fails for any other reason or
     *     comes out below nothing: what cannot be told is never free
     */
    Dong of(Situation situation);
}
