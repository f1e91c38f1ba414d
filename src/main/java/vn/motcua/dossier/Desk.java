package vn.motcua.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;

/**
 * Who has a dossier: where it stands on the procedure's route, at which unit each open step lies and which officer has
 * taken it, and who finished the others. Housekeeping, kept apart from the {@link Stage}, which is law.
 *
 * @param tokens every visit so far
 * @param seats one for each open visit
 * @param finished one for each completed visit
 */
public record Desk(Tokens tokens, List<Seat> seats, List<Finished> finished) {

    /** Keeps its own copies, in the order of the visits. */
    public Desk {
        seats = seats.stream().sorted(Comparator.comparingInt(Seat::visit)).toList();
        finished = finished.stream()
                .sorted(Comparator.comparingInt(Finished::visit))
                .toList();
    }

    /**
     * One open step.
     *
     * @param visit the number of the visit
     * @param step the step's id on the route
     * @param role which position may work on it
     * @param unit where it lies
     * @param officer who has taken it; empty while it lies in the unit's common tray
     * @param since when it came
     */
    public record Seat(int visit, String step, String role, UnitId unit, Optional<OfficerId> officer, Instant since) {

        Seat taken(OfficerId by) {
            return new Seat(visit, step, role, unit, Optional.of(by), since);
        }

        Seat at(UnitId other) {
            return new Seat(visit, step, role, other, officer, since);
        }

        Seat free() {
            return new Seat(visit, step, role, unit, Optional.empty(), since);
        }
    }

    /**
     * One completed step. Who appraised may not approve, so this is kept with the desk.
     *
     * @param by who finished it
     */
    public record Finished(int visit, String step, String role, UnitId unit, OfficerId by) {}

    /** Before the first step. */
    static Desk begin(Path path, Instant now) {
        return new Desk(new Tokens(List.of()), List.of(), List.of()).moved(path.begin(), path, now);
    }

    /** The open step of that id. */
    public Optional<Seat> seat(String step) {
        return seats.stream().filter(it -> it.step().equals(step)).findFirst();
    }

    /** The same desk with one step taken or given back. */
    Desk with(Seat changed) {
        return new Desk(
                tokens,
                seats.stream()
                        .map(it -> it.visit() == changed.visit() ? changed : it)
                        .toList(),
                finished);
    }

    /** The same desk with several steps elsewhere. */
    Desk with(List<Seat> changed) {
        return changed.stream().reduce(this, Desk::with, (_, last) -> last);
    }

    /** The step is done by that officer, and lies with the next ones. */
    Desk done(Seat seat, OfficerId by, Path path, Instant now) {
        var also = Stream.concat(
                finished.stream(), Stream.of(new Finished(seat.visit(), seat.step(), seat.role(), seat.unit(), by)));
        return new Desk(tokens, seats, also.toList()).moved(path.complete(tokens, seat.step()), path, now);
    }

    /** Whether that officer finished one of these steps. */
    public boolean isDoneBy(OfficerId officer, Collection<String> steps) {
        return finished.stream()
                .anyMatch(it -> steps.contains(it.step()) && it.by().equals(officer));
    }

    /** The step goes back to an earlier one; what was finished since is open to be done again. */
    Desk sentBack(Seat seat, String to, Path path, Instant now) {
        return moved(path.sendBack(tokens, seat.step(), to), path, now);
    }

    /** What is open lies in the trays of other units: those of the route there. */
    Desk elsewhere(Path there, Instant now) {
        return new Desk(
                tokens,
                visits(tokens, Token.State.OPEN).stream()
                        .map(it -> there.seat(it, now))
                        .toList(),
                finished);
    }

    /** As it was at an earlier moment. */
    Desk asAt(Desk earlier) {
        return new Desk(tokens.asAt(earlier.tokens), earlier.seats, earlier.finished);
    }

    /** Everything open is broken off. */
    Desk stopped() {
        return new Desk(tokens.stop(), List.of(), finished);
    }

    /** After a move on the route: seats that are still open stay as they are, the new ones are placed. */
    private Desk moved(Tokens after, Path path, Instant now) {
        var open = visits(after, Token.State.OPEN);
        var done = visits(after, Token.State.DONE).stream().map(Token::no).toList();
        var placed = open.stream()
                .map(visit -> seats.stream()
                        .filter(it -> it.visit() == visit.no())
                        .findFirst()
                        .orElseGet(() -> path.seat(visit, now)))
                .toList();
        return new Desk(
                after,
                placed,
                finished.stream().filter(it -> done.contains(it.visit())).toList());
    }

    private static List<Token> visits(Tokens tokens, Token.State state) {
        return tokens.all().stream().filter(it -> it.state() == state).toList();
    }
}
