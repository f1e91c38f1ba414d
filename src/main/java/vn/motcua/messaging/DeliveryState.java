package vn.motcua.messaging;

/** How far a message has come. */
public enum DeliveryState {
    /** To be carried, or to be tried again. */
    QUEUED,
    /** A carrier has taken it. */
    SENT,
    /** The carrier says that it arrived. */
    DELIVERED,
    /** There is no such address. */
    BOUNCED,
    /** Given up; somebody must look at it. */
    FAILED
}
