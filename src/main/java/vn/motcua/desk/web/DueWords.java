package vn.motcua.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.motcua.deadline.Deadlines;
import vn.motcua.deadline.Interval;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.desk.web.DueView.Tone;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.InboxPage;
import vn.motcua.dossier.Opened;
import vn.motcua.dossier.Stage;
import vn.motcua.dossier.Wait;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.VietnamTime;

/** How far a dossier is from its due moment, in the working time of its agency. */
@Component
class DueWords {

    private final AgencyCalendars calendars;

    DueWords(AgencyCalendars calendars) {
        this.calendars = calendars;
    }

    /** For a line of the inbox. */
    DueView of(InboxPage.Row row, Instant now, Speech speech) {
        return switch (row.lane()) {
            case INTAKE -> still(Tone.PAUSED, speech.t("desk.due.new"));
            case WAITING -> still(Tone.PAUSED, speech.t("desk.due.paused"));
            case DECIDED ->
                row.overdue()
                        ? still(Tone.LATE, speech.t("desk.due.notIssued"))
                        : still(Tone.DONE, speech.t("desk.due.decided"));
            case RUNNING ->
                running(
                        row.filedAt(),
                        List.of(),
                        row.due().orElseThrow(),
                        Clocks.of(calendars, row.unit()),
                        now,
                        speech);
        };
    }

    /** For an opened dossier. */
    DueView of(Opened dossier, Instant now, Speech speech) {
        return switch (dossier.stage()) {
            case Stage.Submitted _ -> still(Tone.PAUSED, speech.t("desk.due.new"));
            case Stage.AwaitingSupplement _ -> still(Tone.PAUSED, speech.t("desk.due.waiting"));
            case Stage.Waiting it ->
                it.waitingFor().stops()
                        ? still(
                                Tone.PAUSED,
                                speech.t("desk.due.waiting." + it.waitingFor().kind()))
                        : running(dossier, it.reception().at(), now, speech);
            case Stage.TurnedAway _, Stage.Withdrawn _, Stage.Halted _, Stage.PassedAcross _ ->
                still(Tone.DONE, speech.t("desk.due.closed"));
            case Stage.Resolved it -> decided(it.onTime(), speech);
            case Stage.HandedOver it -> decided(it.onTime(), speech);
            case Stage.Received it -> running(dossier, it.reception().at(), now, speech);
            case Stage.InProcess it -> running(dossier, it.reception().at(), now, speech);
        };
    }

    /** For a dossier that was found. */
    DueView found(vn.motcua.dossier.DossierSearch.Found found, Instant now, Speech speech) {
        return switch (found.stage()) {
            case SUBMITTED -> still(Tone.PAUSED, speech.t("desk.due.new"));
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS -> still(Tone.PAUSED, speech.t("desk.due.waiting"));
            case RESOLVED -> still(Tone.DONE, speech.t("desk.due.decided"));
            case TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS, HANDED_OVER ->
                still(Tone.DONE, speech.t("desk.due.closed"));
            case AWAITING_PAYMENT -> still(Tone.PAUSED, speech.t("desk.due.waiting.PAYMENT"));
            case RECEIVED, IN_PROCESS, AWAITING_ANSWER ->
                running(found.filedAt(), List.of(), found.due().orElseThrow(), Clocks.NATIONAL, now, speech);
        };
    }

    private DueView running(Opened dossier, Instant from, Instant now, Speech speech) {
        var waits = dossier.waits().stream()
                .filter(Wait::stops)
                .map(it -> new Interval(it.from(), it.until()))
                .toList();
        return running(
                from,
                waits,
                dossier.due().at(),
                Clocks.of(calendars, dossier.filed().unit()),
                now,
                speech);
    }

    private DueView running(Instant from, List<Interval> waits, Instant due, Clocks by, Instant now, Speech speech) {
        var left = Deadlines.remaining(due, now, by.hours(), by.calendar());
        var share = Deadlines.share(from, waits, due, now, by.hours(), by.calendar());
        var today = VietnamTime.dayOf(due).equals(VietnamTime.dayOf(now));
        var tone = left.late() ? Tone.LATE : today || left.days() == 0 ? Tone.SOON : Tone.CALM;
        return new DueView(tone, left.brief(speech.language(), speech.messages()), OptionalInt.of(share.percent()));
    }

    private static DueView decided(boolean onTime, Speech speech) {
        return onTime ? still(Tone.DONE, speech.t("desk.due.onTime")) : still(Tone.LATE, speech.t("desk.due.tooLate"));
    }

    private static DueView still(Tone tone, String words) {
        return new DueView(tone, words, OptionalInt.empty());
    }

    /** By which hours and calendar time is told. */
    private record Clocks(OpeningHours hours, WorkingCalendar calendar) {

        static final Clocks NATIONAL = new Clocks(OpeningHours.usual(), WorkingCalendar.national());

        static Clocks of(AgencyCalendars calendars, UnitId unit) {
            return new Clocks(calendars.hours(unit), calendars.of(unit));
        }
    }
}
