package vn.motcua.dossier;

import vn.motcua.audit.Fields;

/** What somebody opens of a dossier, as the log tells it. */
public enum Opening {
    /** All of it, on the screen. */
    DOSSIER("read", Fields.of(Fields.IDENTITY, Fields.CONTACT, Fields.ANSWERS, Fields.PAPERS, Fields.HISTORY)),
    /** One of its papers, or the result, as a file. */
    PAPER("viewed-paper", Fields.of(Fields.PAPERS)),
    /** A slip, an acknowledgement or a result made from it. */
    PRINTED("printed", Fields.of(Fields.IDENTITY, Fields.ANSWERS)),
    /** All of it as one file, to be given to others. */
    EXPORTED("exported", Fields.of(Fields.IDENTITY, Fields.CONTACT, Fields.ANSWERS, Fields.PAPERS, Fields.HISTORY));

    private final String act;
    private final String fields;

    Opening(String act, String fields) {
        this.act = act;
        this.fields = fields;
    }

    String act() {
        return act;
    }

    String fields() {
        return fields;
    }
}
