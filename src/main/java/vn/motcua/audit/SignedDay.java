package vn.motcua.audit;

import java.security.cert.CertificateException;
import java.util.Optional;

/**
 * A day's root with its signature.
 *
 * @param signed the text that was signed, {@link DayRoot#line()}
 * @param signature ECDSA with SHA-256 over it, base64
 * @param certificate of the signing key, PEM
 * @param stamp the token of RFC 3161 over the signature's bytes, base64; empty until an authority gave one
 */
public record SignedDay(String signed, String signature, String certificate, Optional<String> stamp) {

    DayRoot root() {
        return DayRoot.of(signed);
    }

    /** Fingerprint of the certificate, empty when that cannot be read. */
    Optional<Hash> signer() {
        try {
            return Optional.of(Seal.fingerprint(certificate));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
