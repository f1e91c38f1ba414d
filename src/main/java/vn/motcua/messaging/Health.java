package vn.motcua.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a carrier has been of late. After {@value #STRIKES} failures or slow answers in a row it rests, and another takes
 * its place; then it gets one message, and rests twice as long when that fails too.
 *
 * @param strikes how many in a row
 * @param restsUntil until when it gets nothing
 */
record Health(int strikes, Instant restsUntil) {

    static final int STRIKES = 3;

    /** Nothing is known against it. */
    static final Health GOOD = new Health(0, Instant.MIN);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(32);

    /** After it did what it should, quickly. */
    Health good() {
        return GOOD;
    }

    /** After it failed or was slow. */
    Health struck(Instant now) {
        int more = strikes + 1;
        if (more < STRIKES) {
            return new Health(more, Instant.MIN);
        }
        var rest = FIRST.multipliedBy(1L << Math.min(more - STRIKES, 10));
        return new Health(more, now.plus(rest.compareTo(LONGEST) < 0 ? rest : LONGEST));
    }

    /** Whether it gets nothing now. */
    boolean rests(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** The first in order that does not rest; empty when all do. */
    static Optional<String> first(List<String> inOrder, Map<String, Health> known, Instant now) {
        return inOrder.stream()
                .filter(it -> !known.getOrDefault(it, GOOD).rests(now))
                .findFirst();
    }

    /** When the first of them stops resting, where all do. */
    static Instant nextUp(List<String> names, Map<String, Health> known, Instant now) {
        return names.stream()
                .map(it -> known.getOrDefault(it, GOOD).restsUntil())
                .min(Comparator.naturalOrder())
                .filter(it -> it.isAfter(now))
                .orElse(now);
    }
}
