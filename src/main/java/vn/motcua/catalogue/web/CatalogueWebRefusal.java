package vn.motcua.catalogue.web;

import vn.motcua.shared.RefusalCode;

/** Why the API of the catalogue says no. */
enum CatalogueWebRefusal implements RefusalCode {
    /** A level of government that does not exist. */
    NO_SUCH_LEVEL,
    /** An online level that does not exist. */
    NO_SUCH_SERVICE_LEVEL,
    /** A way of filing that does not exist. */
    NO_SUCH_CHANNEL,
    /** No day, or one too far away. */
    NO_SUCH_FILING_DAY,
    /** No province or commune with that code. */
    NO_SUCH_FILING_PLACE,
    /** What was sent as answers is no JSON object. */
    ANSWERS_NOT_AN_OBJECT,
    /** More answers than any form asks for. */
    ANSWERS_TOO_LARGE;

    @Override
    public Kind kind() {
        return this == ANSWERS_TOO_LARGE ? Kind.TOO_LARGE : Kind.NOT_VALID;
    }
}
