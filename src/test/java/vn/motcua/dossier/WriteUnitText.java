package vn.motcua.dossier;

/** The statement by which a dossier changes, for who measures how fast PostgreSQL alone carries it out. */
public final class WriteUnitText {

    private WriteUnitText() {}

    /** The same text that the program sends, with {@code :name} for each value. */
    public static String update() {
        return WriteUnit.UPDATE;
    }
}
