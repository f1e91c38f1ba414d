package vn.motcua.mandate;

import java.time.Instant;

/** Where a mandate stands, with the facts that are true then. That its days are over is not stored: the time says it. */
public sealed interface MandateState {

    /**
     * Asked for and not answered.
     *
     * @param expires from this moment on it cannot be answered any more
     */
    record Asked(Instant expires) implements MandateState {}

    /** Given. */
    record Given(Instant at) implements MandateState {}

    /**
     * Refused.
     *
     * @param reason what was said to it; may be empty
     */
    record Refused(Instant at, String reason) implements MandateState {}

    /** Given, and ended before its last day. */
    record Revoked(Instant given, Instant at) implements MandateState {}

    /** The same as one word, the time told. */
    enum Word {
        ASKED,
        GIVEN,
        REFUSED,
        REVOKED,
        LAPSED
    }
}
