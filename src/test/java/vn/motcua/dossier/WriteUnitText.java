package vn.motcua.dossier;

/** The statement by which a dossier changes, for who measures how fast PostgreSQL alone carries it out. */
public final class WriteUnitText {

    private WriteUnitText() {}

    /** The same text that the program sends, with {@code :name} for each value. */
    public static String update() {
        return WriteUnit.UPDATE;
    }

    /** The same without the part that writes the audit log; no program sends this. */
    public static String updateWithoutAudit() {
        var text = WriteUnit.UPDATE;
        int from = text.indexOf("), audited as (");
        int until = text.indexOf("), desk as (");
        if (from < 0 || until < from) {
            throw new IllegalStateException("the statement has no part that writes the audit log");
        }
        return text.substring(0, from) + text.substring(until);
    }
}
