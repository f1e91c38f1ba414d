package vn.motcua.identity;

import vn.motcua.shared.RefusalCode;

/** Why a stand-in is not arranged; each has its sentence in {@code messages/identity.properties}. */
public enum StandInRefusal implements RefusalCode {
    /** Nobody of the agency was chosen. */
    NO_SUCH_OFFICER,
    /** A stand-in's position is not handed on. */
    STANDS_IN_ALREADY,
    /** Nobody stands in for themselves. */
    FOR_THEMSELVES,
    /** From today on, the last day not before the first, a few months at most. */
    DAYS_WRONG;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
