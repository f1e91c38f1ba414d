package vn.motcua.deadline;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When an agency is open on a working day (giờ làm việc). Each agency sets its own; which days are working days is the
 * calendar's to say. Both ends of a session belong to it: what comes at 17:00 sharp comes in time.
 *
 * @param ordinary the sessions of a usual working day, in order
 * @param otherwise other sessions for some days of the week, e.g. mornings only on Fridays
 */
public record OpeningHours(List<Session> ordinary, Map<DayOfWeek, List<Session>> otherwise) {

    /** Refuses a day without a session, and sessions that are not in order. */
    public OpeningHours {
        ordinary = ordered(ordinary);
        var copied = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        otherwise.forEach((day, sessions) -> copied.put(day, ordered(sessions)));
        otherwise = Map.copyOf(copied);
    }

    /** 7:30 to 11:30 and 13:30 to 17:00: a usual day, taken where the agency has not set its hours. No law sets it. */
    public static OpeningHours usual() {
        return parse("07:30-11:30 13:30-17:00");
    }

    /**
     * Reads what {@link #toString} writes: sessions apart by spaces, then days of the week that differ, e.g.
     * {@code 07:30-11:30 13:30-17:00; FRIDAY 07:30-11:30}. Words before the sessions, as in {@code MON-FRI 07:30-11:30}, are
     * for readers: which days are worked is the calendar's to say.
     */
    public static OpeningHours parse(String text) {
        var parts = List.of(text.split(";", -1));
        var otherwise = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        for (var part : parts.subList(1, parts.size())) {
            var words = part.strip().split("\\s+", 2);
            otherwise.put(DayOfWeek.valueOf(words[0].toUpperCase(Locale.ROOT)), sessions(words[1]));
        }
        return new OpeningHours(sessions(parts.getFirst()), otherwise);
    }

    /** Reads the sessions of one day, apart by spaces; refuses none, and such as are not in order. */
    public static List<Session> sessionsOf(String day) {
        return ordered(sessions(day));
    }

    /** The sessions of that day, if it is a working day: those that the calendar gives this one day, else the usual ones. */
    public List<Session> on(LocalDate day, WorkingCalendar calendar) {
        return calendar.special(day)
                .map(SpecialDay::sessions)
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> requireNonNull(otherwise.getOrDefault(day.getDayOfWeek(), ordinary)));
    }

    /** When the agency opens on that working day. */
    public LocalDateTime opens(LocalDate day, WorkingCalendar calendar) {
        return day.atTime(on(day, calendar).getFirst().from());
    }

    /** When it closes on that working day: the end of its last session. */
    public LocalDateTime closes(LocalDate day, WorkingCalendar calendar) {
        return day.atTime(on(day, calendar).getLast().to());
    }

    /** Whether it is open at that moment. */
    public boolean open(LocalDateTime moment, WorkingCalendar calendar) {
        return !calendar.rests(moment.toLocalDate())
                && on(moment.toLocalDate(), calendar).stream().anyMatch(it -> it.contains(moment.toLocalTime()));
    }

    /** That moment if the agency is open then, otherwise when it next opens. */
    public LocalDateTime firstOpen(LocalDateTime moment, WorkingCalendar calendar) {
        if (open(moment, calendar)) {
            return moment;
        }
        var day = moment.toLocalDate();
        if (!calendar.rests(day)) {
            for (var session : on(day, calendar)) {
                if (session.from().isAfter(moment.toLocalTime())) {
                    return day.atTime(session.from());
                }
            }
        }
        return opens(calendar.nextWorkingDay(day), calendar);
    }

    /** How long a usual day is. */
    public Duration usualDay() {
        return ordinary.stream().map(Session::length).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public String toString() {
        return written(ordinary)
                + otherwise.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> "; " + it.getKey() + " " + written(it.getValue()))
                        .collect(Collectors.joining());
    }

    static List<Session> ordered(List<Session> sessions) {
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("a working day without a session");
        }
        for (var i = 1; i < sessions.size(); i++) {
            if (!sessions.get(i).from().isAfter(sessions.get(i - 1).to())) {
                throw new IllegalArgumentException("sessions out of order: " + sessions);
            }
        }
        return List.copyOf(sessions);
    }

    private static List<Session> sessions(String text) {
        return List.of(text.strip().split("\\s+", -1)).stream()
                .filter(it -> it.isEmpty() || Character.isDigit(it.charAt(0)))
                .map(Session::parse)
                .toList();
    }

    /** The sessions as {@link #sessionsOf} reads them. */
    public static String written(List<Session> sessions) {
        return sessions.stream().map(Session::toString).collect(Collectors.joining(" "));
    }

    /**
     * A stretch of a day in which the agency is open.
     *
     * @param from when it opens
     * @param to when it closes, later than {@code from}
     */
    public record Session(LocalTime from, LocalTime to) {

        /** Refuses a session without length. */
        public Session {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("closes before it opens: " + from + "-" + to);
            }
        }

        /** Reads {@code 07:30-11:30}. */
        public static Session parse(String text) {
            var ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("not a session: " + text);
            }
            return new Session(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }

        /** Whether that time lies in it, both ends included. */
        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }

        /** How long it is. */
        public Duration length() {
            return Duration.between(from, to);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }
}
