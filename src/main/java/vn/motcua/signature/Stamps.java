package vn.motcua.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import vn.motcua.audit.TimeStamping;

/** Hands the library's questions for time stamps on to the authority. */
final class Stamps implements TSPSource {

    private final transient TimeStamping authority;

    Stamps(TimeStamping authority) {
        this.authority = authority;
    }

    /** That there is no stamp now. */
    static final class NoStamp extends DSSException {

        NoStamp(String why, Throwable cause) {
            super(why, cause);
        }
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        if (algorithm != DigestAlgorithm.SHA256) {
            throw new IllegalArgumentException("stamps are asked for SHA-256 alone: " + algorithm);
        }
        try {
            return new TimestampBinary(authority.stamp(digest));
        } catch (IOException e) {
            throw new NoStamp("the time-stamping authority gives no stamp", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoStamp("stopped while waiting for a time stamp", e);
        }
    }
}
