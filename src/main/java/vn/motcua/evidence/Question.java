package vn.motcua.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;

/**
 * Why was this looked at?
 *
 * @param line the line of the log it is about
 * @param unit whose officer looked
 * @param asker the name of whoever asks
 * @param actor the name of the officer
 * @param lookedAt when they looked
 * @param answer what the unit answered
 */
public record Question(
        UUID id,
        UUID line,
        UnitId unit,
        String asker,
        String actor,
        Instant lookedAt,
        Instant askedAt,
        String text,
        Optional<Answer> answer) {

    /**
     * An answer.
     *
     * @param by name of the leader who gave it
     */
    public record Answer(String text, Instant at, String by) {}
}
