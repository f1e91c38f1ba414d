package vn.motcua.form;

import vn.motcua.shared.Dong;

/** A compiled amount of money. */
@FunctionalInterface
public interface Amount {

    /**
     * Whole đồng, half a đồng rounded up. What hangs on an answer that is not given, or comes out below nothing, is nothing
     * to pay.
     */
    Dong of(Situation situation);
}
