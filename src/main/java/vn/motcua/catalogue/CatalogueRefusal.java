package vn.motcua.catalogue;

import vn.motcua.shared.RefusalCode;

/** Why the catalogue says no. */
public enum CatalogueRefusal implements RefusalCode {
    /** No procedure with that code is in the catalogue. */
    NO_SUCH_PROCEDURE(Kind.NOT_FOUND),
    /** No revision with that id was ever published. */
    NO_SUCH_REVISION(Kind.NOT_FOUND),
    /** A procedure package has a fault: file, place, reason. */
    PACKAGE_FAULTY(Kind.NOT_VALID);

    private final Kind kind;

    CatalogueRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
