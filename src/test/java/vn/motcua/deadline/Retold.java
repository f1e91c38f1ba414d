package vn.motcua.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads an explanation as a person with a pencil does: line after line, knowing the limit and when the office is open, but
 * no calendar, no wait and not the line that names the due moment. Each line has to begin where the one before ended.
 */
final class Retold {

    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final List<LocalTime[]> USUAL = sessions("07:30-11:30 13:30-17:00");

    private final TimeLimit limit;
    private final Set<LocalDate> rest = new HashSet<>();
    private final Map<LocalDate, List<LocalTime[]>> hours = new HashMap<>();
    private final Map<LocalDate, Integer> worked = new HashMap<>();
    private final List<LocalDateTime[]> waited = new ArrayList<>();
    private LocalDateTime start = LocalDateTime.MIN;
    private LocalDateTime end = LocalDateTime.MIN;
    private LocalDate next = LocalDate.MIN;
    private int counted;
    private int toCount;
    private boolean rolled;
    private boolean recounted;

    private Retold(TimeLimit limit) {
        this.limit = limit;
    }

    /** The due moment to which the lines lead, in Vietnam. */
    static LocalDateTime due(TimeLimit limit, List<Reason> lines) {
        var told = new Retold(limit);
        lines.subList(0, lines.size() - 1).forEach(told::read);
        var due = told.ends();
        assertThat(lines.getLast()).isEqualTo(Reason.of(Reason.Kind.ENDS, due.toLocalDate(), due.toLocalTime()));
        return due;
    }

    private LocalDateTime ends() {
        return switch (limit.unit()) {
            case WORKING_DAY, CALENDAR_DAY -> {
                assertThat(counted).as("days counted").isEqualTo(toCount);
                yield closes(end.toLocalDate());
            }
            case MONTH, YEAR -> {
                assertThat(counted).as("days counted, if any waited").isIn(0, toCount);
                yield closes(end.toLocalDate());
            }
            case HOUR -> end;
            case WORKING_HOUR -> minuteByMinute();
        };
    }

    private void read(Reason line) {
        var day = line.date();
        switch (line.kind()) {
            case RECEIVED, SUPPLEMENTED, EXTENDED, OPENS_LATER -> from(day.atTime(time(line, 0)));
            case OWN_HOURS -> hours.put(day, sessions(line.arguments().getFirst()));
            case AFTER_15 -> from(day.atTime(hoursOf(day).getFirst()[0]));
            case FIRST_DAY -> {
                assertThat(day).isEqualTo(start.toLocalDate());
                toCount = limit.amount();
                next = day.plusDays(1);
            }
            case SAME_DAY -> {
                assertThat(day).isEqualTo(next);
                end = day.atTime(CLOSES);
            }
            case COUNTED, COUNTED_SWAP -> count(day, day, number(line, 0), number(line, 0), 0);
            case COUNTED_SPAN -> count(day, date(line, 0), number(line, 1), number(line, 2), number(line, 3));
            case CALENDAR_SPAN -> count(day, date(line, 0), number(line, 1), number(line, 2), 0);
            case WEEKEND -> {
                assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                leave(day, day);
            }
            case HOLIDAY, SWAPPED_OFF, COMPENSATION, SUSPENSION -> leave(day, day);
            case REST_SPAN, WAITING -> leave(day, date(line, 0));
            case MONTHS, YEARS -> corresponding(line);
            case NO_SUCH_DAY -> {
                assertThat(day).isEqualTo(end.toLocalDate()).isEqualTo(day.withDayOfMonth(day.lengthOfMonth()));
                assertThat(number(line, 0)).isEqualTo(start.getDayOfMonth()).isGreaterThan(day.getDayOfMonth());
            }
            case ROLLED, ROLLED_HOLIDAY -> {
                assertThat(date(line, 0)).isEqualTo(end.toLocalDate());
                rolled(day);
            }
            case HOURS -> {
                assertThat(moment(line, 1)).isEqualTo(start);
                end = start.plusHours(number(line, 0));
            }
            case WAITED_TIME -> waits(line);
            case ENDS_CLOSED, WAIT_ENDS_CLOSED -> {
                assertThat(moment(line, 0)).isEqualTo(end);
                assertThat(day).isAfterOrEqualTo(end.toLocalDate());
                end = opens(day);
                rolled = true;
            }
            case WORKED -> worked.put(day, number(line, 0));
            case NOT_ANNOUNCED ->
                assertThat(Integer.parseInt(line.arguments().getFirst())).isBetween(2020, 2040);
            case PROMISED -> promised(day.atTime(time(line, 0)));
            case ENDS -> throw new AssertionError("the end is told once, at last");
        }
    }

    /** The days that were left then are counted anew, from the first line on; no line means that it stays. */
    private void promised(LocalDateTime moment) {
        from(moment);
        recounted = true;
    }

