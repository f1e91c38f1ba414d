package vn.motcua.payment;

/** How far money is that belongs to no order. */
public enum TransferState {
    /** Nobody knows whose it is. */
    WAITING,
    /** Somebody wants it to end without an order; a second person has to agree. */
    PROPOSED,
    /** It was put to an order. */
    ASSIGNED,
    /** It is to go back to who sent it. */
    TO_GIVE_BACK,
    /** It went back. */
    GIVEN_BACK,
    /** It is kept as another income. */
    OTHER_INCOME
}
