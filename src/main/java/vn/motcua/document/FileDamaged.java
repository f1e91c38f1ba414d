package vn.motcua.document;

/** A stored content is gone or no longer what it was. Not a refusal but an incident: it has to be restored from a backup. */
public final class FileDamaged extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient FileId file;

    FileDamaged(FileId file, String what) {
        super("stored file " + file + " " + what);
        this.file = file;
    }

    /** Which content. */
    public FileId file() {
        return file;
    }
}
