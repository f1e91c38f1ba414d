package vn.motcua.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.shared.VietnamTime;

/**
 * The same law a second time, written from {@code docs/law/time.md} and not from the program: no explanation, no joined
 * waits, hours counted minute by minute. Slow, and short enough to be read against the articles.
 *
 * @param special what is special about a day; other days are worked from Monday to Friday
 * @param hours when the door opens and closes on one certain day, in turn
 * @param week the same for days of the week that have other hours than the usual ones
 * @param waits when the dossier waited
 */
record SlowCount(
        Map<LocalDate, SpecialDay.Kind> special,
        Map<LocalDate, List<LocalTime>> hours,
        Map<DayOfWeek, List<LocalTime>> week,
        List<Interval> waits) {

    private static final List<LocalTime> USUAL =
            List.of(LocalTime.of(7, 30), LocalTime.of(11, 30), LocalTime.of(13, 30), LocalTime.of(17, 0));

    LocalDateTime due(TimeLimit limit, LocalDateTime received) {
        var start = whenOpen(received);
        if (limit.start() != Start.AT_RECEPTION && start.toLocalTime().isAfter(LocalTime.of(15, 0))) {
            start = whenOpen(start.toLocalDate().plusDays(1).atStartOfDay());
        }
        var day = start.toLocalDate();
        return switch (limit.unit()) {
            case WORKING_DAY ->
                closes(limit.start() == Start.SAME_DAY ? workedFrom(day) : workingDays(day, limit.amount()));
            case CALENDAR_DAY -> closes(workedFrom(calendarDays(day, limit.amount())));
            case MONTH -> closes(workedFrom(until(day, day.plusMonths(limit.amount()))));
            case YEAR -> closes(workedFrom(until(day, day.plusYears(limit.amount()))));
            case WORKING_HOUR -> minutes(start, limit.amount() * 60);
            case HOUR -> opensWithoutWaiting(clock(start, limit.amount() * 60));
        };
    }

    private LocalDate workingDays(LocalDate first, int amount) {
        var day = first;
        for (var left = amount; left > 0; ) {
            day = day.plusDays(1);
            left -= rests(day) || waitsAt(closes(day)) ? 0 : 1;
        }
        return day;
    }

    private LocalDate calendarDays(LocalDate first, long amount) {
        var day = first;
        for (var left = amount; left > 0; ) {
            day = day.plusDays(1);
            left -= waitsAt(closes(day)) ? 0 : 1;
        }
        return day;
    }

    private LocalDate until(LocalDate first, LocalDate last) {
        return waits.isEmpty() ? last : calendarDays(first, last.toEpochDay() - first.toEpochDay());
    }

    private LocalDate workedFrom(LocalDate day) {
        return rests(day) || waitsAt(closes(day)) ? workedFrom(day.plusDays(1)) : day;
    }

    private LocalDateTime minutes(LocalDateTime start, int amount) {
        var minute = start;
        for (var left = amount; left > 0; minute = minute.plusMinutes(1)) {
            left -= works(minute) && !waitsAt(minute) ? 1 : 0;
        }
        return minute;
    }

    /** Minutes of the clock, by day and night. */
    private LocalDateTime clock(LocalDateTime start, int amount) {
        var minute = start;
        for (var left = amount; left > 0; minute = minute.plusMinutes(1)) {
            left -= waitsAt(minute) ? 0 : 1;
        }
        return minute;
    }

    /** This minute if the door is open; otherwise the next at which it is and nothing waits. */
    private LocalDateTime opensWithoutWaiting(LocalDateTime moment) {
        var minute = whenOpen(moment);
        while (!minute.equals(moment) && waitsAt(minute)) {
            minute = whenOpen(minute.plusMinutes(1));
        }
        return minute;
    }

    /** Whether the minute that begins now is one of work. */
    private boolean works(LocalDateTime minute) {
        var turns = doors(minute.toLocalDate()).stream()
                .filter(it -> !it.isAfter(minute.toLocalTime()))
                .count();
        return !rests(minute.toLocalDate()) && turns % 2 == 1;
    }

    /** This minute if the door is open, both ends of a session included; otherwise the next at which it is. */
    private LocalDateTime whenOpen(LocalDateTime moment) {
        var minute = moment;
        while (!works(minute) && !works(minute.minusMinutes(1))) {
            minute = minute.plusMinutes(1);
        }
        return minute;
    }

    private boolean waitsAt(LocalDateTime moment) {
        return waits.stream()
                .anyMatch(it ->
                        !local(it.from()).isAfter(moment) && local(it.to()).isAfter(moment));
    }

    private boolean rests(LocalDate day) {
        var kind = special.get(day);
        return kind == null
                ? day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                : kind != SpecialDay.Kind.SWAP_WORK && kind != SpecialDay.Kind.OWN_HOURS;
    }

    private LocalDateTime closes(LocalDate day) {
        return day.atTime(doors(day).getLast());
    }

    private List<LocalTime> doors(LocalDate day) {
        return Optional.ofNullable(hours.get(day))
                .or(() -> Optional.ofNullable(week.get(day.getDayOfWeek())))
                .orElse(USUAL);
    }

    private static LocalDateTime local(Instant moment) {
        return VietnamTime.local(moment).truncatedTo(ChronoUnit.MINUTES);
    }
}
