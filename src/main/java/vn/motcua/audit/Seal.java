package vn.motcua.audit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * The key with which this program signs the roots of its days.
 *
 * @param key a private key on an elliptic curve
 * @param certificate of its public half, PEM
 */
record Seal(PrivateKey key, String certificate) {

    private static final String ALGORITHM = "SHA256withECDSA";

    SignedDay sign(DayRoot day) {
        return new SignedDay(day.line(), sign(day.line()), certificate, java.util.Optional.empty());
    }

    private String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key that signs the log's days cannot sign", e);
        }
    }

    /** Whether the signature was made over that text with the key of the certificate beside it. */
    static boolean isIntact(SignedDay day) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(certificate(day.certificate()));
            signature.update(day.signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(day.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** SHA-256 of the certificate, by which people compare it. */
    static Hash fingerprint(String certificate) throws CertificateException {
        return Hash.sum(certificate(certificate).getEncoded());
    }

    static X509Certificate certificate(String pem) throws CertificateException {
        var bytes = pem.getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }
}
