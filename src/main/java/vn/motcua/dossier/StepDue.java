package vn.motcua.dossier;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;

/**
 * By when the work of one step should be done (thời hạn của bước): its working hours on the route, rounded up to whole ones,
 * counted from when the dossier came there, without the waiting that the limit leaves out; and not after the dossier's own due
 * moment, unless that had passed when it came. No text says how a step's time is counted. A timer of the program is no work that
 * could be late: its hours go by whatever else happens, and by that moment it is over. Pure.
 */
final class StepDue {

    /** Stretches of waiting as a query gathers them. */
    static final TypeReference<List<Interval>> STOPPED = new TypeReference<>() {};

    private StepDue() {}

    /**
     * The moment; empty where the route names no hours, and where the result waits to be fetched, which is the applicant's time.
     *
     * @param since when the dossier came to the step
     * @param stopped the waiting that the limit leaves out, of any time
     * @param dossier when the dossier is due; empty before reception
     * @param hours those of the unit where the step lies
     * @param calendar that of the same unit
     */
    static Optional<Instant> of(
            OfficerStep step,
            Instant since,
            List<Interval> stopped,
            Optional<Instant> dossier,
            OpeningHours hours,
            WorkingCalendar calendar) {
        var work = step.program().isEmpty();
        var inside = dossier.filter(it -> work && since.isBefore(it));
        var waits =
                stopped.stream().filter(it -> work && it.to().isAfter(since)).toList();
        return step.hours()
                .filter(_ -> !step.allows(DeskAct.HAND_OVER) || step.allows(DeskAct.ISSUE))
                .map(it -> it.setScale(0, RoundingMode.CEILING).intValueExact())
                .filter(it -> it > 0)
                .map(it -> new TimeLimit(it, TimeLimit.Unit.WORKING_HOUR))
                .map(it ->
                        Deadlines.subtracting(it, since, waits, hours, calendar).at())
                .map(it -> inside.filter(it::isAfter).orElse(it));
    }

    /** The waiting that the limit leaves out, with what goes on now. */
    static List<Interval> stopped(List<Wait> waits, Stage stage, Instant now) {
        return Stream.concat(
                        waits.stream().filter(Wait::stops).map(it -> new Interval(it.from(), it.until())),
                        Stream.of(stage).filter(StepDue::standsStill).map(it -> new Interval(it.since(), now)))
                .toList();
    }

    /** Whether the time of that stage is left out. */
    static boolean standsStill(Stage stage) {
        return stage instanceof Stage.AwaitingSupplement
                || (stage instanceof Stage.Waiting it && it.waitingFor().stops());
    }
}
