package vn.motcua.payment;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.payment.PaymentState.Cancelled;
import vn.motcua.payment.PaymentState.Expired;
import vn.motcua.payment.PaymentState.Held;
import vn.motcua.payment.PaymentState.Misplaced;
import vn.motcua.payment.PaymentState.Paid;
import vn.motcua.payment.PaymentState.PaidBack;
import vn.motcua.payment.PaymentState.ToPayBack;
import vn.motcua.payment.PaymentState.Waiting;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;

/**
 * An order to pay what is due for a dossier (yêu cầu thanh toán). Immutable: a rule takes what happened and answers with
 * a step, with nothing where it happened before, or refuses. What others tell — in any order, twice, late — is never refused:
 * money that came is somewhere, and the order says where.
 *
 * @param amount what is asked for
 * @param until up to when nothing else is offered for the same demand
 * @param version counts its events; 1 when it is made
 * @param money the keys of all money that came
 */
record PaymentOrder(UUID id, Dong amount, Instant until, PaymentState state, int version, Set<String> money) {

    PaymentOrder {
        money = Set.copyOf(money);
        if (amount.equals(Dong.ZERO)) {
            throw new IllegalArgumentException("an order for nothing");
        }
    }

    /** What happened and what the order is then. */
    record Step(PaymentOrder after, PaymentEvent event, Optional<Arrival> arrival) {}

    /** A new one. */
    static PaymentOrder opened(UUID id, Dong amount, Instant until) {
        return new PaymentOrder(id, amount, until, new Waiting(), 1, Set.of());
    }

    /** The short word in the text of a transfer. */
    PaymentReference reference() {
        return PaymentReference.of(id);
    }

    /** Whether it is still to be paid by whoever holds its page. */
    boolean open() {
        return state instanceof Waiting;
    }

    /** The payer sets out to the gateway, for the first time or again. */
    Step attempt() {
        if (!open()) {
            throw notNow();
        }
        return to(state, PaymentEvent.ATTEMPTED);
    }

    /** The gateway says that an attempt came to nothing; the order stays. After anything else it says nothing new. */
    Optional<Step> failed() {
        return open() ? Optional.of(to(state, PaymentEvent.FAILED)) : Optional.empty();
    }

    /**
     * Money came. The same money again is nothing new.
     *
     * @param owed whether what the order asks for is still owed
     */
    Optional<Step> arrives(Arrival arrival, boolean owed) {
        if (money.contains(arrival.key())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (state) {
                    case Waiting _, Expired _ -> settles(arrival, owed);
                    case Cancelled _ -> with(arrival, new ToPayBack(arrival, Misplaced.CANCELLED));
                    case Held _, PaidBack _ -> came(arrival, state, PaymentEvent.MONEY_CAME_AGAIN);
                });
    }

    /** A wrong amount pays nothing and leaves the order open for the right one. */
    private Step settles(Arrival arrival, boolean owed) {
        if (!arrival.amount().equals(amount)) {
            return came(arrival, state, PaymentEvent.MONEY_MISPLACED);
        }
        return owed
                ? came(arrival, new Paid(arrival), PaymentEvent.MONEY_CAME)
                : with(arrival, new ToPayBack(arrival, Misplaced.NOT_OWED));
    }

    /** Nothing came in time. */
    Optional<Step> expires(Instant now) {
        return open() && !now.isBefore(until) ? Optional.of(to(new Expired(), PaymentEvent.EXPIRED)) : Optional.empty();
    }

    /** It is not wanted any more: something else is due, or it was paid at the counter. */
    Optional<Step> cancels() {
        return open() ? Optional.of(to(new Cancelled(), PaymentEvent.CANCELLED)) : Optional.empty();
    }

    /** A refund of money that came for it is asked for, refused or agreed to. */
    Step refund(PaymentEvent what) {
        if (money.isEmpty()) {
            throw notNow();
        }
        return to(state, what);
    }

    /**
     * Money that came for it went back.
     *
     * @param all whether all of what it was paid with, or all that did not belong here, is back
     */
    Step paidBack(boolean all) {
        if (money.isEmpty()) {
            throw notNow();
        }
        return all && state instanceof Held held
                ? to(new PaidBack(held.money()), PaymentEvent.PAID_BACK)
                : to(state, PaymentEvent.PARTLY_PAID_BACK);
    }

    private Step with(Arrival arrival, ToPayBack after) {
        return came(arrival, after, PaymentEvent.MONEY_MISPLACED);
    }

    private Step came(Arrival arrival, PaymentState after, PaymentEvent event) {
        var all = new HashSet<>(money);
        all.add(arrival.key());
        return checked(after, event, Optional.of(arrival), all);
    }

    private Step to(PaymentState after, PaymentEvent event) {
        return checked(after, event, Optional.empty(), money);
    }

    private Step checked(PaymentState after, PaymentEvent event, Optional<Arrival> arrival, Set<String> all) {
        if (!PaymentGraph.leads(state.kind(), event, after.kind())) {
            throw new IllegalStateException("no way from " + state.kind() + " by " + event + " to " + after.kind());
        }
        return new Step(new PaymentOrder(id, amount, until, after, version + 1, all), event, arrival);
    }

    private Refused notNow() {
        return new Refused(PaymentRefusal.ORDER_STATE, Phrase.of("payment.state." + state.kind()));
    }
}
