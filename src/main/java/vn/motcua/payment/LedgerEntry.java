package vn.motcua.payment;

import vn.motcua.shared.Dong;

/**
 * One movement of the ledger: that amount is more on one account and less on another, so that no entry can change the sum of all.
 *
 * @param debit where it is more
 * @param credit where it is less
 */
public record LedgerEntry(LedgerAccount debit, LedgerAccount credit, Dong amount) {

    /** Refuses a movement from an account to itself, and one of nothing. */
    public LedgerEntry {
        if (debit == credit || amount.equals(Dong.ZERO)) {
            throw new IllegalArgumentException("moves nothing: " + debit + " " + credit + " " + amount);
        }
    }
}
