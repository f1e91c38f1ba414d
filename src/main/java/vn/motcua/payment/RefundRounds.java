package vn.motcua.payment;

import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierRef;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.payment.RefundStore.Stored;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Tells the gateway of approved refunds, asks what became of them, and tells applicants, of corrected receipts too. Done twice it is done once. */
@Component
class RefundRounds {

    private static final int AT_ONCE = 100;

    private final Units units;
    private final RefundGateway gateway;
    private final RefundStore store;
    private final List<RefundNews> news;
    private final ReceiptCorrectionStore corrections;
    private final List<ReceiptNews> receipts;
    private final TransactionTemplate transaction;

    RefundRounds(
            Units units,
            RefundGateway gateway,
            RefundStore store,
            List<RefundNews> news,
            ReceiptCorrectionStore corrections,
            List<ReceiptNews> receipts,
            PlatformTransactionManager transactions) {
        this.units = units;
        this.gateway = gateway;
        this.store = store;
        this.news = List.copyOf(news);
        this.corrections = corrections;
        this.receipts = List.copyOf(receipts);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round over all tenants. */
    @Scheduled(
            initialDelayString = "${motcua.payment.rounds.after:PT1M}",
            fixedDelayString = "${motcua.payment.rounds.every:PT1M}")
    public void go() {
        OneByOne.each(
                "refunds",
                units.tenants().stream().map(Tenant::id).toList(),
                it -> OneByOne.each(
                        "refunds of tenant " + it,
                        List.<Runnable>of(() -> gateway.round(it), () -> tell(it), () -> tellOfReceipts(it)),
                        Runnable::run));
    }

    /** What stands between the gateway's doings is on the applicant's page; they are told of what somebody decided and of the money. */
    private void tell(TenantId tenant) {
        Scope.of(tenant).run(() -> {
            List<Stored> untold = Objects.requireNonNull(transaction.execute(_ -> store.untold(AT_ONCE)));
            OneByOne.each("news of refunds", untold, it -> {
                var state = it.refund().state();
                if (state != RefundState.SENT && state != RefundState.FAILED) {
                    news.forEach(to -> to.tell(
                            new DossierRef(tenant, it.dossier()),
                            it.no(),
                            state,
                            it.refund().amount()));
                }
                transaction.executeWithoutResult(
                        _ -> store.told(it.refund().id(), it.refund().version()));
            });
        });
    }

    /** Of what was not agreed to they are not told: nothing has changed for them. */
    private void tellOfReceipts(TenantId tenant) {
        Scope.of(tenant).run(() -> {
            List<ReceiptCorrectionStore.Stored> untold =
                    Objects.requireNonNull(transaction.execute(_ -> corrections.untold(AT_ONCE)));
            OneByOne.each("news of receipts", untold, it -> {
                if (it.correction().state() == ReceiptCorrection.State.DONE) {
                    receipts.forEach(to -> to.tell(
                            new DossierRef(tenant, it.dossier()),
                            it.no(),
                            it.receipt().series() + " " + it.receipt().digits(),
                            it.correction().way() == ReceiptCorrection.Way.REPLACE));
                }
                transaction.executeWithoutResult(_ -> corrections.told(it.correction()));
            });
        });
    }
}
