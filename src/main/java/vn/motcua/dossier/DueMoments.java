package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;

/** When a dossier is due: the procedure's limit, counted over the working calendar and the one-stop's hours. */
@Component
class DueMoments {

    private final Places places;
    private final WorkingCalendar calendar = WorkingCalendar.national();

    DueMoments(Places places) {
        this.places = places;
    }

    /** Received complete and correct now. */
    Due received(Work work) {
        return Deadlines.due(limit(work), work.now(), hours(work), calendar);
    }

    /** Supplemented now: the clock starts from zero, or goes on without the waiting where the procedure says so. */
    Due supplemented(Work work) {
        var hours = hours(work);
        return switch (work.procedure().afterSupplement()) {
            case RESTARTS -> Deadlines.restarted(limit(work), work.now(), hours, calendar);
            case GOES_ON -> Deadlines.subtracting(limit(work), reception(work).at(), waits(work), hours, calendar);
        };
    }

    /** Given so much more time from what was promised. */
    Due extended(Work work, TimeLimit more) {
        return Deadlines.extended(more, reception(work).due().at(), hours(work), calendar);
    }

    /** Until when the law lets the agency ask for more time. */
    Instant extendedUntil(Work work) {
        return Deadlines.apologyBy(reception(work).due().at(), hours(work), calendar);
    }

    private OpeningHours hours(Work work) {
        return places.hours(work.dossier().filed().unit());
    }

    private static Reception reception(Work work) {
        return work.dossier()
                .stage()
                .received()
                .orElseThrow(() -> new IllegalStateException("no clock runs before the reception"));
    }

    /** How long the applicant was asked since the reception, up to now. */
    private static List<Interval> waits(Work work) {
        var received = reception(work).at();
        var over = work.dossier().waits().stream()
                .filter(it -> !it.from().isBefore(received))
                .map(it -> new Interval(it.from(), it.until()));
        var now = Stream.of(work.dossier().stage())
                .filter(Stage.AwaitingSupplement.class::isInstance)
                .map(it -> new Interval(it.since(), work.now()));
        return Stream.concat(over, now).toList();
    }

    /** How long the agency has for these answers. */
    TimeLimit limit(Work work) {
        return work.procedure().limit(work.answers(), work.circumstances(work.now()));
    }
}
