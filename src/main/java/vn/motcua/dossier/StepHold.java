package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.shared.Refused;

/** The question that a step asks before it is done: does it wait for something outside, e.g. for units that were asked? */
public interface StepHold {

    /** Why the step waits; empty when it does not. Asked inside the transaction that would finish it. */
    Optional<Refused> at(DossierId dossier, String step);
}
