package vn.motcua.signature;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.shared.Outgoing;

/**
 * A remote signing service (CSC API v1). Nothing is asked of any until {@code service} is set.
 *
 * @param service its base URI, e.g. {@code https://rssp.example.vn/csc/v1/}
 * @param authorization the base URI of its authorization server, where that is another place
 * @param clientId who this program is there
 * @param secretFile a file with the client's secret and nothing else
 * @param patience how long a call may take
 * @param insideHosts hosts that may lie in a private network
 */
@ConfigurationProperties("motcua.signature.csc")
record CscSettings(
        @Nullable URI service,
        @Nullable URI authorization,
        @DefaultValue("") String clientId,
        @Nullable Path secretFile,
        @DefaultValue("10s") Duration patience,
        @DefaultValue Set<String> insideHosts) {

    /** Refuses what cannot work. */
    CscSettings {
        if (service != null) {
            Outgoing.place(service);
            if (clientId.isBlank() || secretFile == null) {
                throw new IllegalArgumentException(
                        "motcua.signature.csc.service needs motcua.signature.csc.client-id and .secret-file");
            }
        }
        if (authorization != null) {
            Outgoing.place(authorization);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("motcua.signature.csc.patience must be positive");
        }
    }

    /** The service, if there is one. */
    Optional<SigningService.Place> place() {
        if (service == null || secretFile == null) {
            return Optional.empty();
        }
        return Optional.of(new SigningService.Place(
                service, Optional.ofNullable(authorization), clientId, secret(secretFile), patience, insideHosts));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
