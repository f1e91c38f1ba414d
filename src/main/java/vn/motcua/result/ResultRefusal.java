package vn.motcua.result;

import vn.motcua.shared.RefusalCode;

/** Why something is not done with a result. */
public enum ResultRefusal implements RefusalCode {
    /** The dossier has a result that waits to be signed. */
    RESULT_WAITS_FOR_SIGNATURE(Kind.NOT_NOW),
    /** The signing service gives no signature now. */
    SIGNER_AWAY(Kind.NOT_NOW),
    /** Nothing was chosen to be signed, or it was signed meanwhile. */
    NOTHING_TO_SIGN(Kind.NOT_VALID),
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
