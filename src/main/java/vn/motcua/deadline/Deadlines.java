package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import vn.motcua.shared.VietnamTime;

/**
 * The law of time: from a limit, a reception, opening hours and a calendar to a due moment that anyone can check by
 * hand. Moments count by the whole minute, as the acknowledgement prints them. Article by article: {@code
 * docs/law/time.md}.
 */
public final class Deadlines {

    /** After this hour papers may be forwarded on the next working day (NĐ 61/2018 Đ18, NĐ 118/2025 Đ18 k2). */
    public static final LocalTime CUT_OFF = LocalTime.of(15, 0);

    private Deadlines() {}

    /**
     * When a dossier received complete and correct at {@code completeAt} is due (BLDS 2015 Đ147, Đ148).
     *
     * @param completeAt when the competent agency received it complete and correct
     */
    public static Due due(TimeLimit limit, Instant completeAt, OpeningHours hours, WorkingCalendar calendar) {
        return subtracting(limit, completeAt, List.of(), hours, calendar);
    }

    /**
     * The clock of the law: the limit starts from zero when the supplement is complete (NĐ 61/2018 Đ19 k4).
     *
     * @param supplementedAt when the supplemented dossier was complete
     */
    public static Due restarted(TimeLimit limit, Instant supplementedAt, OpeningHours hours, WorkingCalendar calendar) {
        return restarted(limit, supplementedAt, List.of(), hours, calendar);
    }

    /** The same where the dossier waited again afterwards: {@code waits} after the new start are left out. */
    public static Due restarted(
            TimeLimit limit,
            Instant supplementedAt,
            List<Interval> waits,
            OpeningHours hours,
            WorkingCalendar calendar) {
        var after = waits.stream().filter(it -> it.to().isAfter(supplementedAt)).toList();
        return new Count(limit, after, hours, calendar).due(Reason.Kind.SUPPLEMENTED, supplementedAt);
    }

    /**
     * The clock of the service-quality index (QĐ 766/QĐ-TTg): the limit goes on, but waiting does not count. Limits by days,
     * months or years leave out each day on which the dossier was waiting when the office closed; limits by hours leave out
     * each minute. Nothing is ever due while it waits. Waits may touch or overlap; of one still going on give the moment
     * until which it is known.
     */
    public static Due subtracting(
            TimeLimit limit, Instant completeAt, List<Interval> waits, OpeningHours hours, WorkingCalendar calendar) {
        return new Count(limit, waits, hours, calendar).due(Reason.Kind.RECEIVED, completeAt);
    }

    /**
     * By when the one-stop has to forward the papers: by the end of the day on which it received them; after 15:00, by
     * when it opens on the next working day (NĐ 61/2018 Đ18, NĐ 118/2025 Đ18 k2). The limit itself does not move.
     */
    public static Instant forwardBy(Instant received, OpeningHours hours, WorkingCalendar calendar) {
        var start = hours.firstOpen(Count.minute(received), calendar);
        var day = start.toLocalDate();
        return instant(
                start.toLocalTime().isAfter(CUT_OFF)
                        ? hours.opens(calendar.nextWorkingDay(day), calendar)
                        : hours.closes(day, calendar));
    }

    /**
     * Until when a dossier that is not eligible after its examination goes back with what has to be supplemented: within three
     * working days from its reception (NĐ 61/2018 Đ19 k4), unless the law of the sector says otherwise.
     *
     * @param received when it was received, or its supplement was complete
     */
    public static Instant returnBy(Instant received, OpeningHours hours, WorkingCalendar calendar) {
        return due(TimeLimit.workingDays(3), received, hours, calendar).at();
    }

    /**
     * When a result is due after the agency has asked for {@code more} time: counted from the moment promised until then
     * (NĐ 61/2018 Đ19 k9; how it is counted no text says, so as any other limit).
     */
    public static Due extended(TimeLimit more, Instant promised, OpeningHours hours, WorkingCalendar calendar) {
        return new Count(more, List.of(), hours, calendar).due(Reason.Kind.EXTENDED, promised);
    }

