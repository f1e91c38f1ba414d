package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.payment.LedgerBook.Occasion;
import vn.motcua.payment.RefundStore.Source;
import vn.motcua.payment.RefundStore.Stored;
import vn.motcua.shared.Dong;

/**
 * Carries out what happens to refunds of the current tenant: the rules of {@link Refund}, and what follows for the order by which the money
 * came, the ledger and the receipts. The dossier is locked by {@link FeeAccounts#lock}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Refunds {

    private final RefundStore store;
    private final OrderStore orders;
    private final LedgerBook ledger;
    private final ReceiptBook receipts;
    private final Collectors collectors;

    Refunds(RefundStore store, OrderStore orders, LedgerBook ledger, ReceiptBook receipts, Collectors collectors) {
        this.store = store;
        this.orders = orders;
        this.ledger = ledger;
        this.receipts = receipts;
        this.collectors = collectors;
    }

    /** Somebody asks for it. */
    void proposed(Stored it, Instant now) {
        tellOrder(it, PaymentEvent.REFUND_ASKED, now);
    }

    /** A second person did not agree. */
    void refused(Stored it, Instant now) {
        tellOrder(it, PaymentEvent.REFUND_REFUSED, now);
    }

    /** Which lines it gives up of what was collected, after those that were given up before. */
    List<ReceiptLine> given(Stored it, Dong before) {
        return it.payment()
                .map(no -> ReceiptChange.given(
                        receipts.original(it.dossier(), no).lines(),
                        before,
                        it.refund().amount()))
                .orElse(List.of());
    }

    /**
     * A second person agreed: what was collected is given up from then on, and its receipt says so. The number of a receipt is taken last.
     *
     * @param before what of the same money goes back by other refunds that were agreed to before
     */
    void approved(Stored it, Dong before, Instant now) {
        tellOrder(it, PaymentEvent.REFUND_APPROVED, now);
        if (it.payment().isEmpty()) {
            return;
        }
        ledger.add(Occasion.GIVEN_UP, it.dossier(), it.unit(), it.channel(), Bookkeeping.givenUp(it.lines()), now);
        receipts.change(it, before, collectors.partRefund(), now);
    }

    /** What the gateway said, or that it was told; empty states are left out by the caller. */
    void moved(Stored it, Refund.Step step, Source source, Instant now) {
        store.save(step, source, now);
        if (step.event() == RefundEvent.PAID_BACK) {
            ledger.add(
                    Occasion.PAID_BACK,
                    it.dossier(),
                    it.unit(),
                    step.after().way(),
                    Bookkeeping.paidBack(step.after().way(), it.refund().amount()),
                    now);
            it.order().ifPresent(order -> backForOrder(order, now));
        }
    }

    private void backForOrder(UUID order, Instant now) {
        var found = orders.locked(order).order();
        orders.save(found.paidBack(store.allBack(order)), OrderStore.Source.OFFICER, now);
    }

    private void tellOrder(Stored it, PaymentEvent what, Instant now) {
        it.order()
                .ifPresent(order ->
                        orders.save(orders.locked(order).order().refund(what), OrderStore.Source.OFFICER, now));
    }
}
