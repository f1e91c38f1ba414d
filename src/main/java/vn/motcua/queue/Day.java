package vn.motcua.queue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The queue of a one-stop on one day, and the rules of whose turn it is.
 *
 * <p>Who has priority (old, disabled, pregnant, with a small child, with an appointment) goes as if they had taken their
 * number {@value #HEAD_START} numbers earlier. So they are next in any usual hall, and yet nobody is ever overtaken by more
 * than {@value #HEAD_START} people: however many with priority come, everybody's turn comes. No source says how priority and
 * order meet; this rule is ours.
 *
 * @param tickets all numbers of the day
 * @param windows where officers sit
 */
public record Day(List<Ticket> tickets, List<Window> windows) {

    /** How many numbers somebody with priority is ahead of their own. */
    public static final int HEAD_START = 20;

    /** From how many served people on a waiting time is said. */
    static final int ENOUGH = 3;

    private static final Comparator<Ticket> TURN =
            Comparator.comparingInt(Day::rank).thenComparingInt(Ticket::no);

    /** Keeps its own copies. */
    public Day {
        tickets = List.copyOf(tickets);
        windows = List.copyOf(windows);
    }

    /** Those who wait, in the order of their turns. */
    public List<Ticket> waiting() {
        return in(Ticket.State.WAITING).sorted(TURN).toList();
    }

    /** Those who were called and did not come, by number. */
    public List<Ticket> absent() {
        return in(Ticket.State.ABSENT)
                .sorted(Comparator.comparingInt(Ticket::no))
                .toList();
    }

    /** Those who are at a window or called to it, the latest call first. */
    public List<Ticket> called() {
        return in(Ticket.State.CALLED)
                .sorted(Comparator.comparing((Ticket it) -> it.calledAt().orElse(it.takenAt()))
                        .reversed())
                .toList();
    }

    /** Whose turn it is at that window. */
    public Optional<Ticket> next(Window window) {
        return waiting().stream().filter(window::serves).findFirst();
    }

    /** Who is at that window now. */
    public Optional<Ticket> at(int window) {
        return in(Ticket.State.CALLED).filter(it -> it.window() == window).findFirst();
    }

    /** The number, if it was given out. */
    public Optional<Ticket> ticket(int no) {
        return tickets.stream().filter(it -> it.no() == no).findFirst();
    }

    /** Where the officer sits; empty when they sit nowhere. */
    public Optional<Window> of(vn.motcua.identity.OfficerId officer) {
        return windows.stream().filter(it -> it.officer().equals(officer)).findFirst();
    }

    /** How long that number still waits. */
    public Wait waitOf(Ticket ticket) {
        var open = windows.stream().filter(it -> it.serves(ticket)).toList();
        var before = (int) waiting().stream()
                .takeWhile(it -> it.no() != ticket.no())
                .filter(it -> open.isEmpty()
                        ? it.errand() == ticket.errand()
                        : open.stream().anyMatch(window -> window.serves(it)))
                .count();
        return new Wait(
                before,
                usualService()
                        .filter(_ -> !open.isEmpty())
                        .map(it -> it.multipliedBy(before).dividedBy(open.size())));
    }

    /** How long serving one took today: the middle of all; empty while too few were served. */
    Optional<Duration> usualService() {
        var times = in(Ticket.State.DONE)
                .flatMap(it ->
                        it.calledAt().flatMap(from -> it.endedAt().map(to -> Duration.between(from, to))).stream())
                .sorted()
                .toList();
        return times.size() < ENOUGH ? Optional.empty() : Optional.of(times.get(times.size() / 2));
    }

    private static int rank(Ticket ticket) {
        return ticket.priority() ? ticket.no() - HEAD_START : ticket.no();
    }

    private java.util.stream.Stream<Ticket> in(Ticket.State state) {
        return tickets.stream().filter(it -> it.state() == state);
    }

    /**
     * What somebody who waits wants to know.
     *
     * @param before how many are called before them
     * @param about how long that takes by today's measure; empty when it is not known
     */
    public record Wait(int before, Optional<Duration> about) {

        /** The same in whole minutes, rounded up. */
        public Optional<Long> minutes() {
            return about.map(it -> (it.toSeconds() + 59) / 60);
        }
    }
}
