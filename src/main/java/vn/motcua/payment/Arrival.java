package vn.motcua.payment;

import java.time.Instant;
import vn.motcua.shared.Dong;

/**
 * Money that came for an order.
 *
 * @param transaction its number at the bank or the gateway: the same money told of twice has the same one
 * @param at when it came, as the bank or the gateway says
 */
public record Arrival(PaymentChannel channel, String transaction, Dong amount, Instant at) {

    /** What tells it from other money. */
    String key() {
        return channel + " " + transaction;
    }
}
