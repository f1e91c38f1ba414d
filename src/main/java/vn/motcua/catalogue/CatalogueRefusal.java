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
    /** No drawing was sent. */
    BPMN_MISSING(Kind.NOT_VALID),
    /** What was shown cannot be put in force: it was refused, is still being looked at, or stopped. */
    IMPORT_NOT_CHECKED(Kind.NOT_NOW),
    /** What was sent is neither a ZIP nor a YAML file of a package. */
    PACKAGE_UNREADABLE(Kind.NOT_VALID),
    /** No file of a package was chosen, or empty ones. */
    PACKAGE_MISSING(Kind.NOT_VALID),
    /** A package with too many files, or too large ones. */
    PACKAGE_TOO_LARGE(Kind.TOO_LARGE),
    /** A file that no package has: its name. */
    PACKAGE_FILE_UNKNOWN(Kind.NOT_VALID),
    /** A new procedure needs a package that says its code. */
    PACKAGE_WITHOUT_CODE(Kind.NOT_VALID),
    /** A package that another agency publishes. */
    PACKAGE_OF_ANOTHER(Kind.NOT_VALID),
    /** A package of that code for a draft of this one. */
    PACKAGE_OF_OTHER_PROCEDURE(Kind.NOT_VALID),
    /** A file that stands twice in a package: its name. */
    PACKAGE_FILE_TWICE(Kind.NOT_VALID),
    /** There is only a record of the procedure: a draft begins with a package. */
    NOTHING_TO_COPY(Kind.NOT_VALID),
    /** There is no package of that procedure to be taken along: its code. */
    NO_PACKAGE(Kind.NOT_FOUND),
    /** A package that is handed in must be sound: how many problems. */
    PACKAGE_HAS_PROBLEMS(Kind.NOT_VALID),
    /** Nobody reviews what they wrote. */
    WROTE_IT_YOURSELF(Kind.NOT_ALLOWED),
    /** Sending back needs a reason. */
    REASON_MISSING(Kind.NOT_VALID),
    /** A decision without number, date or issuer. */
    DECISION_INCOMPLETE(Kind.NOT_VALID),
    /** A decision that is not signed yet. */
    DECISION_IN_FUTURE(Kind.NOT_VALID),
    /** A day that does not exist or was not given. */
    DAY_MISSING(Kind.NOT_VALID),
    /** Nothing is published on a day that has passed. */
    PUBLISH_DAY_PAST(Kind.NOT_VALID),
    /** Nothing is abolished on a day that has passed. */
    ABOLITION_DAY_PAST(Kind.NOT_VALID),
    /** A layer that does not fit the national package: in how many places. */
    LAYER_DOES_NOT_FIT(Kind.NOT_NOW),
    /** Its day has not come. */
    NOT_ITS_DAY(Kind.NOT_NOW),
    /** This cannot be done with an edition that stands there. */
    EDITION_NOT_IN_PHASE(Kind.NOT_NOW),
    /** Somebody else changed the edition meanwhile. */
    EDITION_CHANGED(Kind.NOT_NOW);

    private final Kind kind;

    CatalogueRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
