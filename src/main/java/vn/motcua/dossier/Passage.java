package vn.motcua.dossier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        var stays = new LinkedHashMap<Integer, Passage>();
        for (var line : dossier.history()) {
            if (line.event() instanceof DossierEvent.DossierReceived) {
                stays.replaceAll((_, it) -> it.done().isEmpty() ? it.taken(line) : it);
            }
            line.event()
                    .desked()
                    .ifPresent(desk ->
                            move(stays, desk, line, dossier.filed().applicant().name()));
        }
        return List.copyOf(stays.values());
    }

    private static void move(Map<Integer, Passage> stays, Desk desk, Opened.Entry line, String applicant) {
        stays.replaceAll((visit, it) ->
                it.done().isEmpty() && desk.seats().stream().noneMatch(seat -> seat.visit() == visit)
                        ? it.left(line)
                        : it);
        for (var seat : desk.seats()) {
            stays.putIfAbsent(
                    seat.visit(),
                    new Passage(
                            seat.step(),
                            seat.unit(),
                            line.at(),
                            line.event() instanceof DossierEvent.DossierFiled ? applicant : line.who(),
                            Optional.empty(),
                            "",
                            Optional.empty()));
            if (line.event() instanceof DossierEvent.StepClaimed claimed
                    && claimed.step().equals(seat.step())) {
                stays.computeIfPresent(seat.visit(), (_, it) -> it.taken(line));
            }
        }
    }

    private Passage taken(Opened.Entry line) {
        return received.isPresent()
                ? this
                : new Passage(step, unit, gave, giver, Optional.of(line.at()), line.who(), done);
    }

    private Passage left(Opened.Entry line) {
        return new Passage(
                step,
                unit,
                gave,
                giver,
                Optional.of(received.orElse(gave)),
                receiver.isEmpty() ? line.who() : receiver,
                Optional.of(line.at()));
    }
}
