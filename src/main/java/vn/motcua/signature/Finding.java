package vn.motcua.signature;

import java.util.Locale;

/** What was found about a signature, each with its words. */
public enum Finding {
    /** Not a PDF that can be read. */
    NOT_A_PDF(Verdict.NOT_VALID),
    /** No signature is in it. */
    UNSIGNED(Verdict.NOT_VALID),
    /** What was signed reads otherwise now. */
    ALTERED(Verdict.NOT_VALID),
    /** The signature was not made with the key of its certificate. */
    BROKEN(Verdict.NOT_VALID),
    /** Something was added or laid over after it was signed. */
    ADDED_TO(Verdict.NOT_VALID),
    /** The signature does not cover what it seems to cover. */
    DISGUISED(Verdict.NOT_VALID),
    /** The certificate was revoked before it was used. */
    REVOKED(Verdict.NOT_VALID),
    /** Nobody who is believed stands behind the certificate. */
    ISSUER_UNKNOWN(Verdict.INDETERMINATE),
    /** The certificate had run out, or nothing proves that it had not. */
    EXPIRED(Verdict.INDETERMINATE),
    /** The certificate was not in force yet. */
    NOT_YET_VALID(Verdict.INDETERMINATE),
    /** No list says whether the certificate was revoked. */
    REVOCATION_UNKNOWN(Verdict.INDETERMINATE),
    /** No time stamp says when it was signed. */
    STAMP_MISSING(Verdict.INDETERMINATE),
    /** The time stamp is not of an authority that is believed, or does not hold. */
    STAMP_UNTRUSTED(Verdict.INDETERMINATE),
    /** Made in a way that is no longer safe. */
    WEAK(Verdict.INDETERMINATE),
    /** Something else that leaves it open. */
    UNCLEAR(Verdict.INDETERMINATE);

    private final Verdict makes;

    Finding(Verdict makes) {
        this.makes = makes;
    }

    /** What it makes of the signature. */
    public Verdict makes() {
        return makes;
    }

    /** The key of its sentence. */
    public String key() {
        return "signature.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
