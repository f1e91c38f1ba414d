package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.shared.Dong;

/**
 * What a dossier in process waits for.
 *
 * @param kind payment, another agency, a check in the field, a unit above
 * @param what in words that the applicant reads too: what is to be paid by which notice, who was asked for what
 * @param amount what is to be paid besides the published fees; empty for other kinds, and where only those are owed
 * @param until its last day; empty for none
 * @param stops whether the time limit leaves this time out, as the rule said when it began
 * @param above the unit above that has to decide; empty for other kinds
 * @param step at which step of the route it waits; empty where that was not written down: then it waits at all of them
 */
public record WaitingFor(
        WaitKind kind,
        String what,
        Optional<Dong> amount,
        Optional<LocalDate> until,
        boolean stops,
        Optional<Elsewhere> above,
        Optional<String> step) {

    /** One that no step waits for yet. */
    public WaitingFor(
            WaitKind kind,
            String what,
            Optional<Dong> amount,
            Optional<LocalDate> until,
            boolean stops,
            Optional<Elsewhere> above) {
        this(kind, what, amount, until, stops, above, Optional.empty());
    }

    /** One for anything but a unit above. */
    public WaitingFor(WaitKind kind, String what, Optional<Dong> amount, Optional<LocalDate> until, boolean stops) {
        this(kind, what, amount, until, stops, Optional.empty());
    }

    /** The same for that step. */
    WaitingFor at(String waiting) {
        return new WaitingFor(kind, what, amount, until, stops, above, Optional.of(waiting));
    }

    /** Whether that step waits for it too. */
    boolean holds(String other) {
        return step.map(other::equals).orElse(true);
    }

    /** After which day the officer gets it back by itself: never from above, where silence is late and decides nothing. */
    Optional<LocalDate> lapsesAfter() {
        return kind == WaitKind.HIGHER_UNIT ? Optional.empty() : until;
    }
}
