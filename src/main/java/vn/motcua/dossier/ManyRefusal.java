package vn.motcua.dossier;

import vn.motcua.shared.RefusalCode;

/** Why a dossier is not done together with others: somebody has to look at it by itself. */
public enum ManyRefusal implements RefusalCode {
    /** The applicant wants it back. */
    MANY_WANTED_BACK,
    /** A proposal waits for a leader's answer. */
    MANY_PROPOSAL_OPEN,
    /** The specialist proposed to deny. */
    MANY_DENIAL_PROPOSED,
    /** It was sent back before. */
    MANY_SENT_BACK,
    /** The step asks for something to be filled in. */
    MANY_ENTRIES_NEEDED;

    @Override
    public Kind kind() {
        return Kind.NOT_NOW;
    }
}
