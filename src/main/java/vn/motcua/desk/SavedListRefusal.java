package vn.motcua.desk;

import vn.motcua.shared.RefusalCode;

/** Why a list is not kept. */
public enum SavedListRefusal implements RefusalCode {
    /** The name is missing or too long; says how many characters fit. */
    LIST_NAME,
    /** The officer has as many lists as they can; says how many. */
    LISTS_TOO_MANY;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
