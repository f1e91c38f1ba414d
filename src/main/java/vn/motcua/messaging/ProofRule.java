package vn.motcua.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** How often a confirmation may be sent, how long it holds, how often it may be tried. Pure. */
final class ProofRule {

    /** In a day, to one account on one channel. */
    static final int MOST_A_DAY = 5;

    /** Wrong tries; then it is void. */
    static final int MOST_TRIES = 5;

    private static final Duration APART = Duration.ofSeconds(60);
    private static final Duration CODE_HOLDS = Duration.ofMinutes(15);
    private static final Duration LINK_HOLDS = Duration.ofHours(24);

    private ProofRule() {}

    /** What was sent to an account on a channel last. */
    record Last(Instant sentAt, LocalDate sentOn, int sent, int tries) {}

    /** The how manieth of the day the next one is; refuses one too many or too soon. */
    static int next(Optional<Last> last, Instant now) {
        if (last.filter(it -> now.isBefore(it.sentAt().plus(APART))).isPresent()) {
            throw new Refused(ContactRefusal.CONFIRMATION_TOO_SOON, APART.toSeconds());
        }
        int today = last.filter(it -> it.sentOn().equals(VietnamTime.dayOf(now)))
                .map(Last::sent)
                .orElse(0);
        if (today >= MOST_A_DAY) {
            throw new Refused(ContactRefusal.CONFIRMATION_TOO_OFTEN, MOST_A_DAY);
        }
        return today + 1;
    }

    /** Whether it can still be proved with. */
    static boolean holds(Channel channel, Last last, Instant now) {
        var holds = switch (channel) {
            case EMAIL -> LINK_HOLDS;
            case SMS -> CODE_HOLDS;
        };
        return last.tries() < MOST_TRIES && now.isBefore(last.sentAt().plus(holds));
    }
}
