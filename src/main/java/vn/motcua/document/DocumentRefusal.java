package vn.motcua.document;

import vn.motcua.shared.RefusalCode;

/** Why a file is not taken, or not given. */
public enum DocumentRefusal implements RefusalCode {
    /** No such file here. */
    FILE_NOT_FOUND(Kind.NOT_FOUND),
    /** More bytes than one file may have. */
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    /** More bytes than one request may have. */
    REQUEST_TOO_LARGE(Kind.TOO_LARGE),
    /** Not one byte. */
    FILE_EMPTY(Kind.NOT_VALID),
    /** The content is none of the accepted kinds. */
    FILE_TYPE_NOT_ALLOWED(Kind.NOT_VALID),
    /** The content is incomplete or cannot be read. */
    FILE_BROKEN(Kind.NOT_VALID),
    /** The virus check knows it. */
    FILE_INFECTED(Kind.NOT_VALID),
    /** The virus check does not answer: try again later. */
    FILE_NOT_CHECKED(Kind.NOT_NOW),
    /** A PDF under a password or with restrictions. */
    PDF_ENCRYPTED(Kind.NOT_VALID),
    /** A PDF that runs something when opened or clicked. */
    PDF_HAS_SCRIPT(Kind.NOT_VALID),
    /** A PDF that carries other files. */
    PDF_HAS_FILES(Kind.NOT_VALID),
    /** A PDF with more pages than allowed. */
    PDF_TOO_MANY_PAGES(Kind.NOT_VALID),
    /** A PDF made to exhaust whoever opens it. */
    PDF_TOO_COMPLEX(Kind.NOT_VALID),
    /** An image with more pixels than allowed. */
    IMAGE_TOO_LARGE(Kind.NOT_VALID),
    /** An image in the four colours of printing presses, which we cannot draw. */
    IMAGE_FOR_PRESSES(Kind.NOT_VALID);

    private final Kind kind;

    DocumentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
