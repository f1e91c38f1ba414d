package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.NO_WITHDRAWAL_ASKED;
import static vn.motcua.dossier.DossierRefusal.PROPOSED_ALREADY;
import static vn.motcua.dossier.DossierRefusal.STEP_TAKEN;
import static vn.motcua.dossier.DossierRefusal.WITHDRAWAL_ASKED_BEFORE;
import static vn.motcua.dossier.DossierRefusal.WITHDRAWAL_UNANSWERED;
import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.dossier.DossierEvent.DossierHalted;
import vn.motcua.dossier.DossierEvent.DossierWithdrawn;
import vn.motcua.dossier.DossierEvent.HaltProposed;
import vn.motcua.dossier.DossierEvent.WithdrawalAsked;
import vn.motcua.dossier.DossierEvent.WithdrawalRefused;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** The rules by which a dossier ends without a decision: taken back by the applicant, or halted by the agency. */
record Endings(Dossier dossier) {

    /**
     * The applicant wants it back: before reception it is theirs at once, afterwards an officer is asked.
     *
     * @param saidBy who said so at the counter; empty when it came online
     */
    Change leave(String reason, Optional<String> saidBy, Instant now) {
        return dossier.stage().received().isPresent()
                ? askToWithdraw(reason, saidBy, now)
                : withdraw(reason, saidBy, now);
    }

    /** The applicant takes it back before reception; nobody has to agree. */
    Change withdraw(String reason, Instant now) {
        return withdraw(reason, Optional.empty(), now);
    }

    private Change withdraw(String reason, Optional<String> saidBy, Instant now) {
        dossier.permit(DossierWithdrawn.class);
        if (dossier.stage().received().isPresent()) {
            throw new Refused(
                    WRONG_STAGE, Phrase.of("dossier.stage." + dossier.stage().kind()));
        }
        return Change.of(
                dossier,
                now,
                new DossierWithdrawn(
                        Text.clean(reason), Optional.empty(), dossier.desk().stopped(), saidBy));
    }

    /** After reception the applicant asks to have it back, with a reason; the officer who has it answers. */
    Change askToWithdraw(String reason, Instant now) {
        return askToWithdraw(reason, Optional.empty(), now);
    }

    private Change askToWithdraw(String reason, Optional<String> saidBy, Instant now) {
        dossier.permit(WithdrawalAsked.class);
        if (dossier.leaving().isPresent()) {
            throw new Refused(WITHDRAWAL_ASKED_BEFORE);
        }
        return Change.of(dossier, now, new WithdrawalAsked(Housekeeping.required(reason), saidBy));
    }

    /** The officer who has it lets it go. */
    Change letGo(String step, OfficerId by, Instant now) {
        dossier.permit(DossierWithdrawn.class);
        holding(step, by);
        var asked = dossier.leaving().orElseThrow(() -> new Refused(NO_WITHDRAWAL_ASKED));
        return Change.of(
                dossier,
                now,
                new DossierWithdrawn(
                        asked.reason(), Optional.of(by), dossier.desk().stopped(), Optional.empty()));
    }

    /** The officer who has it does not let it go; the applicant reads why. */
    Change keep(String step, OfficerId by, String reason, Instant now) {
        dossier.permit(WithdrawalRefused.class);
        holding(step, by);
        if (dossier.leaving().isEmpty()) {
            throw new Refused(NO_WITHDRAWAL_ASKED);
        }
        return Change.of(dossier, now, new WithdrawalRefused(Housekeeping.required(reason)));
    }

    /**
     * The officer who has it proposes to halt (dừng giải quyết); a leader has to confirm it.
     *
     * @param returned which papers go back to the applicant; may be empty
     */
    Change proposeHalt(String step, OfficerId by, String reason, String returned, Instant now) {
        dossier.permit(HaltProposed.class);
        holding(step, by);
        if (dossier.proposal().isPresent()) {
            throw new Refused(PROPOSED_ALREADY);
        }
        return Change.of(dossier, now, new HaltProposed(step, by, Housekeeping.required(reason), Text.clean(returned)));
    }

    /** A leader halts what was proposed to be halted. */
    Change halt(Proposal.Halt proposed, Instant now) {
        dossier.permit(DossierHalted.class);
        return Change.of(
                dossier,
                now,
                new DossierHalted(
                        proposed.reason(), proposed.returned(), dossier.desk().stopped()));
    }

    /** Nobody decides over a withdrawal that was asked for and not answered. */
    void answered() {
        if (dossier.leaving().isPresent()) {
            throw new Refused(WITHDRAWAL_UNANSWERED);
        }
    }

    /** The step is open and no colleague has taken it. */
    void holding(String step, OfficerId by) {
        if (dossier.seat(step).officer().filter(it -> !it.equals(by)).isPresent()) {
            throw new Refused(STEP_TAKEN);
        }
    }
}
