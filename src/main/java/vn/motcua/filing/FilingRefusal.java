package vn.motcua.filing;

import vn.motcua.shared.RefusalCode;

/** Why a step of a filing is refused. */
public enum FilingRefusal implements RefusalCode {
    /** No such draft, or somebody else's. */
    NO_SUCH_DRAFT(Kind.NOT_FOUND),
    /** The procedure is only a record to read. */
    PROCEDURE_NOT_ON_THIS_SYSTEM(Kind.NOT_FOUND),
    /** Nobody at that place uses this system yet. */
    NOBODY_COMPETENT(Kind.NOT_VALID),
    /** Something is missing or wrong; each thing is listed. */
    NOT_YET_COMPLETE(Kind.NOT_VALID),
    /** A file for a document that this filing does not demand. */
    DOCUMENT_NOT_DEMANDED(Kind.NOT_VALID),
    /** More files than one document may have. */
    TOO_MANY_FILES(Kind.NOT_VALID),
    /** The file is of a kind that this question does not take. */
    FILE_KIND_NOT_ASKED(Kind.NOT_VALID),
    /** More drafts than somebody needs. */
    TOO_MANY_DRAFTS(Kind.NOT_VALID),
    /** The officer is no receiver at a one-stop for this procedure. */
    NOT_A_COUNTER_OF_THIS_PROCEDURE(Kind.NOT_ALLOWED),
    /** The officer works at no counter, so there is nobody to look up. */
    NO_COUNTER_AT_ALL(Kind.NOT_ALLOWED),
    /** There is nothing to be guided about. */
    NOTHING_IS_MISSING(Kind.NOT_NOW);

    private final Kind kind;

    FilingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
