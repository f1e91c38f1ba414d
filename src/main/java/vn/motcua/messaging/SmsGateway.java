package vn.motcua.messaging;

import java.net.URI;
import java.util.Set;

/**
 * A gateway that takes short messages over HTTP; see {@code docs/operating/messages.md} for what is said both ways.
 *
 * @param name by which configuration, log and its receipts know it
 * @param key what we show it
 * @param receiptSecret with what it signs its receipts; empty when it sends none
 * @param insideHosts hosts that may lie in a private network
 */
public record SmsGateway(String name, URI address, String key, String receiptSecret, Set<String> insideHosts) {

    /** Keeps its own copy. */
    public SmsGateway {
        insideHosts = Set.copyOf(insideHosts);
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return name + " at " + address;
    }
}
