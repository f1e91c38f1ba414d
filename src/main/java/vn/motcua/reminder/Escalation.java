package vn.motcua.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.VietnamTime;

/**
 * Who is reminded of what, when. Pure.
 *
 * @param soonShare due soon when at most this share of the time is left
 * @param soonDays and in any case so many days before
 * @param eachSuperiorAfter how long a dossier is late before the next superior hears of it
 */
record Escalation(double soonShare, int soonDays, Duration eachSuperiorAfter) {

    /** How much it hurries; empty when there is time. */
    Optional<Urgency> urgency(Instant begun, Instant due, Instant now) {
        if (now.isAfter(due)) {
            return Optional.of(Urgency.LATE);
        }
        var today = VietnamTime.dayOf(now);
        var dueDay = VietnamTime.dayOf(due);
        if (dueDay.equals(today)) {
            return Optional.of(Urgency.TODAY);
        }
        var whole = Duration.between(begun, due).toSeconds();
        var left = Duration.between(now, due).toSeconds();
        return !dueDay.isAfter(today.plusDays(soonDays)) || left <= whole * soonShare
                ? Optional.of(Urgency.SOON)
                : Optional.empty();
    }

    /** How many superiors hear of it: none in time, one as soon as it is late, one more after each such time. */
    int superiors(Instant due, Instant now) {
        return now.isAfter(due)
                ? (int) Math.min(Duration.between(due, now).dividedBy(eachSuperiorAfter) + 1, Integer.MAX_VALUE)
                : 0;
    }

    /** The units whose leaders hear of it: its own and those above, nearest first, so many of those that have a leader. */
    static List<UnitId> chain(UnitTree tree, UnitId unit, Predicate<UnitId> hasLeader, int superiors) {
        return Stream.concat(Stream.of(unit), tree.above(unit).stream())
                .filter(hasLeader)
                .limit(superiors)
                .toList();
    }
}
