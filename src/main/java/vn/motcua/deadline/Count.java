package vn.motcua.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.shared.VietnamTime;

/** One count of a limit, day by day, writing down why as it goes. */
final class Count {

    /** Raised when a rule here gives another moment than before; a stored due moment names the version it came from. */
    private static final int VERSION = 1;

    private final TimeLimit limit;
    private final Waits waits;
    private final OpeningHours hours;
    private final WorkingCalendar calendar;
    private final List<Reason> reasons = new ArrayList<>();

    Count(TimeLimit limit, List<Interval> waits, OpeningHours hours, WorkingCalendar calendar) {
        this.limit = limit;
        this.waits = Waits.of(waits);
        this.hours = hours;
        this.calendar = calendar;
    }

    /** A moment as an acknowledgement prints it: on Vietnam's clock, without seconds. */
    static LocalDateTime minute(Instant moment) {
        return VietnamTime.local(moment).truncatedTo(ChronoUnit.MINUTES);
    }

    Due due(Reason.Kind beginning, Instant completeAt) {
        var received = minute(completeAt);
        add(beginning, received.toLocalDate(), received.toLocalTime());
        var start = start(received);
        var end = switch (limit.unit()) {
            case WORKING_DAY -> closes(workingDay(start.toLocalDate()));
            case CALENDAR_DAY -> closes(rolled(calendarDay(start.toLocalDate())));
            case MONTH, YEAR -> closes(rolled(correspondingDay(start.toLocalDate())));
            case HOUR -> clockHours(start);
            case WORKING_HOUR -> workingHours(start);
        };
        return ends(received, end, rule());
    }

    /**
     * From a promise after a wait: it moves on by each working day on which the dossier waited when the office closed.
     *
     * @param first the first day that may have been lost, not after the one promised
     */
    Due promised(LocalDateTime promised, LocalDate first) {
        var last = promised.toLocalDate();
        add(Reason.Kind.PROMISED, last, promised.toLocalTime());
        var from = first.isAfter(last) ? last : first;
        var days = 1 + from.datesUntil(last).filter(it -> !calendar.rests(it)).count();
        var lines = new Lines(calendar, days <= Lines.DAY_BY_DAY);
        var day = from.minusDays(1);
        while (!waits.none() && lines.counted() < days) {
            day = day.plusDays(1);
            if (calendar.rests(day) || waited(day)) {
                lines.leave(day, waited(day));
            } else {
                lines.work(day);
            }
        }
        tell(lines);
        return ends(promised, day.isAfter(last) ? closes(day) : promised, "promised+waiting/" + VERSION);
    }

    private Due ends(LocalDateTime begun, LocalDateTime end, String rule) {
        var provisional = false;
        for (var year = begun.getYear(); year <= end.getYear(); year++) {
            if (!calendar.announced(year)) {
                add(Reason.Kind.NOT_ANNOUNCED, LocalDate.of(year, 1, 1), year);
                provisional = true;
            }
        }
        add(Reason.Kind.ENDS, end.toLocalDate(), end.toLocalTime());
        return new Due(Deadlines.instant(end), rule, calendar.version(), reasons, provisional);
    }

    /** From which moment of opening the limit runs. */
    private LocalDateTime start(LocalDateTime received) {
        var start = hours.firstOpen(received, calendar);
        if (!start.equals(received)) {
            ownHours(received.toLocalDate());
            ownHours(start.toLocalDate());
            add(Reason.Kind.OPENS_LATER, start.toLocalDate(), start.toLocalTime());
        }
        if (limit.start() != Start.AT_RECEPTION && start.toLocalTime().isAfter(Deadlines.CUT_OFF)) {
            start = hours.opens(calendar.nextWorkingDay(start.toLocalDate()), calendar);
            ownHours(start.toLocalDate());
            add(Reason.Kind.AFTER_15, start.toLocalDate());
        }
        return start;
    }

    private LocalDate workingDay(LocalDate first) {
        if (limit.start() == Start.SAME_DAY) {
            var day = afterWaiting(first);
            add(Reason.Kind.SAME_DAY, day);
            return day;
        }
        add(Reason.Kind.FIRST_DAY, first);
        var lines = new Lines(calendar, limit.amount() <= Lines.DAY_BY_DAY);
        var day = first;
        while (lines.counted() < limit.amount()) {
            day = day.plusDays(1);
            if (calendar.rests(day) || waited(day)) {
                lines.leave(day, waited(day));
            } else {
                lines.work(day);
            }
        }
        tell(lines);
        return day;
    }

    private LocalDate calendarDay(LocalDate first) {
        add(Reason.Kind.FIRST_DAY, first);
        return calendarDays(first, limit.amount());
    }

    private LocalDate calendarDays(LocalDate first, int amount) {
        var lines = new Lines(calendar, false);
        var day = first;
        while (lines.counted() < amount) {
            day = day.plusDays(1);
            if (waited(day)) {
                lines.leave(day, true);
            } else {
                lines.any(day);
            }
        }
        tell(lines);
        return day;
    }

