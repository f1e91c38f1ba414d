package vn.motcua.dossier;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.organization.UnitId;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.route.Route;
import vn.motcua.route.Token;
import vn.motcua.route.Tokens;

/**
 * The procedure's route for one dossier. Pure, so that a rule can ask it.
 *
 * @param route the graph
 * @param facts what its choices decide by: answers, channel, case
 * @param places at which unit each step is done, by the word of its {@link Spot}
 */
record Path(Route route, Map<String, Object> facts, Map<String, UnitId> places) {

    Path {
        facts = Collections.unmodifiableMap(new HashMap<>(facts));
        places = Map.copyOf(places);
    }

    Tokens begin() {
        return route.begin(facts);
    }

    Tokens complete(Tokens tokens, String step) {
        return route.complete(tokens, step, facts);
    }

    Tokens sendBack(Tokens tokens, String step, String to) {
        return route.sendBack(tokens, step, to);
    }

    boolean offers(String step, DeskAct act) {
        return route.step(step).allows(act);
    }

    boolean isDoneBy(String step, DeskAct act) {
        return route.step(step).isDoneBy(act);
    }

    boolean decides(Tokens tokens, String step) {
        return route.decides(tokens, step);
    }

    /** Whether a decision is still to come. */
    boolean decidesLater(Tokens tokens) {
        return route.decidesLater(tokens);
    }

    /** Where an open visit lies; a kind of unit without a unit is a fault of the procedure's set-up. */
    Desk.Seat seat(Token visit, Instant since) {
        var step = route.step(visit.node());
        return new Desk.Seat(
                visit.no(), step.id(), step.role(), unit(step, step.unitKind(facts)), Optional.empty(), since);
    }

    /** The unit of that kind for that step. */
    UnitId unit(OfficerStep step, String kind) {
        var unit = places.get(new Spot(step.id(), step.role(), kind, kind.equals(step.unitKind())).word());
        if (unit == null) {
            throw new IllegalStateException("no " + kind + " for step " + step.id());
        }
        return unit;
    }

    /**
     * A step at a kind of unit: it may be done at several kinds, by rules over the answers, and may ask others.
     *
     * @param usual whether it is done there when no rule says otherwise
     */
    record Spot(String step, String role, String kind, boolean usual) {

        /** Every one of a step. */
        static List<Spot> of(OfficerStep step) {
            return step.unitKinds().stream()
                    .map(it -> new Spot(step.id(), step.role(), it, it.equals(step.unitKind())))
                    .toList();
        }

        /** Among all of a route: the step's id, with the kind where it is not the usual one. */
        String word() {
            return usual ? step : step + "@" + kind;
        }
    }
}
