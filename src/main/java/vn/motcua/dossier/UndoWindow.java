package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long an officer may take back what they have just done, and how long it is told to nobody outside therefore: ten
 * seconds, unless the installation says otherwise. Nothing or less: nothing is held and nothing taken back.
 */
@Component
class UndoWindow {

    private final Duration length;

    UndoWindow(@Value("${motcua.undo.window:10s}") Duration length) {
        this.length = length;
    }

    /** Until when what the change tells is kept back; empty when it is told at once. */
    Optional<Instant> heldUntil(Change change, Instant now) {
        return length.isPositive() && Undo.possible(change.events()) ? Optional.of(now.plus(length)) : Optional.empty();
    }

    /** How long it may still be taken back what was recorded then; nothing or less when it may not. */
    Duration left(Instant recorded, Instant now) {
        return Duration.between(now, recorded.plus(length));
    }

    long seconds() {
        return length.toSeconds();
    }
}
