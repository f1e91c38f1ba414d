package vn.motcua.dossier;

import java.util.Optional;
import java.util.UUID;
import vn.motcua.identity.Position;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn;

/**
 * An act with the right by which it is done.
 *
 * @param act who, when, under which command
 * @param as the position that gives an officer the right, empty for an applicant
 * @param forWhom the person or organisation for whom an officer files at the counter; empty for every other act
 */
record Signed(Act act, Optional<Position> as, Optional<UUID> forWhom) {

    Signed(Act act, Optional<Position> as) {
        this(act, as, Optional.empty());
    }

    /** For whom the actor acts, if not for themselves: a person, an organisation, or the position they stand in for. */
    Optional<UUID> actingFor() {
        return switch (act.by()) {
            case SignedIn.Business it -> Optional.of(it.organisation().value());
            case SignedIn.OfficerAt _ ->
                forWhom.or(() -> as.flatMap(Position::standsInFor).map(PositionId::value));
            case SignedIn.ForAnother it -> Optional.of(it.person().value());
            case SignedIn.Citizen _, SignedIn.Administrator _ -> Optional.empty();
        };
    }
}
