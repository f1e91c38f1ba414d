package vn.motcua.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.dossier.Stage;
import vn.motcua.shared.Refused;

/**
 * What may be written, until when. Pure.
 *
 * @param openFor how long after the dossier is closed
 */
record ThreadRule(Duration openFor) {

    /** Characters; what is longer belongs into a paper. */
    static final int LONGEST = 4_000;

    /** With one message. */
    static final int MOST_FILES = 5;

    /** By one side within an hour. */
    static final int MOST_AN_HOUR = 20;

    /** Since when a dossier in that stage is closed; empty while it is not. */
    static Optional<Instant> closedSince(Stage stage) {
        return switch (stage) {
            case Stage.TurnedAway it -> Optional.of(it.since());
            case Stage.HandedOver it -> Optional.of(it.since());
            case Stage.Withdrawn it -> Optional.of(it.since());
            case Stage.Halted it -> Optional.of(it.since());
            case Stage.PassedAcross it -> Optional.of(it.since());
            case Stage.Submitted _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Resolved _ -> Optional.empty();
        };
    }

    /** Until when can be written; empty for no end in sight. */
    Optional<Instant> openUntil(Stage stage) {
        return closedSince(stage).map(it -> it.plus(openFor));
    }

    /** Refuses what cannot be sent now. */
    void check(Stage stage, String text, int files, int withinTheHour, Instant now) {
        if (openUntil(stage).filter(now::isAfter).isPresent()) {
            throw new Refused(ConversationRefusal.THREAD_CLOSED, openFor.toDays());
        }
        if (text.isEmpty() && files == 0) {
            throw new Refused(ConversationRefusal.MESSAGE_EMPTY);
        }
        if (text.length() > LONGEST) {
            throw new Refused(ConversationRefusal.MESSAGE_TOO_LONG, LONGEST);
        }
        if (files > MOST_FILES) {
            throw new Refused(ConversationRefusal.MESSAGE_TOO_MANY_FILES, MOST_FILES);
        }
        if (withinTheHour >= MOST_AN_HOUR) {
            throw new Refused(ConversationRefusal.MESSAGE_TOO_OFTEN, MOST_AN_HOUR);
        }
    }
}
