package vn.motcua.privacy;

import vn.motcua.shared.RefusalCode;

/** Why the module says no; each has its sentence in {@code messages/privacy.properties}. */
public enum PrivacyRefusal implements RefusalCode {
    /** What is wrong, or what is right, was not written, or at too great length. */
    CORRECTION_TEXT_MISSING(Kind.NOT_VALID),
    /** No dossier of theirs was chosen. */
    CORRECTION_WITHOUT_DOSSIER(Kind.NOT_VALID),
    /** The answer has no reason, or too long a one, or does not say what was done. */
    CORRECTION_ANSWER_MISSING(Kind.NOT_VALID),
    /** A colleague was faster. */
    CORRECTION_ANSWERED_ALREADY(Kind.NOT_NOW),
    /** No dossier was chosen. */
    NOTHING_CHOSEN(Kind.NOT_VALID),
    /** A dossier is held without a reason, or with too long a one. */
    HOLD_REASON_MISSING(Kind.NOT_VALID),
    /** It is held, not over yet, proposed by themselves, or already decided. */
    NOT_TO_BE_DESTROYED(Kind.NOT_NOW);

    private final Kind kind;

    PrivacyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
