package vn.motcua.audit;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * What a time-stamping authority (RFC 3161) says: these bytes existed at that moment.
 *
 * @param at when
 * @param authority whose certificate it was
 */
record TimeStamp(Instant at, X509Certificate authority) {

    /** What the token says of that signature; empty when it says nothing of it or is not intact. */
    static Optional<TimeStamp> of(String token, String signature) {
        try {
            var read = new TimeStampToken(new CMSSignedData(Base64.getDecoder().decode(token)));
            var imprint = read.getTimeStampInfo();
            var authority = authority(read);
            if (!imprint.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    || !Arrays.equals(
                            imprint.getMessageImprintDigest(),
                            Hash.sum(Base64.getDecoder().decode(signature)).bytes())) {
                return Optional.empty();
            }
            read.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
            return Optional.of(new TimeStamp(imprint.getGenTime().toInstant(), authority));
        } catch (TSPException
                | CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the store knows no type of its own
    private static X509Certificate authority(TimeStampToken token) throws GeneralSecurityException {
        var found = (Collection<X509CertificateHolder>) token.getCertificates().getMatches(token.getSID());
        return new JcaX509CertificateConverter()
                .getCertificate(found.stream()
                        .findFirst()
                        .orElseThrow(() -> new GeneralSecurityException("the token names no certificate")));
    }
}
