package vn.motcua.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A number in the queue of one one-stop on one day (phiếu số thứ tự).
 *
 * @param no 1, 2, 3 … of the day, without gaps
 * @param priority whether they may go first; why is not kept
 * @param window where it was called last, 0 for nowhere yet
 * @param only the one window that may call it, 0 for any that does its errand
 * @param calls how often it was called
 * @param calledAt the first call at the window where it is; empty while it waits
 */
public record Ticket(
        int no,
        Errand errand,
        boolean priority,
        State state,
        int window,
        int only,
        int calls,
        Instant takenAt,
        Optional<Instant> calledAt,
        Optional<Instant> endedAt) {

    /** Where a number stands. */
    public enum State {
        /** Not called yet. */
        WAITING,
        /** Called to a window, or being served there. */
        CALLED,
        /** Served. */
        DONE,
        /** Called, and nobody came. */
        ABSENT,
        /** The day ended before it was done with. */
        ENDED
    }

    /** A new number. */
    static Ticket taken(int no, Errand errand, boolean priority, Instant now) {
        return new Ticket(no, errand, priority, State.WAITING, 0, 0, 0, now, Optional.empty(), Optional.empty());
    }

    /** Called to a window, for the first time or again. */
    Ticket called(int to, Instant now) {
        var first = state == State.CALLED && window == to ? calledAt : Optional.of(now);
        return new Ticket(no, errand, priority, State.CALLED, to, only, calls + 1, takenAt, first, Optional.empty());
    }

    /** Served. */
    Ticket done(Instant now) {
        return ended(State.DONE, now);
    }

    /** Nobody came. */
    Ticket absent(Instant now) {
        return ended(State.ABSENT, now);
    }

    /** Came late: waits again, with the same number. */
    Ticket back() {
        return new Ticket(
                no, errand, priority, State.WAITING, 0, only, calls, takenAt, Optional.empty(), Optional.empty());
    }

    /** Handed on to another window, which alone may call it now. */
    Ticket movedTo(int other) {
        return new Ticket(
                no, errand, priority, State.WAITING, 0, other, 0, takenAt, Optional.empty(), Optional.empty());
    }

    /** As it stands when its day is over. */
    Ticket ended() {
        return new Ticket(no, errand, priority, State.ENDED, window, only, calls, takenAt, calledAt, endedAt);
    }

    private Ticket ended(State how, Instant now) {
        return new Ticket(no, errand, priority, how, window, only, calls, takenAt, calledAt, Optional.of(now));
    }
}
