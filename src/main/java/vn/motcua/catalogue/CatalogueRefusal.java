package vn.motcua.catalogue;

import vn.motcua.shared.RefusalCode;

/** Why the catalogue says no. */
public enum CatalogueRefusal implements RefusalCode {
    /** No procedure with that code is in the catalogue. */
    NO_SUCH_PROCEDURE(Kind.NOT_FOUND),
    /** No revision with that id was ever published. */
    NO_SUCH_REVISION(Kind.NOT_FOUND),
    /** A procedure package has a fault: file, place, reason. */
    PACKAGE_FAULTY(Kind.NOT_VALID),
    /** A file to import is not text in UTF-8. */
    FILE_NOT_UTF8(Kind.NOT_VALID),
    /** A file to import breaks off, or is not JSON there. */
    FILE_NOT_JSON(Kind.NOT_VALID),
    /** A file to import is neither JSON nor a table with the columns code and name. */
    FILE_NOT_RECORDS(Kind.NOT_VALID),
    /** No file was chosen, or an empty one. */
    FILE_MISSING(Kind.NOT_VALID),
    /** What was shown cannot be put in force: it was refused, is still being looked at, or stopped. */
    IMPORT_NOT_CHECKED(Kind.NOT_NOW);

    private final Kind kind;

    CatalogueRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
