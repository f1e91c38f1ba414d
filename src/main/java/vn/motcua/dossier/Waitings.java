package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.HIGHER_UNIT_MISSING;
import static vn.motcua.dossier.DossierRefusal.PROPOSED_ALREADY;
import static vn.motcua.dossier.DossierRefusal.WAIT_DAY_PAST;
import static vn.motcua.dossier.DossierRefusal.WAIT_NOT_LAPSED;
import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.AnswerAwaited;
import vn.motcua.dossier.DossierEvent.AnsweredAbove;
import vn.motcua.dossier.DossierEvent.PaymentAwaited;
import vn.motcua.dossier.DossierEvent.SentUp;
import vn.motcua.dossier.DossierEvent.WaitEnded;
import vn.motcua.dossier.DossierEvent.WaitEnded.How;
import vn.motcua.dossier.DossierEvent.WaitLapsed;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * The rules of waiting for something else than a supplement: a payment (the exchanged status 6), another agency (NĐ 61/2018
 * Điều 19 khoản 5), a check in the field. Whether the time counts is the procedure's; no general text was found.
 */
record Waitings(Dossier dossier) {

    /** The officer who has it begins to wait. */
    Change await(String step, OfficerId by, WaitingFor what, Instant now) {
        var begins = begins(what.at(step));
        dossier.permit(begins.getClass());
        dossier.endings().holding(step, by);
        if (dossier.proposal().isPresent()) {
            throw new Refused(PROPOSED_ALREADY);
        }
        Housekeeping.required(what.what());
        if (what.kind() == WaitKind.HIGHER_UNIT && what.above().isEmpty()) {
            throw new Refused(HIGHER_UNIT_MISSING);
        }
        if (what.until().filter(it -> it.isBefore(VietnamTime.dayOf(now))).isPresent()) {
            throw new Refused(WAIT_DAY_PAST);
        }
        return Change.of(dossier, now, begins);
    }

    /**
     * The officer who has it notes that it came: what was answered, what the check showed, the proof of a payment elsewhere.
     *
     * @param due another due moment, where it moves
     */
    Change end(String step, OfficerId by, String note, Optional<Due> due, Instant now) {
        dossier.permit(WaitEnded.class);
        dossier.endings().holding(step, by);
        return Change.of(dossier, now, new WaitEnded(How.NOTED, Housekeeping.required(note), due));
    }

    /**
     * The unit above has answered: it agrees, or sends it back and says why. What was asked is decided below, by whoever has
     * it.
     *
     * @param note why, or what goes with the decision; needed when it is sent back
     */
    Change answered(boolean agreed, String note, Optional<Due> due, Instant now) {
        dossier.permit(AnsweredAbove.class);
        var above = waiting().above().orElseThrow(this::wrongStage);
        return Change.of(
                dossier,
                now,
                new AnsweredAbove(agreed, above.name(), agreed ? Text.clean(note) : Housekeeping.required(note), due));
    }

    /** The cashier has taken what was waited for. */
    Change paid(Optional<Due> due, Instant now) {
        dossier.permit(WaitEnded.class);
        if (waiting().kind() != WaitKind.PAYMENT) {
            throw wrongStage();
        }
        return Change.of(dossier, now, new WaitEnded(How.PAID, "", due));
    }

    /** The last day has passed: the officer gets it back, and goes on with what there is or proposes to halt. */
    Change lapse(Optional<Due> due, Instant now) {
        dossier.permit(WaitLapsed.class);
        var until = waiting().lapsesAfter().orElseThrow(() -> new Refused(WAIT_NOT_LAPSED, ""));
        if (!VietnamTime.dayOf(now).isAfter(until)) {
            throw new Refused(WAIT_NOT_LAPSED, VietnamTime.day(until));
        }
        return Change.of(dossier, now, new WaitLapsed(until, due));
    }

    private static DossierEvent begins(WaitingFor what) {
        return switch (what.kind()) {
            case PAYMENT -> new PaymentAwaited(what);
            case AGENCY, FIELD_CHECK -> new AnswerAwaited(what);
            case HIGHER_UNIT -> new SentUp(what);
        };
    }

    private WaitingFor waiting() {
        if (dossier.stage() instanceof Stage.Waiting it) {
            return it.waitingFor();
        }
        throw wrongStage();
    }

    private Refused wrongStage() {
        return new Refused(
                WRONG_STAGE, Phrase.of("dossier.stage." + dossier.stage().kind()));
    }
}
