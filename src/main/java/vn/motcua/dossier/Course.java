package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Where the time of a dossier went: at which step it lay how long, and how long with the applicant. Pure. */
final class Course {

    private Course() {}

    /**
     * A stretch in one place.
     *
     * @param step where; empty for with the applicant
     * @param over whether it has ended
     */
    record Spell(Optional<String> step, Instant from, Instant until, boolean over) {}

    /** One line of the history: what the desk was after it. */
    record Moved(Instant at, Desk desk) {}

    /** All spells since the reception, as they began; what was waited at a step is the step's no longer. */
    static List<Spell> since(Instant received, List<Moved> history, List<Wait> waits, Instant now) {
        var spells = new ArrayList<Spell>();
        Map<Integer, Desk.Seat> open = new HashMap<>();
        for (var moved : history) {
            var still = new HashSet<Integer>();
            moved.desk().seats().forEach(it -> still.add(it.visit()));
            open.values().stream()
                    .filter(it -> !still.contains(it.visit()))
                    .forEach(it -> spells.add(new Spell(Optional.of(it.step()), it.since(), moved.at(), true)));
            open.keySet().retainAll(still);
            moved.desk().seats().forEach(it -> open.putIfAbsent(it.visit(), it));
        }
        open.values().forEach(it -> spells.add(new Spell(Optional.of(it.step()), it.since(), now, false)));
        waits.forEach(it -> spells.add(new Spell(Optional.empty(), it.from(), it.until(), true)));
        return spells.stream()
                .map(it -> it.from().isBefore(received) ? new Spell(it.step(), received, it.until(), it.over()) : it)
                .filter(it -> it.from().isBefore(it.until()))
                .sorted(Comparator.comparing(Spell::from))
                .toList();
    }

    /** The one that took most of that measure; of equals the first. */
    static Optional<Spell> longest(List<Spell> spells, ToLongFunction<Spell> measure) {
        return spells.stream()
                .reduce((best, next) -> measure.applyAsLong(next) > measure.applyAsLong(best) ? next : best);
    }

    /** How many working days to ask for: what is left to do in hours of the route, at least one, at most that many. */
    static int daysFor(Duration left, Duration usualDay, int most) {
        long days = (left.toMinutes() + usualDay.toMinutes() - 1) / usualDay.toMinutes();
        return Math.clamp(days, 1, most);
    }
}
