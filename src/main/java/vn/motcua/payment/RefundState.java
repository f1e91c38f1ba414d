package vn.motcua.payment;

/** How far a refund (hoàn trả) is. */
public enum RefundState {
    /** Somebody asks for it. */
    PROPOSED,
    /** A second person did not agree. */
    REFUSED,
    /** A second person agreed; the money is still here. */
    APPROVED,
    /** The gateway was told to pay it back, and has not said that it did. */
    SENT,
    /** The gateway does not pay it back; somebody has to, in another way. */
    FAILED,
    /** The money went back. */
    PAID_BACK
}
