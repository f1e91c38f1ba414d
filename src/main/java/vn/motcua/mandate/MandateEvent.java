package vn.motcua.mandate;

import java.time.Instant;

/**
 * Something that happened with a mandate; only added, never changed.
 *
 * @param actor the name of who did it
 * @param kind in a kebab-case word, e.g. {@code given}, {@code filed}
 * @param about what it was about, in words or a code; may be empty
 */
public record MandateEvent(Instant at, String actor, String kind, String about) {

    /** The same, if it was that person without saying so. */
    MandateEvent without(String person) {
        return actor.equals(person) ? new MandateEvent(at, "", kind, about) : this;
    }
}
