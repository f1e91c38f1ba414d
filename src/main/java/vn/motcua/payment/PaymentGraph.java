package vn.motcua.payment;

import static vn.motcua.payment.PaymentState.Kind.CANCELLED;
import static vn.motcua.payment.PaymentState.Kind.EXPIRED;
import static vn.motcua.payment.PaymentState.Kind.PAID;
import static vn.motcua.payment.PaymentState.Kind.PAID_BACK;
import static vn.motcua.payment.PaymentState.Kind.TO_PAY_BACK;
import static vn.motcua.payment.PaymentState.Kind.WAITING;

import java.util.List;
import vn.motcua.payment.PaymentState.Kind;

/** Every way that a payment order can go, and no other. */
final class PaymentGraph {

    /** From one state to another, by that event. */
    record Edge(Kind from, PaymentEvent event, Kind to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(WAITING, PaymentEvent.ATTEMPTED, WAITING),
            new Edge(WAITING, PaymentEvent.FAILED, WAITING),
            new Edge(WAITING, PaymentEvent.MONEY_CAME, PAID),
            new Edge(WAITING, PaymentEvent.MONEY_MISPLACED, WAITING),
            new Edge(WAITING, PaymentEvent.MONEY_MISPLACED, TO_PAY_BACK),
            new Edge(WAITING, PaymentEvent.EXPIRED, EXPIRED),
            new Edge(WAITING, PaymentEvent.CANCELLED, CANCELLED),
            new Edge(EXPIRED, PaymentEvent.MONEY_CAME, PAID),
            new Edge(EXPIRED, PaymentEvent.MONEY_MISPLACED, EXPIRED),
            new Edge(EXPIRED, PaymentEvent.MONEY_MISPLACED, TO_PAY_BACK),
            new Edge(CANCELLED, PaymentEvent.MONEY_MISPLACED, TO_PAY_BACK),
            new Edge(PAID, PaymentEvent.MONEY_CAME_AGAIN, PAID),
            new Edge(TO_PAY_BACK, PaymentEvent.MONEY_CAME_AGAIN, TO_PAY_BACK),
            new Edge(PAID_BACK, PaymentEvent.MONEY_CAME_AGAIN, PAID_BACK),
            new Edge(WAITING, PaymentEvent.REFUND_ASKED, WAITING),
            new Edge(WAITING, PaymentEvent.REFUND_REFUSED, WAITING),
            new Edge(WAITING, PaymentEvent.REFUND_APPROVED, WAITING),
            new Edge(WAITING, PaymentEvent.PARTLY_PAID_BACK, WAITING),
            new Edge(EXPIRED, PaymentEvent.REFUND_ASKED, EXPIRED),
            new Edge(EXPIRED, PaymentEvent.REFUND_REFUSED, EXPIRED),
            new Edge(EXPIRED, PaymentEvent.REFUND_APPROVED, EXPIRED),
            new Edge(EXPIRED, PaymentEvent.PARTLY_PAID_BACK, EXPIRED),
            new Edge(CANCELLED, PaymentEvent.REFUND_ASKED, CANCELLED),
            new Edge(CANCELLED, PaymentEvent.REFUND_REFUSED, CANCELLED),
            new Edge(CANCELLED, PaymentEvent.REFUND_APPROVED, CANCELLED),
            new Edge(CANCELLED, PaymentEvent.PARTLY_PAID_BACK, CANCELLED),
            new Edge(PAID, PaymentEvent.REFUND_ASKED, PAID),
            new Edge(PAID, PaymentEvent.REFUND_REFUSED, PAID),
            new Edge(PAID, PaymentEvent.REFUND_APPROVED, PAID),
            new Edge(PAID, PaymentEvent.PARTLY_PAID_BACK, PAID),
            new Edge(TO_PAY_BACK, PaymentEvent.REFUND_ASKED, TO_PAY_BACK),
            new Edge(TO_PAY_BACK, PaymentEvent.REFUND_REFUSED, TO_PAY_BACK),
            new Edge(TO_PAY_BACK, PaymentEvent.REFUND_APPROVED, TO_PAY_BACK),
            new Edge(TO_PAY_BACK, PaymentEvent.PARTLY_PAID_BACK, TO_PAY_BACK),
            new Edge(PAID_BACK, PaymentEvent.REFUND_ASKED, PAID_BACK),
            new Edge(PAID_BACK, PaymentEvent.REFUND_REFUSED, PAID_BACK),
            new Edge(PAID_BACK, PaymentEvent.REFUND_APPROVED, PAID_BACK),
            new Edge(PAID_BACK, PaymentEvent.PARTLY_PAID_BACK, PAID_BACK),
            new Edge(PAID, PaymentEvent.PAID_BACK, PAID_BACK),
            new Edge(TO_PAY_BACK, PaymentEvent.PAID_BACK, PAID_BACK));

    private PaymentGraph() {}

    /** Whether there is that edge. */
    static boolean leads(Kind from, PaymentEvent event, Kind to) {
        return EDGES.contains(new Edge(from, event, to));
    }
}
