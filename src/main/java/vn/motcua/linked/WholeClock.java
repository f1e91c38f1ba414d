package vn.motcua.linked;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;

/**
 * The one clock of a linked filing. What is promised runs from the reception of the first part, by the limit that the law
 * gives the whole; where it gives none, until the end of the longest way through the parts. What is to be expected follows
 * from where each part is now. Pure: it asks the calendar through {@link Counting}.
 */
public final class WholeClock {

    private WholeClock() {}

    /** How a limit is counted over an agency's calendar. */
    public interface Counting {

        /** When what was received then is due. */
        Due due(TimeLimit limit, Instant from);

        /** What was promised until then by that limit, moved on by what its clock left out; one that was over before stays. */
        Instant moved(TimeLimit limit, Instant promised, Interval lost);
    }

    /** Counted over that calendar and those hours. */
    public static Counting over(OpeningHours hours, WorkingCalendar calendar) {
        return new Counting() {
            @Override
            public Due due(TimeLimit limit, Instant from) {
                return Deadlines.due(limit, from, hours, calendar);
            }

            @Override
            public Instant moved(TimeLimit limit, Instant promised, Interval lost) {
                if (limit.unit() == TimeLimit.Unit.HOUR || limit.unit() == TimeLimit.Unit.WORKING_HOUR) {
                    return lost.from().isAfter(promised)
                            ? promised
                            : Deadlines.after(
                                    Deadlines.workingTime(lost.from(), lost.to(), List.of(), hours, calendar),
                                    promised,
                                    hours,
                                    calendar);
                }
                // Its first day counts: a limit that starts from zero gives that day back too.
                var before = lost.from().minus(Duration.ofDays(1));
                return Deadlines.promisedAfter(promised, before, lost, hours, calendar)
                        .at();
            }
        };
    }

    /**
     * A part as the clock sees it.
     *
     * @param after the parts that it waits for; they stand before it
     * @param outside whether the whole does not wait for it
     * @param lost what its own clock left out so far
     */
    public record Leg(
            String part, List<String> after, TimeLimit limit, boolean outside, Course course, List<Interval> lost) {

        /** Keeps its own copy. */
        public Leg {
            lost = List.copyOf(lost);
        }
    }

    /** Where a part is. */
    public sealed interface Course {

        /** Not open yet. */
        record Waiting() implements Course {}

        /** Open, and not received yet. */
        record Filed() implements Course {}

        /** Received. */
        record Running(Instant due) implements Course {}

        /** Over, one way or the other. */
        record Ended(Instant at) implements Course {}

        /** It will not be. */
        record Never() implements Course {}
    }

    /**
     * A step of the explanation.
     *
     * @param part which part
     * @param limit how long it has
     * @param due by when, if those before it take all of theirs
     */
    public record Station(String part, TimeLimit limit, Instant due) {}

    /**
     * What is promised.
     *
     * @param due the moment, explained where the whole has a limit
     * @param stations the parts on the way, each with the latest moment for it; none where the whole has a limit
     */
    public record Promise(Due due, List<Station> stations) {

        /** Keeps its own copy. */
        public Promise {
            stations = List.copyOf(stations);
        }
    }

    /** What is promised when the first part is received at that moment. */
    public static Promise promise(List<Leg> legs, Optional<TimeLimit> whole, Instant received, Counting counting) {
        if (whole.isPresent()) {
            return new Promise(counting.due(whole.get(), received), List.of());
        }
        var ends = new LinkedHashMap<String, Due>();
        for (var leg : legs) {
            var from = leg.after().stream()
                    .flatMap(it -> Optional.ofNullable(ends.get(it)).stream())
                    .map(Due::at)
                    .max(Comparator.naturalOrder())
                    .orElse(received);
            ends.put(leg.part(), counting.due(leg.limit(), from));
        }
        var covered = legs.stream().filter(it -> !it.outside()).toList();
        var last = covered.stream()
                .flatMap(it -> Optional.ofNullable(ends.get(it.part())).stream())
                .max(Comparator.comparing(Due::at))
                .orElseThrow();
        var stations = new ArrayList<Station>();
        for (var leg : covered) {
            Optional.ofNullable(ends.get(leg.part()))
                    .ifPresent(it -> stations.add(new Station(leg.part(), leg.limit(), it.at())));
        }
        return new Promise(last, stations);
    }

