package vn.motcua.deadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of waiting, joined where they touch, so that how they were cut makes no difference. */
record Waits(List<Wait> all) {

    static Waits of(List<Interval> intervals) {
        var joined = new ArrayList<Wait>();
        intervals.stream()
                .map(it -> new Wait(Count.minute(it.from()), Count.minute(it.to())))
                .sorted(Comparator.comparing(Wait::from))
                .forEach(it -> {
                    if (!joined.isEmpty() && !it.from().isAfter(joined.getLast().to())) {
                        joined.add(joined.removeLast().with(it));
                    } else {
                        joined.add(it);
                    }
                });
        return new Waits(List.copyOf(joined));
    }

    boolean none() {
        return all.isEmpty();
    }

    /**
     * Whether waiting was going on at that moment. A limit by days leaves out a day on which it was when the office closed:
     * so a day is the agency's when the dossier lay with it at the end, and nothing is ever due while it waits.
     */
    boolean cover(LocalDateTime moment) {
        return all.stream().anyMatch(it -> !it.from().isAfter(moment) && it.to().isAfter(moment));
    }

    /** What is left of each wait from this moment on. */
    List<Wait> after(LocalDateTime start) {
        return all.stream()
                .filter(it -> it.to().isAfter(start))
                .map(it -> it.from().isBefore(start) ? new Wait(start, it.to()) : it)
                .toList();
    }

    /** The stretches of a day's sessions, from this moment on, in which nobody waited. */
    List<Wait> leftOf(LocalDate day, List<OpeningHours.Session> sessions, LocalDateTime start) {
        var left = new ArrayList<Wait>();
        for (var session : sessions) {
            var from = day.atTime(session.from());
            var to = day.atTime(session.to());
            from = from.isBefore(start) ? start : from;
            for (var wait : all) {
                if (from.isBefore(wait.from()) && wait.from().isBefore(to)) {
                    left.add(new Wait(from, wait.from()));
                }
                if (wait.from().isBefore(to) && wait.to().isAfter(from)) {
                    from = wait.to();
                }
            }
            if (from.isBefore(to)) {
                left.add(new Wait(from, to));
            }
        }
        return left;
    }

    /** One stretch on Vietnam's clock. */
    record Wait(LocalDateTime from, LocalDateTime to) {

        Duration length() {
            return Duration.between(from, to);
        }

        Wait with(Wait other) {
            return other.to().isAfter(to) ? new Wait(from, other.to()) : this;
        }
    }
}
