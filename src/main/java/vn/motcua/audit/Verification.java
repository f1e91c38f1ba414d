package vn.motcua.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Shows the log of the current tenant, as it lies in the database, to a {@link ChainCheck}. */
final class Verification {

    private static final int AT_ONCE = 500;

    private Verification() {}

    /**
     * Checks all of it.
     *
     * @param signer fingerprint of the only certificate whose signatures count, empty to accept any
     * @param published days as they were published elsewhere
     */
    static ChainCheck.Result of(AuditLog log, Optional<Hash> signer, Collection<SignedDay> published, Instant now) {
        var check = new ChainCheck(signer);
        var first = log.segmentsAfter(0, 1).stream().findFirst();
        check.fromTheBeginning(first);
        long until = 0;
        var some = log.segmentsAfter(0, AT_ONCE);
        while (!some.isEmpty()) {
            for (var segment : some) {
                check.segment(segment, log.records(segment.from(), segment.until(), Integer.MAX_VALUE));
                until = segment.until();
            }
            some = log.segmentsAfter(some.getLast().no(), AT_ONCE);
        }
        var waiting = log.records(until, Long.MAX_VALUE, AT_ONCE);
        check.unsealed(waiting.size(), waiting.stream().findFirst().map(AuditRecord::at), now);
        log.days().forEach(check::day);
        published.forEach(check::published);
        return check.result();
    }
}
