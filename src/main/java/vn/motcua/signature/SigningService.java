package vn.motcua.signature;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A remote signing service that speaks the API of the Cloud Signature Consortium, and who has which credential there. */
public interface SigningService {

    /** Where it is. */
    Place place();

    /** The credential of that signatory there; empty when nobody said which. */
    Optional<SigningKey> credential(Signatory who);

    /**
     * Where it is and who we are there.
     *
     * @param base its base URI, e.g. {@code https://rssp.example.vn/csc/v1/}
     * @param authorization the base URI of its authorization server; of none the service's own word is taken, if it lies
     *     at the same place
     * @param clientId who we are
     * @param secret that proves it
     * @param patience how long a call may take
     * @param insideHosts hosts that may lie in a private network
     */
    record Place(
            URI base,
            Optional<URI> authorization,
            String clientId,
            String secret,
            Duration patience,
            Set<String> insideHosts) {

        /** Keeps its own copy; a base without a slash at its end gets one. */
        public Place {
            insideHosts = Set.copyOf(insideHosts);
            base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return clientId + " at " + base;
        }
    }
}
