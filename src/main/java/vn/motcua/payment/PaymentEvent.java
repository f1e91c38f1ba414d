package vn.motcua.payment;

/** What happens to a payment order; one for each edge of {@link PaymentGraph}. */
public enum PaymentEvent {
    /** It was made. */
    OPENED,
    /** The payer set out to the gateway. */
    ATTEMPTED,
    /** The gateway says that this attempt came to nothing. */
    FAILED,
    /** What was asked for came. */
    MONEY_CAME,
    /** Money came that does not belong here. */
    MONEY_MISPLACED,
    /** More money came for what has its money. */
    MONEY_CAME_AGAIN,
    /** Nothing came in time. */
    EXPIRED,
    /** It is not wanted any more. */
    CANCELLED,
    /** A cashier asks to pay back money that came for it. */
    REFUND_ASKED,
    /** A second person does not agree. */
    REFUND_REFUSED,
    /** A second person agrees. */
    REFUND_APPROVED,
    /** Some of the money went back. */
    PARTLY_PAID_BACK,
    /** All of what it was paid with went back. */
    PAID_BACK
}
