package vn.motcua.signature;

/** A signing service or a time-stamping authority cannot be reached, or gives nothing now: to be tried again later. */
public class SignerAway extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String whose;

    /** What has to happen before it can sign. */
    public enum Why {
        /** Nothing: it does not answer, too late, or not what it should; the next try may do. */
        NO_ANSWER,
        /** An operator says which key the signatory has. */
        NO_KEY,
        /** The key or its certificate is disabled, has ended, or asks for what only its holder can give. */
        KEY_NOT_USABLE,
        /** An operator says the right PIN; the wrong one is not sent again, because a few wrong ones lock a key. */
        PIN_REFUSED,
        /** An operator clears with the service how this program proves itself. */
        NOT_LET_IN,
        /** Somebody plugs the token in again. */
        TOKEN_GONE
    }

    /** Says what did not answer, for the log and for who has to see to it. */
    public SignerAway(String what) {
        super(what);
        this.why = Why.NO_ANSWER;
        this.whose = "";
    }

    /** The same with what it came from. */
    public SignerAway(String what, Throwable cause) {
        super(what, cause);
        this.why = Why.NO_ANSWER;
        this.whose = "";
    }

    /** For another reason, with whose signature it was about. */
    SignerAway(Why why, Signatory whose, String what) {
        super(what + " (" + whose.id() + ")");
        this.why = why;
        this.whose = whose.name();
    }

    /** What has to happen. */
    public Why why() {
        return why;
    }

    /** Whose signature it was about; empty when it is nobody's in particular. */
    public String whose() {
        return whose;
    }
}
