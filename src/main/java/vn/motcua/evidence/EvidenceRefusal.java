package vn.motcua.evidence;

import vn.motcua.shared.RefusalCode;

/** Why the module says no; each has its sentence in {@code messages/evidence.properties}. */
enum EvidenceRefusal implements RefusalCode {
    /** The question or the answer is empty or too long. */
    TEXT_MISSING(Kind.NOT_VALID),
    /** The position of whoever looked is not known any more. */
    NO_UNIT_TO_ASK(Kind.NOT_NOW),
    /** A colleague was faster. */
    ANSWERED_ALREADY(Kind.NOT_NOW),
    /** The log of a day that is not over cannot be had as a file. */
    DAY_NOT_CLOSED(Kind.NOT_NOW);

    private final Kind kind;

    EvidenceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
