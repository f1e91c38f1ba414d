package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.catalogue.WaitRule;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** When a dossier is due: the procedure's limit, counted over the one-stop's calendar and hours. */
@Component
class DueMoments {

    private final AgencyCalendars calendars;
    private final Units units;
    private final int supplementDays;
    private final Set<String> stopping;
    private final boolean lateApologies;
    private final boolean restartsThere;

    /**
     * @param supplementDays how many days an applicant has for a supplement where the procedure does not say; no text was
     *     found that says it in general
     * @param stopping the kinds of waiting whose time the limit leaves out where the procedure does not say; no text was
     *     found that says it in general
     * @param lateApologies whether an agency may still apologise and name a date once the law's last moment to do so has passed; no
     *     text was found
     * @param restartsThere whether the clock of a received dossier starts anew at the unit to which it is given; no text was
     *     found, so that by default what was promised holds
     */
    DueMoments(
            AgencyCalendars calendars,
            Units units,
            @Value("${motcua.supplement.days:30}") int supplementDays,
            @Value("${motcua.waits.stop:payment}") Set<String> stopping,
            @Value("${motcua.apology.late:true}") boolean lateApologies,
            @Value("${motcua.passing.restarts:false}") boolean restartsThere) {
        this.calendars = calendars;
        this.units = units;
        this.supplementDays = supplementDays;
        this.stopping = Set.copyOf(stopping);
        this.lateApologies = lateApologies;
        this.restartsThere = restartsThere;
    }

    /** The last day for a supplement that is asked for now. */
    LocalDate supplementUntil(Work work) {
        return VietnamTime.dayOf(work.now())
                .plusDays(work.procedure().supplementDays().orElse(supplementDays));
    }

    /** Received complete and correct now. */
    Due received(Work work) {
        return Deadlines.due(limit(work), work.now(), hours(work), calendar(work));
    }

    /** Supplemented now: the clock starts from zero, or goes on without the waiting where the procedure says so. */
    Due supplemented(Work work) {
        var hours = hours(work);
        return switch (work.procedure().afterSupplement()) {
            case RESTARTS -> Deadlines.restarted(limit(work), work.now(), hours, calendar(work));
            case GOES_ON -> promisedOr(work, counted(work, limit(work)));
        };
    }

    /**
     * The wait is over and nothing was completed by it: the clock goes on where it stood, from the reception or, where it
     * was started anew, from then. Empty where the due moment stays: before reception, where the time of the wait counts, and
     * where it would be earlier.
     */
    Optional<Due> afterWaiting(Work work) {
        return Optional.of(work.dossier().stage())
                .filter(StepDue::standsStill)
                .flatMap(Stage::received)
                .flatMap(reception -> Optional.of(promisedOr(work, counted(work, limit(work))))
                        .filter(it -> it.at().isAfter(reception.due().at())));
    }

    /** What was promised by an extension, moved on by the wait that is over now, where that is later than what was counted. */
    private Due promisedOr(Work work, Due counted) {
        var reception = reception(work);
        var wait = new Interval(work.dossier().stage().since(), work.now());
        var from = restartedAt(work).orElse(reception.at());
        return reception
                .promised()
                .map(_ -> Deadlines.promisedAfter(reception.due().at(), from, wait, hours(work), calendar(work)))
                .filter(it -> it.at().isAfter(counted.at()))
                .orElse(counted);
    }

    /** From the reception or, where the clock was started anew, from then; without the waiting. */
    private Due counted(Work work, TimeLimit limit) {
        var waits = waits(work);
        var hours = hours(work);
        var calendar = calendar(work);
        return restartedAt(work)
                .map(it -> Deadlines.restarted(limit, it, waits, hours, calendar))
                .orElseGet(() -> Deadlines.subtracting(limit, reception(work).at(), waits, hours, calendar));
    }

    /** When the clock last started from zero, if it did. */
    private static Optional<Instant> restartedAt(Work work) {
        return switch (work.procedure().afterSupplement()) {
            case GOES_ON -> Optional.empty();
            case RESTARTS ->
                work.dossier().waits().stream()
                        .filter(it -> it.in() == StageKind.SUPPLEMENT_IN_PROCESS && !it.unanswered())
                        .map(Wait::until)
                        .filter(reception(work).at()::isBefore)
                        .max(Comparator.naturalOrder());
        };
    }

    /** When the clock that runs now began: at the reception, or where it last started from zero. */
    Instant began(Work work) {
        return restartedAt(work).orElseGet(() -> reception(work).at());
    }

    /** Given so much more time from what was promised. */
    Due extended(Work work, TimeLimit more) {
        return Deadlines.extended(more, reception(work).due().at(), hours(work), calendar(work));
    }

    /** Whether an agency may still apologise once {@link #extendedUntil} has passed. */
    boolean lateApologies() {
        return lateApologies;
    }

    /** The date to name when it is too late to extend: so much from what was promised or, when that has passed, from now. */
    Instant renewed(Work work, TimeLimit more) {
        var promised = reception(work).due().at();
        var from = promised.isBefore(work.now()) ? work.now() : promised;
        return Deadlines.extended(more, from, hours(work), calendar(work)).at();
    }

    /** Given to another one-stop now: empty where what was promised holds, else counted anew over the calendar there. */
    Optional<Due> passedOn(Work work, UnitId there) {
        return restartsThere
                ? Optional.of(Deadlines.due(limit(work), work.now(), calendars.hours(there), calendars.of(there)))
                : Optional.empty();
    }

    /** Until when the law lets the agency ask for more time. */
    Instant extendedUntil(Work work) {
        return Deadlines.apologyBy(reception(work).due().at(), hours(work), calendar(work));
    }

    /** Counted anew from the same reception, over the calendar and the hours of now. */
    Due again(Work work) {
        return counted(work, work.limit(reception(work).at()));
    }

    private OpeningHours hours(Work work) {
        return calendars.hours(receiving(work));
    }

    private WorkingCalendar calendar(Work work) {
        return calendars.of(receiving(work));
    }

    /** The receiving unit, or who receives in its place. */
    private UnitId receiving(Work work) {
        var filed = work.dossier().filed().unit();
        return units.living(filed, Optional.empty()).map(Unit::id).orElse(filed);
    }

    private static Reception reception(Work work) {
        return work.dossier()
                .stage()
                .received()
                .orElseThrow(() -> new IllegalStateException("no clock runs before the reception"));
    }

    /** How long it waited since the reception and that time does not count, up to now. */
    private static List<Interval> waits(Work work) {
        var received = reception(work).at();
        return StepDue.stopped(work.dossier().waits(), work.dossier().stage(), work.now()).stream()
                .filter(it -> !it.from().isBefore(received))
                .toList();
    }

    /**
     * What is waited for from now on, by the procedure's rule or, where it has none, by the installation's.
     *
     * @param until the last day that the officer named; the procedure's own comes first
     */
    WaitingFor waitingFor(Work work, WaitKind kind, String what, Optional<Dong> amount, Optional<LocalDate> until) {
        var rule = work.procedure().waiting(kind);
        var last = rule.flatMap(WaitRule::days)
                .map(VietnamTime.dayOf(work.now())::plusDays)
                .or(() -> until);
        return new WaitingFor(
                kind,
                Text.clean(what),
                amount,
                last,
                rule.map(WaitRule::stops).orElseGet(() -> stopping.contains(kind.word())));
    }

    /** How long the agency has for these answers. */
    TimeLimit limit(Work work) {
        return work.limit(work.now());
    }
}
