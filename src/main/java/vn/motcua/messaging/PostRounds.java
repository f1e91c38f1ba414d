package vn.motcua.messaging;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Rounds;

/** Lets the post go its rounds. */
@Component
class PostRounds extends Rounds {

    /** @param every how long it rests after a round; nothing or less: it never goes by itself */
    PostRounds(PostOffice office, @Value("${motcua.messages.every:1s}") Duration every) {
        super("messages-post", every, office::carry);
    }
}
