package vn.motcua.dossier;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that was done in a trial, as it is kept: enough to do it again.
 *
 * @param at the moment on the trial's clock
 * @param what was done
 * @param step at which open step; empty for what takes none
 * @param role in which position; empty for the applicant, the cashier and the clock
 * @param who which colleague in that position, from 1
 * @param text what was written: a reason, a note, what is missing, who took the result; may be empty
 * @param more a second word that some acts need: why something is missing, the step to go back to, a number of days
 * @param entered what the officer filled in, by field
 */
public record TrialAct(
        Instant at,
        What what,
        String step,
        String role,
        int who,
        String text,
        String more,
        Map<String, Object> entered) {

    /** Keeps its own copy. */
    public TrialAct {
        entered = Map.copyOf(entered);
    }

    /** What can be done in a trial; where the dossier would leave its one-stop there is nobody to go to. */
    public enum What {
        RECEIVE,
        TURN_AWAY,
        REQUEST_SUPPLEMENT,
        SECOND_SUPPLEMENT,
        CONFIRM,
        REFUSE_PROPOSAL,
        LET_GO,
        REFUSE_WITHDRAWAL,
        PROPOSE_HALT,
        AWAIT_PAYMENT,
        AWAIT_ANSWER,
        END_WAIT,
        COMPLETE,
        PROPOSE_DENIAL,
        SEND_BACK,
        APPROVE,
        DENY,
        EXTEND,
        ISSUE,
        HAND_OVER,
        /** Everybody whom the step asked has answered. */
        OPINIONS,
        /** What is owed is paid. */
        PAY,
        /** The applicant brings what was asked for. */
        SUPPLEMENT,
        /** The applicant wants it back. */
        WITHDRAW,
        /** Nothing is done until then. */
        CLOCK;

        /** What that action is in a trial; empty where a trial has nobody for it. */
        static Optional<What> of(DeskAction action) {
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(action.name()))
                    .findFirst();
        }
    }
}
