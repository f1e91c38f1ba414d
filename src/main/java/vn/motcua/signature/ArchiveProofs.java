package vn.motcua.signature;

import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is laid into a signed paper so that it can be judged when authorities and their lists are gone: certificates and
 * revocation lists out of {@link TrustList}, as they are at that moment. A list that is over, or larger than is worth carrying in
 * every paper, is not taken.
 */
final class ArchiveProofs {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveProofs.class);

    private final TrustList trust;
    private final long largest;

    /** Takes lists up to so many bytes. */
    ArchiveProofs(TrustList trust, long largest) {
        this.trust = trust;
        this.largest = largest;
    }

    /** What the library is to take proofs from. */
    CommonCertificateVerifier at(Instant now) {
        var believed = trust.read();
        return Validation.verifier(new TrustList.Believed(
                believed.certificates(),
                believed.lists().stream().filter(it -> isOfUse(it, now)).toList()));
    }

    private boolean isOfUse(byte[] list, Instant now) {
        if (list.length > largest) {
            return false;
        }
        try {
            var read = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            return read.getNextUpdate() != null
                    && !read.getNextUpdate().toInstant().isBefore(now);
        } catch (GeneralSecurityException e) {
            LOG.warn("a revocation list among what is believed cannot be read: {}", e.toString());
            return false;
        }
    }
}