    /**
     * When a result is due that was promised until then, in place of the limit, and whose dossier waited since: moved on by each
     * working day, after that of the reception, on which it was waiting when the office closed. So nothing is due while it waits,
     * and a promise is never taken back; one that was over when the waiting began stays.
     *
     * @param promised the moment promised, by the end of a working day
     * @param completeAt from when the limit ran
     * @param wait the waiting that is over
     */
    public static Due promisedAfter(
            Instant promised, Instant completeAt, Interval wait, OpeningHours hours, WorkingCalendar calendar) {
        var until = Count.minute(promised);
        var from = Count.minute(wait.from()).toLocalDate();
        var counts = Count.minute(completeAt).toLocalDate().plusDays(1);
        var over = Count.minute(wait.from()).isAfter(until);
        return new Count(TimeLimit.workingDays(1), over ? List.of() : List.of(wait), hours, calendar)
                .promised(until, from.isBefore(counts) ? counts : from);
    }

    /**
     * By when an agency that will be late has to apologise and name a new date: at the latest one day before the result is
     * due (NĐ 61/2018 Đ19 k9); here the end of the last working day before the due day.
     */
    public static Instant apologyBy(Instant due, OpeningHours hours, WorkingCalendar calendar) {
        return instant(hours.closes(calendar.previousWorkingDay(VietnamTime.dayOf(due)), calendar));
    }

    /** How long until {@code due}, or how long since. */
    public static Remaining remaining(Instant due, Instant now, OpeningHours hours, WorkingCalendar calendar) {
        var late = now.isAfter(due);
        var time = workingTime(late ? due : now, late ? now : due, List.of(), hours, calendar);
        return Remaining.of(late, time, hours.usualDay());
    }

    /** How much of the time from reception to {@code due} has gone by, waits left out of both. */
    public static ProcessingShare share(
            Instant completeAt,
            List<Interval> waits,
            Instant due,
            Instant now,
            OpeningHours hours,
            WorkingCalendar calendar) {
        return new ProcessingShare(
                workingTime(completeAt, now, waits, hours, calendar),
                workingTime(completeAt, due, waits, hours, calendar));
    }

    /** The time in which the agency was open between two moments, without waits; zero when the second is earlier. */
    public static Duration workingTime(
            Instant from, Instant to, List<Interval> waits, OpeningHours hours, WorkingCalendar calendar) {
        var start = Count.minute(from);
        var end = Count.minute(to);
        var outside = Waits.of(waits);
        var time = Duration.ZERO;
        for (var day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.rests(day)) {
                for (var open : outside.leftOf(day, hours.on(day, calendar), start)) {
                    var until = open.to().isAfter(end) ? end : open.to();
                    if (open.from().isBefore(until)) {
                        time = time.plus(Duration.between(open.from(), until));
                    }
                }
            }
        }
        return time;
    }

    /** When so much time in which the agency is open has gone by since {@code from}; at once when it is none. */
    public static Instant after(Duration working, Instant from, OpeningHours hours, WorkingCalendar calendar) {
        var left = working;
        var start = Count.minute(from);
        var end = start;
        for (var day = start.toLocalDate(); left.isPositive(); day = day.plusDays(1)) {
            if (!calendar.rests(day)) {
                for (var open : Waits.of(List.of()).leftOf(day, hours.on(day, calendar), start)) {
                    var taken = open.length().compareTo(left) < 0 ? open.length() : left;
                    if (taken.isPositive()) {
                        left = left.minus(taken);
                        end = open.from().plus(taken);
                    }
                }
            }
        }
        return instant(end);
    }

    static Instant instant(LocalDateTime local) {
        return local.atZone(VietnamTime.ZONE).toInstant();
    }
}