    private void begins(LocalDate day) {
        if (recounted) {
            assertThat(day).as("from a day of the promise").isBeforeOrEqualTo(start.toLocalDate());
            recounted = false;
            toCount = limit.amount();
            next = day;
        }
        assertThat(day).as("begins where the line before ended").isEqualTo(next);
    }

    private void from(LocalDateTime moment) {
        start = moment;
        end = moment;
        next = moment.toLocalDate();
    }

    private void count(LocalDate from, LocalDate to, int first, int last, int leftOut) {
        begins(from);
        assertThat(first).isEqualTo(counted + 1);
        assertThat(ChronoUnit.DAYS.between(from, to) + 1 - leftOut).isEqualTo(last - first + 1);
        counted = last;
        end = to.atTime(CLOSES);
        next = to.plusDays(1);
    }

    private void leave(LocalDate from, LocalDate to) {
        if (limit.unit() == TimeLimit.Unit.WORKING_HOUR) {
            from.datesUntil(to.plusDays(1)).forEach(rest::add);
            return;
        }
        begins(from);
        next = to.plusDays(1);
        if (rolled) {
            end = next.atTime(CLOSES);
        }
    }

    private void rolled(LocalDate to) {
        rolled = true;
        next = to;
        end = to.atTime(CLOSES);
    }

    private void corresponding(Reason line) {
        var first = start.toLocalDate();
        assertThat(line.date()).isEqualTo(first);
        assertThat(number(line, 0)).isEqualTo(limit.amount());
        var last = date(line, 1);
        assertThat(last)
                .isEqualTo(
                        line.kind() == Reason.Kind.MONTHS
                                ? first.plusMonths(limit.amount())
                                : first.plusYears(limit.amount()));
        toCount = (int) ChronoUnit.DAYS.between(first, last);
        end = last.atTime(CLOSES);
        next = first.plusDays(1);
    }

    private void waits(Reason line) {
        var from = line.date().atTime(time(line, 0));
        var to = moment(line, 1);
        assertThat(ChronoUnit.MINUTES.between(from, to)).isEqualTo(number(line, 2));
        if (limit.unit() == TimeLimit.Unit.WORKING_HOUR) {
            waited.add(new LocalDateTime[] {from, to});
        } else if (rolled) {
            assertThat(from).isBeforeOrEqualTo(end);
            end = to;
        } else {
            assertThat(from).isBefore(end);
            end = end.plusMinutes(number(line, 2));
        }
    }

    private LocalDateTime minuteByMinute() {
        var done = new HashMap<LocalDate, Integer>();
        var minute = start;
        for (var left = limit.amount() * 60; left > 0; minute = minute.plusMinutes(1)) {
            if (works(minute)) {
                done.merge(minute.toLocalDate(), 1, Integer::sum);
                left--;
            }
        }
        assertThat(worked).isEqualTo(done);
        return minute;
    }

    private boolean works(LocalDateTime minute) {
        return !rest.contains(minute.toLocalDate())
                && open(minute)
                && open(minute.plusMinutes(1))
                && waited.stream().noneMatch(it -> !minute.isBefore(it[0]) && minute.isBefore(it[1]));
    }

    /** By the hours alone: which days are worked the lines say. */
    private boolean open(LocalDateTime moment) {
        var time = moment.toLocalTime();
        return hoursOf(moment.toLocalDate()).stream().anyMatch(it -> !time.isBefore(it[0]) && !time.isAfter(it[1]));
    }

    /** When the office opens that day, after the hours ran out. */
    private LocalDateTime opens(LocalDate day) {
        return hoursOf(day).stream()
                .map(it -> day.atTime(it[0]))
                .filter(it -> it.isAfter(end))
                .findFirst()
                .orElseThrow();
    }

    private LocalDateTime closes(LocalDate day) {
        return day.atTime(hoursOf(day).getLast()[1]);
    }

    private List<LocalTime[]> hoursOf(LocalDate day) {
        return hours.getOrDefault(day, USUAL);
    }

    private static List<LocalTime[]> sessions(String text) {
        return Stream.of(text.split(" ", -1))
                .map(it -> it.split("-", -1))
                .map(it -> new LocalTime[] {LocalTime.parse(it[0]), LocalTime.parse(it[1])})
                .toList();
    }

    private static int number(Reason line, int argument) {
        return Integer.parseInt(line.arguments().get(argument));
    }

    private static LocalDate date(Reason line, int argument) {
        return LocalDate.parse(line.arguments().get(argument));
    }

    private static LocalTime time(Reason line, int argument) {
        return LocalTime.parse(line.arguments().get(argument));
    }

    private static LocalDateTime moment(Reason line, int argument) {
        return LocalDateTime.parse(line.arguments().get(argument));
    }
}
