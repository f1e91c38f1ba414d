package vn.motcua.payment;

import static vn.motcua.payment.RefundState.APPROVED;
import static vn.motcua.payment.RefundState.FAILED;
import static vn.motcua.payment.RefundState.PAID_BACK;
import static vn.motcua.payment.RefundState.PROPOSED;
import static vn.motcua.payment.RefundState.REFUSED;
import static vn.motcua.payment.RefundState.SENT;

import java.util.List;

/** Every way that a refund can go, and no other. */
final class RefundGraph {

    /** From one state to another, by that event. */
    record Edge(RefundState from, RefundEvent event, RefundState to) {}

    static final List<Edge> EDGES = List.of(
            new Edge(PROPOSED, RefundEvent.REFUSED, REFUSED),
            new Edge(PROPOSED, RefundEvent.APPROVED, APPROVED),
            new Edge(APPROVED, RefundEvent.SENT, SENT),
            new Edge(APPROVED, RefundEvent.PAID_BACK, PAID_BACK),
            new Edge(SENT, RefundEvent.SENT, SENT),
            new Edge(SENT, RefundEvent.FAILED, FAILED),
            new Edge(SENT, RefundEvent.PAID_BACK, PAID_BACK),
            new Edge(FAILED, RefundEvent.PAID_BACK, PAID_BACK));

    private RefundGraph() {}

    /** Whether there is that edge. */
    static boolean leads(RefundState from, RefundEvent event, RefundState to) {
        return EDGES.contains(new Edge(from, event, to));
    }
}
