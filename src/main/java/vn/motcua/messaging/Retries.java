package vn.motcua.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When something that did not go through is tried again: twice as long each time, two hours at most. */
final class Retries {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(2);

    private Retries() {}

    /** How long after that many attempts. */
    static Duration waitAfter(int attempts) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** When again; empty when that would be after it is given up. */
    static Optional<Instant> again(int attempts, Instant now, Instant giveUpAt) {
        var next = now.plus(waitAfter(attempts));
        return next.isAfter(giveUpAt) ? Optional.empty() : Optional.of(next);
    }
}
