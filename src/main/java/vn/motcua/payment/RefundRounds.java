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

/** Tells the gateway of approved refunds, asks what became of them, and tells applicants. Done twice it is done once. */
@Component
class RefundRounds {

    private static final int AT_ONCE = 100;

    private final Units units;
    private final RefundGateway gateway;
    private final RefundStore store;
    private final List<RefundNews> news;
    private final TransactionTemplate transaction;

    RefundRounds(
            Units units,
            RefundGateway gateway,
            RefundStore store,
            List<RefundNews> news,
            PlatformTransactionManager transactions) {
        this.units = units;
        this.gateway = gateway;
        this.store = store;
        this.news = List.copyOf(news);
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
                        List.<Runnable>of(() -> gateway.round(it), () -> tell(it)),
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
}
