package vn.motcua.payment;

/** What happens to a refund. */
enum RefundEvent {
    PROPOSED,
    REFUSED,
    APPROVED,
    /** The gateway is told; again, when it never heard of it. */
    SENT,
    /** The gateway does not do it. */
    FAILED,
    PAID_BACK
}
