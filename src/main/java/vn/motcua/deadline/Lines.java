package vn.motcua.deadline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an explanation as a count walks along the days. Short limits are told day by day; in long ones runs of
 * working days are one line, broken only by what is not an ordinary week, so that each holiday and swap can be seen.
 */
final class Lines {

    /** Limits of up to so many working days are told day by day. */
    static final int DAY_BY_DAY = 10;

    private final WorkingCalendar calendar;
    private final boolean dayByDay;
    private final List<Reason> written = new ArrayList<>();
    private int counted;
    private @Nullable Run run;

    Lines(WorkingCalendar calendar, boolean dayByDay) {
        this.calendar = calendar;
        this.dayByDay = dayByDay;
    }

    int counted() {
        return counted;
    }

    /** The line of a day with hours of its own; empty for any other. */
    static Optional<Reason> ownHours(LocalDate day, WorkingCalendar calendar) {
        return calendar.special(day)
                .filter(it -> !it.sessions().isEmpty())
                .map(it -> Reason.of(
                        Reason.Kind.OWN_HOURS, day, OpeningHours.written(it.sessions()), it.name(), it.nameEn()));
    }

    /** A working day that counts. */
    void work(LocalDate day) {
        counted++;
        var swap = calendar.special(day).filter(it -> it.kind() == SpecialDay.Kind.SWAP_WORK);
        ownHours(day, calendar).ifPresent(this::add);
        if (swap.isPresent()) {
            add(Reason.of(
                    Reason.Kind.COUNTED_SWAP,
                    day,
                    counted,
                    swap.get().name(),
                    swap.get().nameEn()));
        } else if (dayByDay) {
            add(Reason.of(Reason.Kind.COUNTED, day, counted));
        } else {
            run(RunKind.WORK, "", "").count(day, counted);
        }
    }

    /** A day that counts whatever it is. */
    void any(LocalDate day) {
        counted++;
        run(RunKind.ANY, "", "").count(day, counted);
    }

    /** Minutes counted on a working day. */
    void worked(LocalDate day, int minutes) {
        ownHours(day, calendar).ifPresent(this::add);
        if (minutes > 0) {
            add(Reason.of(Reason.Kind.WORKED, day, minutes));
        }
    }

    /** A day that does not count: for waiting, else because it is a day of rest. */
    void leave(LocalDate day, boolean waiting) {
        if (waiting) {
            ownHours(day, calendar).ifPresent(this::add);
            run(RunKind.WAITING, "", "").reach(day);
            return;
        }
        var special = calendar.special(day);
        if (special.isPresent()) {
            run(runOf(special.get().kind()), special.get().name(), special.get().nameEn())
                    .reach(day);
        } else if (run != null && run.kind == RunKind.WORK) {
            run.leaveOut(day);
        } else {
            add(Reason.of(Reason.Kind.WEEKEND, day));
        }
    }

    /** All lines so far. */
    List<Reason> written() {
        close();
        return List.copyOf(written);
    }

    private void add(Reason reason) {
        close();
        written.add(reason);
    }

    private Run run(RunKind kind, String name, String nameEn) {
        if (run == null || run.kind != kind || !run.name.equals(name)) {
            close();
            run = new Run(kind, name, nameEn);
        }
        return requireNonNull(run);
    }

    private void close() {
        if (run != null) {
            written.addAll(run.told());
            run = null;
        }
    }

    private static RunKind runOf(SpecialDay.Kind kind) {
        return switch (kind) {
            case HOLIDAY -> RunKind.HOLIDAY;
            case SWAP_OFF -> RunKind.SWAPPED_OFF;
            case COMPENSATION -> RunKind.COMPENSATION;
            case SUSPENSION -> RunKind.SUSPENSION;
            case SWAP_WORK, OWN_HOURS -> throw new IllegalStateException("a working day is no day of rest");
        };
    }

    private enum RunKind {
        WORK,
        ANY,
        WAITING,
        HOLIDAY,
        SWAPPED_OFF,
        COMPENSATION,
        SUSPENSION
    }

    /** Days of one sort in a row. */
    private static final class Run {

        private final RunKind kind;
        private final String name;
        private final String nameEn;
        private final List<LocalDate> days = new ArrayList<>();
        private final List<LocalDate> leftOut = new ArrayList<>();
        private int last;

        Run(RunKind kind, String name, String nameEn) {
            this.kind = kind;
            this.name = name;
            this.nameEn = nameEn;
        }

        void reach(LocalDate day) {
            days.add(day);
        }

        void count(LocalDate day, int number) {
            days.add(day);
            last = number;
        }

        void leaveOut(LocalDate day) {
            leftOut.add(day);
        }

        List<Reason> told() {
            var from = days.getFirst();
            var to = days.getLast();
            return switch (kind) {
                case WORK -> working(from, to);
                case ANY -> List.of(Reason.of(Reason.Kind.CALENDAR_SPAN, from, to, last - days.size() + 1, last));
                case WAITING -> List.of(Reason.of(Reason.Kind.WAITING, from, to));
                case HOLIDAY -> rest(Reason.Kind.HOLIDAY);
                case SWAPPED_OFF -> rest(Reason.Kind.SWAPPED_OFF);
                case COMPENSATION -> rest(Reason.Kind.COMPENSATION);
                case SUSPENSION -> rest(Reason.Kind.SUSPENSION);
            };
        }

        private List<Reason> working(LocalDate from, LocalDate to) {
            var lines = new ArrayList<Reason>();
            var between = leftOut.stream().filter(it -> it.isBefore(to)).count();
            lines.add(
                    days.size() == 1
                            ? Reason.of(Reason.Kind.COUNTED, from, last)
                            : Reason.of(Reason.Kind.COUNTED_SPAN, from, to, last - days.size() + 1, last, between));
            leftOut.stream().filter(it -> it.isAfter(to)).forEach(it -> lines.add(Reason.of(Reason.Kind.WEEKEND, it)));
            return lines;
        }

        private List<Reason> rest(Reason.Kind single) {
            return List.of(
                    days.size() == 1
                            ? Reason.of(single, days.getFirst(), name, nameEn)
                            : Reason.of(Reason.Kind.REST_SPAN, days.getFirst(), days.getLast(), name, nameEn));
        }
    }
}
