package vn.motcua.payment;

import vn.motcua.catalogue.FeeRule;

/** The accounts of the ledger. Debits are written as more, credits as less; the sum of all accounts is zero at any moment. */
public enum LedgerAccount {
    /** Cash at the counters (tiền mặt). */
    CASH,
    /** What the counters' card terminals took and their bank hands on. */
    CARD,
    /** On the account at the bank (tiền gửi). */
    BANK,
    /** What the gateway took and hands on to the bank. */
    GATEWAY,
    /** Fees (phí) collected. */
    FEES,
    /** Charges (lệ phí) collected. */
    CHARGES,
    /** Taxes and other duties by notice, collected for the treasury. */
    DUTIES,
    /** Money that does not belong here and has to be paid back. */
    TO_PAY_BACK,
    /** Money of which nobody knows yet whose it is. */
    UNIDENTIFIED,
    /** Money that was nobody's and is kept as another income (thu khác). */
    OTHER_INCOME,
    /** Money that is recorded and did not come (thiếu chờ xử lý). */
    SHORTAGE;

    /** What was collected of that kind. */
    static LedgerAccount collected(FeeRule.Kind kind) {
        return switch (kind) {
            case FEE -> FEES;
            case CHARGE -> CHARGES;
            case TAX -> DUTIES;
        };
    }
}
