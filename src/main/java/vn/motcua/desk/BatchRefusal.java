package vn.motcua.desk;

import vn.motcua.shared.RefusalCode;

/** Why many dossiers are not done at once, or one among them is not. */
public enum BatchRefusal implements RefusalCode {
    /** Nothing was chosen that can be done. */
    BATCH_EMPTY(Kind.NOT_VALID),
    /** More was chosen than is done at once; says how many are. */
    BATCH_TOO_LONG(Kind.NOT_VALID),
    /** Why the work goes to somebody else is missing. */
    BATCH_REASON_MISSING(Kind.NOT_VALID),
    /** The colleague does not have this step any more. */
    BATCH_WORK_GONE(Kind.NOT_NOW),
    /** Who should get it holds no position that does this step. */
    BATCH_NOT_THEIR_STEP(Kind.NOT_NOW),
    /** The applicant wrote something that nobody has read. */
    BATCH_MESSAGE_UNREAD(Kind.NOT_NOW),
    /** The first result of a book is numbered by hand; what follows is counted on from it. */
    BATCH_FIRST_NUMBER(Kind.NOT_NOW),
    /** In whose name it was to be done is no officer any more. */
    BATCH_OFFICER_GONE(Kind.NOT_ALLOWED),
    /** Something went wrong in the program. */
    BATCH_FAULT(Kind.NOT_NOW);

    private final Kind kind;

    BatchRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