    /** Đ148 k3, k4: the day of the same number; where the month has none, its last day. Waiting moves it on by days. */
    private LocalDate correspondingDay(LocalDate first) {
        var months = limit.unit() == TimeLimit.Unit.MONTH;
        var last = months ? first.plusMonths(limit.amount()) : first.plusYears(limit.amount());
        add(months ? Reason.Kind.MONTHS : Reason.Kind.YEARS, first, limit.amount(), last);
        if (last.getDayOfMonth() != first.getDayOfMonth()) {
            add(Reason.Kind.NO_SUCH_DAY, last, first.getDayOfMonth());
        }
        return waits.none() ? last : calendarDays(first, (int) ChronoUnit.DAYS.between(first, last));
    }

    /** Đ148 k5: when the last day is one of rest, the limit ends with the next working day. */
    private LocalDate rolled(LocalDate last) {
        if (!calendar.rests(last)) {
            return last;
        }
        var next = calendar.firstWorkingDay(last);
        var off = last.datesUntil(next)
                .flatMap(it -> calendar.special(it).stream())
                .toList();
        if (off.isEmpty()) {
            add(Reason.Kind.ROLLED, next, last);
        } else {
            add(
                    Reason.Kind.ROLLED_HOLIDAY,
                    next,
                    last,
                    off.stream().map(SpecialDay::name).distinct().collect(Collectors.joining("; ")),
                    off.stream().map(SpecialDay::nameEn).distinct().collect(Collectors.joining("; ")));
        }
        return afterWaiting(next);
    }

    /** A limit may roll onto a day of waiting; then it ends with the first working day after the waiting. */
    private LocalDate afterWaiting(LocalDate rolled) {
        var lines = new Lines(calendar, true);
        var day = rolled;
        while (calendar.rests(day) || waited(day)) {
            lines.leave(day, waited(day));
            day = day.plusDays(1);
        }
        tell(lines);
        return day;
    }

    /** When it closes on the day the limit ends, and the line that says so where that day has hours of its own. */
    private LocalDateTime closes(LocalDate last) {
        ownHours(last);
        return hours.closes(last, calendar);
    }

    /** The line of a day with hours of its own, said once. */
    private void ownHours(LocalDate day) {
        Lines.ownHours(day, calendar).filter(it -> !reasons.contains(it)).ifPresent(reasons::add);
    }

    private void tell(Lines lines) {
        lines.written().stream()
                .filter(it -> it.kind() != Reason.Kind.OWN_HOURS || !reasons.contains(it))
                .forEach(reasons::add);
    }

    private boolean waited(LocalDate day) {
        return waits.cover(hours.closes(day, calendar));
    }

    /** Đ147 k1: from the moment. One that runs out while the agency is closed is due when it opens. */
    private LocalDateTime clockHours(LocalDateTime start) {
        add(Reason.Kind.HOURS, start.toLocalDate(), limit.amount(), start);
        var end = start.plusHours(limit.amount());
        for (var wait : waits.after(start)) {
            if (wait.from().isBefore(end)) {
                end = end.plus(wait.length());
                add(wait);
            }
        }
        if (hours.open(end, calendar)) {
            return end;
        }
        var open = opens(Reason.Kind.ENDS_CLOSED, end);
        for (var wait : waits.after(end)) {
            if (!wait.from().isAfter(open) && wait.to().isAfter(open)) {
                add(wait);
                open = opens(Reason.Kind.WAIT_ENDS_CLOSED, wait.to());
            }
        }
        return open;
    }

    /** That moment if the agency is open then; otherwise when it next opens, and the line that says so. */
    private LocalDateTime opens(Reason.Kind closed, LocalDateTime moment) {
        var open = hours.firstOpen(moment, calendar);
        if (!open.equals(moment)) {
            ownHours(moment.toLocalDate());
            ownHours(open.toLocalDate());
            add(closed, open.toLocalDate(), moment);
        }
        return open;
    }

    private LocalDateTime workingHours(LocalDateTime start) {
        var left = Duration.ofHours(limit.amount());
        var lines = new Lines(calendar, true);
        var end = start;
        for (var day = start.toLocalDate(); !left.isZero(); day = day.plusDays(1)) {
            if (calendar.rests(day)) {
                lines.leave(day, false);
                continue;
            }
            var counted = Duration.ZERO;
            for (var open : waits.leftOf(day, hours.on(day, calendar), start)) {
                var taken = open.length().compareTo(left) < 0 ? open.length() : left;
                if (!taken.isZero()) {
                    counted = counted.plus(taken);
                    left = left.minus(taken);
                    end = open.from().plus(taken);
                }
            }
            lines.worked(day, (int) counted.toMinutes());
        }
        tell(lines);
        for (var wait : waits.after(start)) {
            if (wait.from().isBefore(end)) {
                add(wait);
            }
        }
        return end;
    }

    private void add(Waits.Wait wait) {
        add(
                Reason.Kind.WAITED_TIME,
                wait.from().toLocalDate(),
                wait.from().toLocalTime(),
                wait.to(),
                wait.length().toMinutes());
    }

    private void add(Reason.Kind kind, LocalDate date, Object... arguments) {
        reasons.add(Reason.of(kind, date, arguments));
    }

    private String rule() {
        var unit = limit.unit().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var start = switch (limit.start()) {
            case AT_RECEPTION -> unit;
            case AFTER_15_NEXT_DAY -> unit + "+after-15";
            case SAME_DAY -> "same-day";
        };
        return start + (waits.none() ? "" : "+waiting") + "/" + VERSION;
    }
}
