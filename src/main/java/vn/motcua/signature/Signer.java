package vn.motcua.signature;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Where the keys are: a remote signing service, a token, or, for demonstrations, files. Whoever writes another one takes
 * these two questions and nothing else; the key itself is never seen.
 */
public interface Signer {

    /** The certificate of that signatory and those above it, its own first. */
    List<X509Certificate> certificates(Signatory who) throws SignerAway;

    /** An ECDSA signature in DER, or an RSA one by PKCS #1, over the SHA-256 of these bytes, with that signatory's key. */
    byte[] sign(Signatory who, byte[] content) throws SignerAway;
}
