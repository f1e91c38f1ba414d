package vn.motcua.signature;

/** Somebody has no certificate at a provider with which this declaration may be signed. */
public final class CertificateUnfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;

    /** What is wrong with those that they have. */
    public enum Why {
        /** They have none there. */
        NONE,
        /** Disabled, ended, or it cannot be used from a page of the provider. */
        NOT_USABLE,
        /** It does not say the personal number of who has it. */
        WITHOUT_NUMBER,
        /** It is somebody else's. */
        ANOTHER_PERSON
    }

    CertificateUnfit(Why why) {
        super(why.name());
        this.why = why;
    }

    /** What is wrong. */
    public Why why() {
        return why;
    }
}
