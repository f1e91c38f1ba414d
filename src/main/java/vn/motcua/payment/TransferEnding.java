package vn.motcua.payment;

/** How money ends that belongs to no order. */
public enum TransferEnding {
    /** It goes back to who sent it. */
    GIVE_BACK,
    /** It is kept as another income. */
    OTHER_INCOME
}
