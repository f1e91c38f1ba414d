package vn.motcua.result;

import vn.motcua.shared.RefusalCode;

/** Why something is not done with a result. */
public enum ResultRefusal implements RefusalCode {
    /** The dossier has a result that waits to be signed. */
    RESULT_WAITS_FOR_SIGNATURE(Kind.NOT_NOW),
    /** The signing service gives no signature now. */
    SIGNER_AWAY(Kind.NOT_NOW),
    /** Nobody said which key the signatory has. */
    SIGNING_KEY_MISSING(Kind.NOT_NOW),
    /** The signatory's key or certificate is disabled, has ended, or asks for what only they can give. */
    SIGNING_KEY_NOT_USABLE(Kind.NOT_NOW),
    /** The PIN of the signatory's key is wrong. */
    SIGNING_PIN_REFUSED(Kind.NOT_NOW),
    /** The signing service does not let this program in. */
    SIGNER_REFUSES_US(Kind.NOT_NOW),
    /** The token with the keys is not plugged in. */
    SIGNING_TOKEN_GONE(Kind.NOT_NOW),
    /** Another dossier's result has that number. */
    RESULT_NUMBER_TAKEN(Kind.NOT_VALID),
    /** The same, of what is no number, so that none can be said to be the next. */
    RESULT_TEXT_TAKEN(Kind.NOT_VALID),
    /** Nothing was chosen to be signed, or it was signed meanwhile. */
    NOTHING_TO_SIGN(Kind.NOT_VALID),
    /** It is to be appraised first. */
    RESULT_NOT_APPRAISED(Kind.NOT_NOW),
    /** Somebody signs before them. */
    SIGNATURE_OUT_OF_ORDER(Kind.NOT_NOW),
    /** It was appraised, sent back or withdrawn meanwhile. */
    NOTHING_TO_APPRAISE(Kind.NOT_NOW),
    /** Who drew it up, decided or signs it does not appraise it as well. */
    APPRAISER_HAD_A_HAND(Kind.NOT_ALLOWED),
    /** What is sent back is sent back with a reason. */
    APPRAISAL_WORDS_MISSING(Kind.NOT_VALID),
    /** And not with a book. */
    APPRAISAL_WORDS_TOO_LONG(Kind.NOT_VALID),
    /** Nothing is said of a sensitive result without its owner's code. */
    OWNER_CODE_NEEDED(Kind.NOT_ALLOWED),
    /** No result has that code. */
    NO_SUCH_RESULT(Kind.NOT_FOUND);

    private final Kind kind;

    ResultRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
