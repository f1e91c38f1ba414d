package vn.motcua.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.Subject.OpenStep;
import vn.motcua.organization.Kinds;
import vn.motcua.organization.UnitTree;

/**
 * Who looks after a dossier while the program has it at a step and no officer does: answers a withdrawal, proposes to halt what
 * is never paid. No text says who: whoever appraised it before and still works there, and whoever leads that unit.
 *
 * @param units the directory of units
 * @param leads which roles see the work of the units below theirs
 */
record Unmanned(UnitTree units, Predicate<String> leads) {

    /** Whether the program does that step. */
    static boolean is(OpenStep step) {
        return step.role().equals(Kinds.BY_ITSELF);
    }

    /** The position by which that officer looks after it; empty when none of theirs lets them. */
    Optional<Position> handler(OfficerAt officer, List<Position> positions, Subject subject, OpenStep step) {
        return positions.stream()
                .filter(it -> appraised(officer, it, subject) || leadsThere(it, step))
                .findFirst();
    }

    private boolean appraised(OfficerAt officer, Position position, Subject subject) {
        return subject.done().stream()
                .anyMatch(it -> it.appraisal()
                        && it.by().equals(officer.officer())
                        && units.withHeirs(it.unit()).contains(position.unit()));
    }

    private boolean leadsThere(Position position, OpenStep step) {
        return leads.test(position.role())
                && (position.unit().equals(step.unit())
                        || units.above(step.unit()).contains(position.unit()));
    }
}
