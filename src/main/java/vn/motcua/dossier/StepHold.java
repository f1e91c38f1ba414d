package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Refused;

/** The question that a step asks before it is done: does it wait for something outside, e.g. for units that were asked? */
public interface StepHold {

    /** Why the step waits at that desk; empty when it does not. Asked inside the transaction that would finish it. */
    Optional<Refused> at(DossierId dossier, Desk.Seat seat, OfficerStep step);
}
