package vn.motcua.dossier;

import vn.motcua.shared.RefusalCode;

/** Why a note or a tag is not kept. */
public enum NoteRefusal implements RefusalCode {
    /** Nothing was written. */
    NOTE_EMPTY,
    /** It is too long; says how many characters fit. */
    NOTE_TOO_LONG,
    /** The name of the tag is too long; says how many characters fit. */
    TAG_TOO_LONG,
    /** The unit has as many tags as it can; says how many. */
    TAGS_TOO_MANY;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
