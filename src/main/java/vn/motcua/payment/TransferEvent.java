package vn.motcua.payment;

/** What happens to money that belongs to no order. */
public enum TransferEvent {
    /** A statement has it. */
    FOUND,
    /** It is for an order. */
    ASSIGNED,
    /** Somebody wants it to end without one. */
    PROPOSED,
    /** A second person does not agree, and it waits again. */
    REFUSED,
    /** A second person agrees. */
    AGREED,
    /** It went back. */
    GIVEN_BACK
}
