package vn.motcua.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a list of lines goes on: behind that line.
 *
 * @param at its moment
 * @param id its id, for lines of the same moment
 */
public record Mark(Instant at, UUID id) {

    private static final UUID LAST = new UUID(-1, -1);

    /** Before everything up to that moment. */
    public static Mark end(Instant now) {
        return new Mark(now, LAST);
    }

    /** Of a line. */
    public static Mark of(AuditRecord line) {
        return new Mark(line.at(), line.id());
    }

    /** As it stands in an address; empty when it is none. */
    public static Optional<Mark> read(String word) {
        int split = word.indexOf('_');
        try {
            return split < 0
                    ? Optional.empty()
                    : Optional.of(new Mark(
                            Instant.parse(word.substring(0, split)), UUID.fromString(word.substring(split + 1))));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
