package vn.motcua.catalogue.web;

import vn.motcua.shared.RefusalCode;

/** Why the API of the catalogue says no. */
enum CatalogueWebRefusal implements RefusalCode {
    /** A level of government that does not exist. */
    NO_SUCH_LEVEL,
    /** An online level that does not exist. */
    NO_SUCH_SERVICE_LEVEL;

    @Override
    public Kind kind() {
        return Kind.NOT_VALID;
    }
}
