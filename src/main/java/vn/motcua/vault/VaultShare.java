package vn.motcua.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link by which the owner shows one thing of their vault to somebody.
 *
 * @param note for whom or what, in the owner's words; may be empty
 * @param until when it ends by itself
 * @param endedAt when the owner took it back
 */
public record VaultShare(UUID id, UUID entry, String note, Instant until, Optional<Instant> endedAt) {

    /** Whether it still opens. */
    public boolean opens(Instant now) {
        return endedAt.isEmpty() && now.isBefore(until);
    }
}
