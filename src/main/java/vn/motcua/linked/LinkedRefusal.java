package vn.motcua.linked;

import vn.motcua.shared.RefusalCode;

/** What cannot be done with a linked filing. */
public enum LinkedRefusal implements RefusalCode {
    /** No agency that uses this system is competent for a part there. Arguments: the part's name. */
    NO_AGENCY_FOR_PART(Kind.NOT_VALID),
    /** The filing has no such part, or is not linked. */
    NO_SUCH_PART(Kind.NOT_FOUND),
    /** A part that is open already, or will not open, is not taken back on the page of the whole. */
    PART_NOT_WAITING(Kind.NOT_NOW);

    private final Kind kind;

    LinkedRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
