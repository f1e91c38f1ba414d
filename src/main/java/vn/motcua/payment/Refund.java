package vn.motcua.payment;

import java.util.Optional;
import java.util.UUID;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * Money that goes back (hoàn trả): one person asks for it, another agrees, and it goes by the gateway or by a cashier's hands. Immutable; what
 * a gateway tells twice, or too late, changes nothing.
 *
 * @param way by which it goes back
 * @param proposer the account that asks for it
 * @param version counts its events; 1 when it is proposed
 */
record Refund(UUID id, Dong amount, PaymentChannel way, UUID proposer, RefundState state, int version) {

    Refund {
        if (amount.equals(Dong.ZERO)) {
            throw new IllegalArgumentException("a refund of nothing");
        }
    }

    /** What happened and what the refund is then. */
    record Step(Refund after, RefundEvent event) {}

    /** A new one. */
    static Refund proposed(UUID id, Dong amount, PaymentChannel way, UUID proposer) {
        return new Refund(id, amount, way, proposer, RefundState.PROPOSED, 1);
    }

    /** A second person agrees, or does not. */
    Step decided(UUID by, boolean agreed) {
        if (state != RefundState.PROPOSED) {
            throw notNow();
        }
        if (by.equals(proposer)) {
            throw new Refused(PaymentRefusal.REFUND_SECOND_PERSON);
        }
        return agreed
                ? to(RefundState.APPROVED, way, RefundEvent.APPROVED)
                : to(RefundState.REFUSED, way, RefundEvent.REFUSED);
    }

    /** The gateway is told, for the first time or because it never heard of it; empty when there is nothing to tell any more. */
    Optional<Step> sent() {
        return way == PaymentChannel.GATEWAY && (state == RefundState.APPROVED || state == RefundState.SENT)
                ? Optional.of(to(RefundState.SENT, way, RefundEvent.SENT))
                : Optional.empty();
    }

    /** The gateway says that it paid it back; empty when that is known. */
    Optional<Step> done() {
        return state == RefundState.SENT
                ? Optional.of(to(RefundState.PAID_BACK, way, RefundEvent.PAID_BACK))
                : Optional.empty();
    }

    /** The gateway says that it does not pay it back. */
    Optional<Step> failed() {
        return state == RefundState.SENT
                ? Optional.of(to(RefundState.FAILED, way, RefundEvent.FAILED))
                : Optional.empty();
    }

    /** A cashier paid it back: in cash, by a transfer or at the card terminal, never what the gateway may still pay. */
    Step paidBy(PaymentChannel by) {
        var waits = state == RefundState.FAILED || (state == RefundState.APPROVED && way != PaymentChannel.GATEWAY);
        if (!waits || by == PaymentChannel.GATEWAY) {
            throw notNow();
        }
        return to(RefundState.PAID_BACK, by, RefundEvent.PAID_BACK);
    }

    private Step to(RefundState after, PaymentChannel by, RefundEvent event) {
        if (!RefundGraph.leads(state, event, after)) {
            throw new IllegalStateException("no way from " + state + " by " + event + " to " + after);
        }
        return new Step(new Refund(id, amount, by, proposer, after, version + 1), event);
    }

    private Refused notNow() {
        return new Refused(PaymentRefusal.REFUND_STATE, Phrase.of("payment.refund.state." + state));
    }
}
