package vn.motcua.payment;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * A payment gateway (cổng thanh toán) to which payers are sent.
 *
 * @param name as payers know it
 * @param page where payers go; parameters are added to it
 * @param query where it is asked what became of a payment
 * @param refund where it is told to pay back; empty where it is not
 * @param statement where it is asked for its statement of a day; empty where it is not
 * @param merchant who we are to it
 * @param signature with what both sides sign
 * @param insideHosts hosts that may lie in a private network
 */
public record Gateway(
        String name,
        String page,
        URI query,
        Optional<URI> refund,
        Optional<URI> statement,
        String merchant,
        GatewaySignature signature,
        Set<String> insideHosts) {

    /** Keeps its own copy. */
    public Gateway {
        insideHosts = Set.copyOf(insideHosts);
    }
}
