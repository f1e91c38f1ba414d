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
import java.util.function.Function;
import java.util.stream.Stream;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Interval;
import vn.motcua.shared.VietnamTime;

/** Where the time of a dossier went: at which step it lay how long, and what it waited for how long. Pure. */
final class Course {

    private Course() {}

    /** In what a stretch of time was spent. */
    sealed interface Place {

        /** At a step of the route. */
        record AtStep(String step) implements Place {}

        /**
         * Waiting.
         *
         * @param kind for what; empty for a supplement
         * @param stops whether the time limit leaves it out
         */
        record Waited(Optional<WaitKind> kind, boolean stops) implements Place {

            /** Its word in the keys of texts. */
            String word() {
                return kind.map(WaitKind::name).orElse("SUPPLEMENT");
            }
        }
    }

    /**
     * A stretch in one place.
     *
     * @param over whether it has ended
     */
    record Spell(Place place, Instant from, Instant until, boolean over) {

        /** What it waits for now, if it does. */
        Optional<Place.Waited> waits() {
            return place instanceof Place.Waited it && !over ? Optional.of(it) : Optional.empty();
        }
    }

    /** One line of the history that stands. */
    record Happened(Instant at, DossierEvent event) {}

    /** How much of a stretch the agency worked, some stretches left out. */
    @FunctionalInterface
    interface Working {
        Duration between(Instant from, Instant until, List<Interval> without);
    }

    /** All spells since the clock began, as they began. What was waited lies inside the step at which it was waited. */
    static List<Spell> since(Instant began, List<Happened> history, Instant now) {
        return Stream.concat(steps(history, now).stream(), waits(history, now).stream())
                .map(it -> it.from().isBefore(began) ? new Spell(it.place(), began, it.until(), it.over()) : it)
                .filter(it -> it.from().isBefore(it.until()))
                .sorted(Comparator.comparing(Spell::from))
                .toList();
    }

    private static List<Spell> steps(List<Happened> history, Instant now) {
        var spells = new ArrayList<Spell>();
        Map<Integer, Desk.Seat> open = new HashMap<>();
        for (var line : history) {
            line.event().desked().ifPresent(desk -> {
                var still = new HashSet<Integer>();
                desk.seats().forEach(it -> still.add(it.visit()));
                open.values().stream()
                        .filter(it -> !still.contains(it.visit()))
                        .forEach(it -> spells.add(at(it, line.at(), true)));
                open.keySet().retainAll(still);
                desk.seats().forEach(it -> open.putIfAbsent(it.visit(), it));
            });
        }
        open.values().forEach(it -> spells.add(at(it, now, false)));
        return spells;
    }

    private static Spell at(Desk.Seat seat, Instant until, boolean over) {
        return new Spell(new Place.AtStep(seat.step()), seat.since(), until, over);
    }

    private static List<Spell> waits(List<Happened> history, Instant now) {
        var spells = new ArrayList<Spell>();
        Optional<Spell> open = Optional.empty();
        for (var line : history) {
            var begun = begun(line.event()).map(it -> new Spell(it, line.at(), now, false));
            if (begun.isPresent()) {
                open = begun;
            } else if (ends(line.event())) {
                open.ifPresent(it -> spells.add(new Spell(it.place(), it.from(), line.at(), true)));
                open = Optional.empty();
            }
        }
        open.ifPresent(spells::add);
        return spells;
    }

    private static Optional<Place.Waited> begun(DossierEvent event) {
        return switch (event) {
            case DossierEvent.SupplementRequested _ -> Optional.of(new Place.Waited(Optional.empty(), true));
            case DossierEvent.PaymentAwaited it -> Optional.of(waited(it.waitingFor()));
            case DossierEvent.AnswerAwaited it -> Optional.of(waited(it.waitingFor()));
            case DossierEvent.SentUp it -> Optional.of(waited(it.waitingFor()));
            case DossierEvent _ -> Optional.empty();
        };
    }

    private static Place.Waited waited(WaitingFor it) {
        return new Place.Waited(Optional.of(it.kind()), it.stops());
    }

    private static boolean ends(DossierEvent event) {
        return event instanceof DossierEvent.SupplementProvided
                || event instanceof DossierEvent.SupplementLapsed
                || event instanceof DossierEvent.WaitEnded
                || event instanceof DossierEvent.WaitLapsed
                || event instanceof DossierEvent.AnsweredAbove;
    }

    /** The working time on each open step until now, waits left out. */
    static Map<String, Duration> spent(List<Spell> spells, Working working) {
        var spent = new HashMap<String, Duration>();
        var waits = intervals(spells);
        for (var it : spells) {
            if (!it.over() && it.place() instanceof Place.AtStep(var step)) {
                spent.put(step, working.between(it.from(), it.until(), waits));
            }
        }
        return spent;
    }

    /**
     * What cost most of the time that was promised; of equals the first, and nothing where all went as planned. A step costs what
     * it took beyond what was meant for it; a wait costs all of it, but one that is over and that the time limit leaves out
     * moved the due moment, and costs the rest of the day on which it ended.
     *
     * @param meant the working time that the route means for a step; of one without, nobody can say that it took too long
     */
    static Optional<Spell> cause(List<Spell> spells, Function<String, Optional<Duration>> meant, Working working) {
        var waits = intervals(spells);
        return spells.stream()
                .map(it -> new Cost(
                        it,
                        switch (it.place()) {
                            case Place.AtStep(var step) ->
                                meant.apply(step)
                                        .map(working.between(it.from(), it.until(), waits)::minus)
                                        .orElse(Duration.ZERO);
                            case Place.Waited waited -> waited(it, waited, working);
                        }))
                .filter(it -> it.time().isPositive())
                .reduce((best, next) -> next.time().compareTo(best.time()) > 0 ? next : best)
                .map(Cost::spell);
    }

    private record Cost(Spell spell, Duration time) {}

    private static Duration waited(Spell spell, Place.Waited waited, Working working) {
        var lastDay =
                VietnamTime.dayOf(spell.until()).atStartOfDay(VietnamTime.ZONE).toInstant();
        var moved = spell.over() && waited.stops() && lastDay.isAfter(spell.from());
        return working.between(moved ? lastDay : spell.from(), spell.until(), List.of());
    }

    private static List<Interval> intervals(List<Spell> spells) {
        return spells.stream()
                .filter(it -> it.place() instanceof Place.Waited)
                .map(it -> new Interval(it.from(), it.until()))
                .toList();
    }

    /** How many working days to ask for: what is left to do in hours of the route, at least one, at most that many. */
    static int daysFor(Duration left, Duration usualDay, int most) {
        long days = (left.toMinutes() + usualDay.toMinutes() - 1) / usualDay.toMinutes();
        return Math.clamp(days, 1, most);
    }
}
