package vn.motcua.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.VietnamTime;

/**
 * Who is reminded of what, when. Pure.
 *
 * @param soonShare due soon when at most this share of the time is left
 * @param soonDays and in any case so many days before
 * @param eachSuperiorAfter how long a dossier is late before the next superior hears of it: days are working days, the rest is
 *     working time
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

    /**
     * How many superiors hear of it: none in time, one as soon as it is late, one more after each such time in which the agency
     * works, so that nobody is passed over during a weekend or Tết.
     *
     * @param most more than these there are not
     * @param hours of the unit where it lies
     * @param calendar of the same unit
     */
    int superiors(Instant due, Instant now, int most, OpeningHours hours, WorkingCalendar calendar) {
        if (!now.isAfter(due)) {
            return 0;
        }
        var each = hours.usualDay()
                .multipliedBy(eachSuperiorAfter.toDays())
                .plus(eachSuperiorAfter.minusDays(eachSuperiorAfter.toDays()));
        int heard = 1;
        for (var next = Deadlines.after(each, due, hours, calendar);
                heard < most && !now.isBefore(next);
                next = Deadlines.after(each, next, hours, calendar)) {
            heard++;
        }
        return heard;
    }

    /** The units whose leaders hear of it: its own and those above, nearest first, so many of those that have a leader. */
    static List<UnitId> chain(UnitTree tree, UnitId unit, Predicate<UnitId> hasLeader, int superiors) {
        return Stream.concat(Stream.of(unit), tree.above(unit).stream())
                .filter(hasLeader)
                .limit(superiors)
                .toList();
    }
}
