package vn.motcua.signature;

/** A signing service or a time-stamping authority cannot be reached, or gives nothing now: to be tried again later. */
public class SignerAway extends Exception {

    /** Says what did not answer, for the log and for who has to see to it. */
    public SignerAway(String what) {
        super(what);
    }

    /** The same with what it came from. */
    public SignerAway(String what, Throwable cause) {
        super(what, cause);
    }
}
