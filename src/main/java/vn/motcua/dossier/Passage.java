package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.motcua.organization.UnitId;

/**
 * A dossier's stay at one step: who gave it there, who took it, when it was done.
 *
 * @param step on the route
 * @param unit where it lay
 * @param gave when it came
 * @param giver who sent it there; the applicant for the first
 * @param received when somebody took it; empty while it lies in the tray. What was done without being taken first was
 *     received when it came
 * @param receiver who took or did it; empty while nobody has
 * @param done when it left; empty while it lies there
 */
public record Passage(
        String step,
        UnitId unit,
        Instant gave,
        String giver,
        Optional<Instant> received,
        String receiver,
        Optional<Instant> done) {

    /** All stays of the dossier, in the order in which it came there. */
    public static List<Passage> of(Opened dossier) {
        var stays = new Stays(dossier.filed().applicant().name());
        dossier.standing().forEach(stays::follow);
        return List.copyOf(stays.all);
    }

    /** The stays so far; those that are not over by the number of their visit. */
    private static final class Stays {

        private final String applicant;
        private final List<Passage> all = new ArrayList<>();
        private final Map<Integer, Integer> open = new LinkedHashMap<>();

        Stays(String applicant) {
            this.applicant = applicant;
        }

        void follow(Opened.Entry line) {
            if (line.event() instanceof DossierEvent.DossierReceived) {
                open.keySet().forEach(it -> change(it, stay -> stay.taken(line)));
            }
            line.event().desked().ifPresent(desk -> move(desk, line));
        }

        private void move(Desk desk, Opened.Entry line) {
            List.copyOf(open.keySet()).stream()
                    .filter(visit -> desk.seats().stream().noneMatch(seat -> seat.visit() == visit))
                    .forEach(visit -> leave(visit, line));
            for (var seat : desk.seats()) {
                if (!open.containsKey(seat.visit())) {
                    begin(seat, line, line.event() instanceof DossierEvent.DossierFiled ? applicant : line.who());
                } else {
                    stays(seat, line);
                }
            }
        }

        /** The seat is where it was, or it is the same step in other hands. */
        private void stays(Desk.Seat seat, Opened.Entry line) {
            int visit = seat.visit();
            if (line.event() instanceof DossierEvent.StepClaimed it && it.step().equals(seat.step())) {
                change(visit, stay -> stay.taken(line));
            } else if (line.event() instanceof DossierEvent.StepReleased it
                    && it.step().equals(seat.step())) {
                change(visit, Passage::inTheTray);
            } else if (line.event() instanceof DossierEvent.StepAssigned it
                    && it.step().equals(seat.step())) {
                leave(visit, line);
                begin(seat, line, it.fromName());
                it.officer().ifPresent(_ -> change(visit, stay -> stay.takenBy(it.officerName(), line.at())));
            } else if (line.event() instanceof DossierEvent.DossierTransferred
                    || line.event() instanceof DossierEvent.DossierPassedOn) {
                leave(visit, line);
                begin(seat, line, line.who());
            } else if (line.event() instanceof DossierEvent.StepsMoved it) {
                it.steps().stream()
                        .filter(moved -> moved.step().equals(seat.step()))
                        .findFirst()
                        .ifPresent(moved -> elsewhere(seat, moved, line));
            }
        }

        /** Whoever had taken it keeps it in the unit that took over, or it lies in that unit's tray. */
        private void elsewhere(Desk.Seat seat, DossierEvent.MovedStep moved, Opened.Entry line) {
            var had = all.get(index(seat.visit())).receiver();
            leave(seat.visit(), line);
            begin(seat, line, moved.fromName());
            if (seat.officer().isPresent()) {
                change(seat.visit(), stay -> stay.takenBy(had, line.at()));
            }
        }

        private void begin(Desk.Seat seat, Opened.Entry line, String giver) {
            open.put(seat.visit(), all.size());
            all.add(new Passage(seat.step(), seat.unit(), line.at(), giver, Optional.empty(), "", Optional.empty()));
        }

        private void leave(int visit, Opened.Entry line) {
            change(visit, stay -> stay.left(line));
            open.remove(visit);
        }

        private void change(int visit, UnaryOperator<Passage> to) {
            all.set(index(visit), to.apply(all.get(index(visit))));
        }

        private int index(int visit) {
            return open.getOrDefault(visit, -1);
        }
    }

    private Passage taken(Opened.Entry line) {
        return takenBy(line.who(), line.at());
    }

    private Passage takenBy(String who, Instant at) {
        return received.isPresent() ? this : new Passage(step, unit, gave, giver, Optional.of(at), who, done);
    }

    private Passage inTheTray() {
        return new Passage(step, unit, gave, giver, Optional.empty(), "", done);
    }

    /** What left a tray because it was given or moved elsewhere was received by nobody. */
    private Passage left(Opened.Entry line) {
        var elsewhere = line.event() instanceof DossierEvent.StepsMoved && received.isEmpty();
        return new Passage(
                step,
                unit,
                gave,
                giver,
                elsewhere ? Optional.empty() : Optional.of(received.orElse(gave)),
                receiver.isEmpty() && !elsewhere ? line.who() : receiver,
                Optional.of(line.at()));
    }
}
