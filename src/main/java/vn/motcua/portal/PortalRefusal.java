package vn.motcua.portal;

import vn.motcua.shared.RefusalCode;

/** Why something does not work on the applicant's pages. */
public enum PortalRefusal implements RefusalCode {
    /** No filing has that tracking code; the same for one that was never possible. */
    NO_SUCH_TRACKING_CODE(Kind.NOT_FOUND),
    /** The reason for withdrawing is longer than anybody reads. */
    REASON_TOO_LONG(Kind.NOT_VALID),
    /** More files for one line of a supplement than make sense. */
    TOO_MANY_SUPPLEMENT_FILES(Kind.NOT_VALID),
    /** No dossier was chosen to be paid for. */
    NOTHING_CHOSEN(Kind.NOT_VALID),
    /** The gateway's answer about one of the chosen dossiers is awaited. */
    PAYMENT_AWAITED(Kind.NOT_NOW),
    /** The result is not given out before what is due is paid. */
    PAY_BEFORE_RESULT(Kind.NOT_NOW);

    private final Kind kind;

    PortalRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
