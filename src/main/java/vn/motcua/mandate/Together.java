package vn.motcua.mandate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody helps to fill in one draft for a while, each at their own screen.
 *
 * @param minutes how long, from the moment the person agrees
 * @param draft which draft; the person chooses it when they agree
 */
public record Together(int minutes, Optional<UUID> draft) {

    /** At least that long. */
    public static final int SHORTEST = 5;

    /** At most that long. */
    public static final int LONGEST = 480;

    /** When it is over, if the person agreed then. */
    Instant over(Instant agreed) {
        return agreed.plus(Duration.ofMinutes(minutes));
    }

    /** Their choice: this draft, and no longer than was asked. */
    Together agreed(UUID on, int most) {
        return new Together(Math.clamp(most, SHORTEST, minutes), Optional.of(on));
    }
}
