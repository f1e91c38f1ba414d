package vn.motcua.messaging;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.VietnamTime;

/**
 * What was written to somebody outside the program, and how far it came.
 *
 * @param address masked
 * @param queuedAt when it was to be sent
 * @param at when it came as far as it is; empty while it waits
 * @param why what went wrong last, in the words of the machine; empty for nothing
 */
public record Posted(
        Channel channel, String address, DeliveryState state, Instant queuedAt, Optional<Instant> at, String why) {

    /** The channel and the masked address. */
    public Phrase to() {
        return Phrase.of("messaging.posted.to." + channel, address);
    }

    /** How far it came, and when. */
    public Phrase said() {
        return Phrase.of("messaging.posted." + state, VietnamTime.moment(at.orElse(queuedAt)));
    }

    /** Whether it did not reach its address and will not by itself. */
    public boolean lost() {
        return state == DeliveryState.BOUNCED || state == DeliveryState.FAILED;
    }
}
