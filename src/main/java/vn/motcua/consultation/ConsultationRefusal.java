package vn.motcua.consultation;

import vn.motcua.shared.RefusalCode;

/** Why a question to other units, or its answer, is not taken. */
public enum ConsultationRefusal implements RefusalCode {
    /** The officer has no step of the dossier at which they could ask. */
    CONSULT_NOT_YOUR_STEP(Kind.NOT_ALLOWED),
    /** No question was written. */
    CONSULT_QUESTION(Kind.NOT_VALID),
    /** No unit was chosen. */
    CONSULT_NOBODY(Kind.NOT_VALID),
    /** A unit cannot be asked: it is the asking one, or does not exist, or was named twice. */
    CONSULT_UNIT(Kind.NOT_VALID),
    /** The days are missing or out of range; says the most. */
    CONSULT_DAYS(Kind.NOT_VALID),
    /** Nothing was answered: whether they agree, and the answer in words. */
    CONSULT_ANSWER(Kind.NOT_VALID),
    /** It was answered, counted or withdrawn before. */
    CONSULT_SETTLED(Kind.NOT_NOW),
    /** Why it is withdrawn is missing. */
    CONSULT_REASON(Kind.NOT_VALID),
    /** Only a leader goes on without an answer that stops the dossier. */
    CONSULT_LEADER_ONLY(Kind.NOT_ALLOWED),
    /** The step waits for units that have not answered; says which. */
    CONSULT_WAITS(Kind.NOT_NOW),
    /** The route asks units here, and they are being asked this moment. */
    CONSULT_BEGINS(Kind.NOT_NOW),
    /** Nobody is named as expert. */
    EXPERT_NAME(Kind.NOT_VALID),
    /** What was typed is no mail address. */
    EXPERT_MAIL(Kind.NOT_VALID),
    /** The last day of the link is missing, past or too far; says how many days it may be. */
    EXPERT_UNTIL(Kind.NOT_VALID),
    /** The opinion is empty. */
    EXPERT_ANSWER(Kind.NOT_VALID);

    private final Kind kind;

    ConsultationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
