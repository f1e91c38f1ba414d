package vn.motcua.identity;

import vn.motcua.shared.RefusalCode;

/** What the doors say to everyone alike. */
public enum AccessRefusal implements RefusalCode {
    /** There is no such thing, or it is not theirs to know. */
    NOT_THERE(Kind.NOT_FOUND),
    /** Whether they may could not be found out. */
    RIGHT_UNKNOWN(Kind.NOT_NOW);

    private final Kind kind;

    AccessRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
