package vn.motcua.sandbox.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.payment.GatewaySignature;
import vn.motcua.shared.Outgoing;

/**
 * Calls the merchant's server, signed.
 *
 * @param to where its server is, if not where it says: behind a proxy the address that browsers use may lead nowhere from here
 */
record Caller(GatewaySignature signature, Optional<URI> to) {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long LONGEST = 10_000;

    /** Calls that address with these words, so often, after that time; nobody waits for it. */
    void call(String address, Map<String, String> words, int times, Duration after) {
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(after);
                for (int i = 0; i < times; i++) {
                    post(URI.create(address), signature.query(words));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void post(URI said, String form) {
        try {
            var address = to.map(it -> it.resolve(said.getRawPath())).orElse(said);
            Outgoing.to(Set.of(Outgoing.place(address)), ANSWER, LONGEST).post(address, form);
        } catch (Outgoing.Unreachable | IllegalArgumentException e) {
            LOG.warn("nobody took the notice of a payment: {}", e.getMessage());
        }
    }
}
