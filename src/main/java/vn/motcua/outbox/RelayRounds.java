package vn.motcua.outbox;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Rounds;

/** Lets the relay go its rounds. */
@Component
class RelayRounds extends Rounds {

    /** @param every how long it rests after a round; nothing or less: it never goes by itself */
    RelayRounds(Relay relay, @Value("${motcua.outbox.every:1s}") Duration every) {
        super("outbox-relay", every, relay::handOn);
    }
}
