package vn.motcua.filing;

import vn.motcua.shared.RefusalCode;

/** Why a declaration is not signed with somebody's own certificate. Filing goes on without it. */
public enum SigningRefusal implements RefusalCode {
    /** No such provider. */
    NO_SUCH_SIGNING_PROVIDER(Kind.NOT_FOUND),
    /** The provider does not answer, or not what it should. */
    SIGNING_PROVIDER_AWAY(Kind.NOT_NOW),
    /** The provider knows no certificate of that personal number. */
    NO_CERTIFICATE_OF_YOURS(Kind.NOT_VALID),
    /** The certificate is disabled, has ended, or cannot be used from the provider's page. */
    CERTIFICATE_NOT_USABLE(Kind.NOT_VALID),
    /** The certificate says no personal number, so nobody can tell whose it is. */
    CERTIFICATE_WITHOUT_NUMBER(Kind.NOT_VALID),
    /** The certificate is somebody else's. */
    CERTIFICATE_OF_ANOTHER(Kind.NOT_VALID),
    /** Nobody began that signing here, or it was answered before. */
    SIGNING_NOT_BEGUN(Kind.NOT_NOW),
    /** They came back from the provider too late. */
    SIGNING_TOO_LATE(Kind.NOT_NOW),
    /** They did not sign. */
    SIGNING_STOPPED(Kind.NOT_NOW),
    /** The declaration was changed while they were at the provider. */
    DECLARATION_CHANGED(Kind.NOT_NOW);

    private final Kind kind;

    SigningRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