    /**
     * What was promised, with the time added in which parts that it covers waited for the applicant: each part's own clock
     * leaves that out, so the whole's does. Never earlier than what was promised.
     *
     * @param first what was promised
     * @param received when the first part was received; what was lost before moves nothing
     */
    public static Instant moved(
            Promise first, List<Leg> legs, Optional<TimeLimit> whole, Instant received, Counting counting) {
        if (legs.stream().allMatch(it -> since(received, it.lost()).isEmpty())) {
            return first.due().at();
        }
        if (whole.isPresent()) {
            var lost = legs.stream()
                    .filter(it -> !it.outside())
                    .flatMap(it -> it.lost().stream())
                    .toList();
            return moved(whole.get(), first.due().at(), since(received, lost), counting);
        }
        var ends = new LinkedHashMap<String, Instant>();
        for (var leg : legs) {
            var from = leg.after().stream()
                    .flatMap(it -> Optional.ofNullable(ends.get(it)).stream())
                    .max(Comparator.naturalOrder())
                    .orElse(received);
            var end = counting.due(leg.limit(), from).at();
            ends.put(leg.part(), moved(leg.limit(), end, since(received, leg.lost()), counting));
        }
        return whole(legs, ends)
                .map(it -> later(first.due().at(), it))
                .orElse(first.due().at());
    }

    private static Instant moved(TimeLimit limit, Instant promised, List<Interval> lost, Counting counting) {
        var at = promised;
        for (var one : lost) {
            at = counting.moved(limit, at, one);
        }
        return at;
    }

    /** What was lost from that moment on, joined where it overlaps, so that nothing is added twice. */
    private static List<Interval> since(Instant moment, List<Interval> lost) {
        var joined = new ArrayList<Interval>();
        lost.stream()
                .filter(it -> it.to().isAfter(moment))
                .map(it -> new Interval(later(it.from(), moment), it.to()))
                .sorted(Comparator.comparing(Interval::from))
                .forEach(it -> {
                    if (!joined.isEmpty() && !it.from().isAfter(joined.getLast().to())) {
                        var before = joined.removeLast();
                        joined.add(new Interval(before.from(), later(before.to(), it.to())));
                    } else {
                        joined.add(it);
                    }
                });
        return joined;
    }

    /** When each part is to be expected, as it stands now; a part that will not be is missing. */
    public static Map<String, Instant> expected(List<Leg> legs, Instant now, Counting counting) {
        var ends = new LinkedHashMap<String, Instant>();
        for (var leg : legs) {
            end(leg, ends, now, counting).ifPresent(it -> ends.put(leg.part(), it));
        }
        return ends;
    }

    /** When the whole is to be expected; empty when nothing of it is left to wait for and nothing ever came. */
    public static Optional<Instant> whole(List<Leg> legs, Map<String, Instant> expected) {
        return legs.stream()
                .filter(it -> !it.outside())
                .flatMap(it -> Optional.ofNullable(expected.get(it.part())).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> end(Leg leg, Map<String, Instant> before, Instant now, Counting counting) {
        return switch (leg.course()) {
            case Course.Never _ -> Optional.empty();
            case Course.Ended(var at) -> Optional.of(at);
            case Course.Running(var due) -> Optional.of(later(due, now));
            case Course.Filed _ -> Optional.of(counting.due(leg.limit(), now).at());
            case Course.Waiting _ -> {
                var from = leg.after().stream()
                        .flatMap(it -> Optional.ofNullable(before.get(it)).stream())
                        .reduce(now, WholeClock::later);
                yield Optional.of(counting.due(leg.limit(), from).at());
            }
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
