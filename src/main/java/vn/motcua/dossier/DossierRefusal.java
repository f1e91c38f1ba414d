package vn.motcua.dossier;

import vn.motcua.shared.RefusalCode;

/** Why a dossier does not move. */
public enum DossierRefusal implements RefusalCode {
    /** The idempotency key belongs to another command. */
    COMMAND_REUSED(Kind.NOT_VALID),
    /** The dossier does not stand where this can be done. */
    WRONG_STAGE(Kind.NOT_NOW),
    /** Its time of retention was over and it was destroyed. */
    DESTROYED(Kind.GONE),
    /** No unit of the kind that a step needs is competent at the place of the matter. */
    NOBODY_COMPETENT_FOR_STEP(Kind.NOT_VALID),
    /** Several units of that kind are. */
    SEVERAL_COMPETENT_FOR_STEP(Kind.NOT_VALID),
    /** Another command came first; says who, what and when. */
    CHANGED_BY_SOMEONE_ELSE(Kind.NOT_NOW),
    /** What was typed as the number of another system has not the shape of one. */
    FOREIGN_NUMBER_SHAPE(Kind.NOT_VALID),
    /** Another dossier has that number. */
    FOREIGN_NUMBER_TAKEN(Kind.NOT_VALID),
    /** The procedure is on no published list of those that any one-stop receives. */
    NOT_OUT_OF_BOUNDS(Kind.NOT_VALID),
    /** No other one-stop was chosen to which it could go. */
    TRANSFER_NOWHERE(Kind.NOT_VALID),
    /** No one-stop of that agency has the name that was typed. */
    PASSING_UNKNOWN(Kind.NOT_VALID),
    /** Several have it; says some of them. */
    PASSING_SEVERAL(Kind.NOT_VALID),
    /** A part of a linked filing does not leave its agency. */
    PASSING_LINKED(Kind.NOT_NOW),
    /** No unit above was chosen that would decide. */
    HIGHER_UNIT_MISSING(Kind.NOT_VALID),
    /** A written reason is required and missing. */
    REASON_MISSING(Kind.NOT_VALID),
    /** A supplement was already asked for in this stage. */
    SUPPLEMENT_ASKED_BEFORE(Kind.NOT_NOW),
    /** Two supplements were asked for; nobody is asked a third time. */
    SUPPLEMENT_TWICE(Kind.NOT_NOW),
    /** Nothing was asked for in this stage yet: a first request needs no leader. */
    SUPPLEMENT_FIRST(Kind.NOT_NOW),
    /** The last day of the supplement has not passed; says which it is. */
    SUPPLEMENT_NOT_LAPSED(Kind.NOT_NOW),
    /** A leader has not yet answered what was proposed before. */
    PROPOSED_ALREADY(Kind.NOT_NOW),
    /** There is nothing to be confirmed or refused. */
    NOTHING_PROPOSED(Kind.NOT_NOW),
    /** Who proposed it may not confirm or refuse it. */
    OWN_PROPOSAL(Kind.NOT_NOW),
    /** The applicant has asked for it back already and waits for the answer. */
    WITHDRAWAL_ASKED_BEFORE(Kind.NOT_NOW),
    /** The applicant has not asked for it back, or was answered. */
    NO_WITHDRAWAL_ASKED(Kind.NOT_NOW),
    /** The applicant wants it back: that is answered before anything is decided. */
    WITHDRAWAL_UNANSWERED(Kind.NOT_NOW),
    /** The request lists nothing. */
    SUPPLEMENT_LIST_EMPTY(Kind.NOT_VALID),
    /** A line does not say what or why. */
    SUPPLEMENT_LINE_INCOMPLETE(Kind.NOT_VALID),
    /** The supplement brings nothing. */
    SUPPLEMENT_EMPTY(Kind.NOT_VALID),
    /** The last day of a wait that was typed is no day, or has passed. */
    WAIT_DAY_PAST(Kind.NOT_VALID),
    /** What is to be paid is no amount in whole đồng. */
    AMOUNT_UNREADABLE(Kind.NOT_VALID),
    /** The last day of the wait has not passed, or there is none; says which it is. */
    WAIT_NOT_LAPSED(Kind.NOT_NOW),
    /** The due moment was extended once; the law allows no second time. */
    EXTENDED_BEFORE(Kind.NOT_NOW),
    /** An extension has to be told at the latest one day before the due moment; says until when it could have been. */
    EXTENSION_TOO_LATE(Kind.NOT_NOW),
    /** While the clock stands still nobody is late: when what is waited for has come, the due moment moves by itself. */
    CLOCK_STANDS_STILL(Kind.NOT_NOW),
    /** While the form was open that moment passed, and another act is left; says when it was, and what stays due. */
    EXTENSION_OVER_NOW(Kind.NOT_NOW),
    /** A late apology was meant, but the due moment can still be extended; says until when. */
    STILL_TO_BE_EXTENDED(Kind.NOT_NOW),
    /** How many working days more is missing or out of range; says the most. */
    EXTENSION_DAYS(Kind.NOT_VALID),
    /** What was done last is not this officer's, or of a kind that is not taken back. */
    NOTHING_TO_UNDO(Kind.NOT_NOW),
    /** The seconds for taking back are over, or it has left the agency; says how many they are. */
    UNDO_TOO_LATE(Kind.NOT_NOW),
    /** The step does not offer this action. */
    NOT_AN_ACTION_OF_THIS_STEP(Kind.NOT_NOW),
    /** What the officer of a step must fill in is missing or wrong; how many places, and the first field. */
    ENTRIES_INCOMPLETE(Kind.NOT_VALID),
    /** The result would have blanks: a step was done without what must be entered there. */
    RESULT_LACKS_ENTRIES(Kind.NOT_NOW),
    /** Another officer has taken the step. */
    STEP_TAKEN(Kind.NOT_NOW),
    /** The route wants a second officer here, and this one did an earlier step. */
    SECOND_OFFICER(Kind.NOT_NOW),
    /** Nobody, or somebody else, has the step; only who has it can give it back. */
    STEP_NOT_YOURS(Kind.NOT_NOW),
    /** The dossier cannot be sent back to that step. */
    NO_WAY_BACK(Kind.NOT_VALID),
    /** The result has been issued: what is wrong with it is corrected, and nothing goes back. */
    RESULT_ISSUED(Kind.NOT_NOW),
    /** A denied part of a linked filing, by which other parts were closed, is not decided anew. */
    DENIED_PART(Kind.NOT_NOW),
    /** The result has not been issued. */
    RESULT_NOT_ISSUED(Kind.NOT_NOW),
    /** The applicant has said already that the result is wrong and waits for the answer. */
    MISTAKE_REPORTED_BEFORE(Kind.NOT_NOW),
    /** The applicant has not said that it is wrong, or was answered. */
    NO_MISTAKE_REPORTED(Kind.NOT_NOW),
    /** Nothing is named that would be corrected. */
    AMENDMENT_EMPTY(Kind.NOT_VALID),
    /** What would be corrected is not right as it was typed; says which field. */
    AMENDMENT_WRONG(Kind.NOT_VALID),
    /** A leader has not yet answered whether the result is corrected: a wrong one is not handed over. */
    AMENDMENT_UNANSWERED(Kind.NOT_NOW),
    /** The decision by which a result is revoked has no number. */
    REVOCATION_DECISION_MISSING(Kind.NOT_VALID),
    /** Nobody is named who takes the result. */
    RECIPIENT_MISSING(Kind.NOT_VALID),
    /** What is due is not settled. */
    FEE_NOT_SETTLED(Kind.NOT_NOW),
    /** Something has to be paid before it is received, and nobody said why it is paid later. */
    FEE_BEFORE_RECEPTION(Kind.NOT_VALID);

    private final Kind kind;

    DossierRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
