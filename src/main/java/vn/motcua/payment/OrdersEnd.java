package vn.motcua.payment;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;

/**
 * Ends the order of a dossier that was turned away, withdrawn, halted, given to another agency or denied: nobody is to pay for it any more.
 * What comes all the same is kept and can be paid back.
 */
@Component
class OrdersEnd implements Listener {

    private static final Set<String> ENDINGS =
            Set.of("turned-away", "withdrawn", "halted", "passed-across", "resolved");

    private final PaymentOrders orders;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OrdersEnd(PaymentOrders orders, Clock clock, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hear(Happening happening) {
        if (ENDINGS.contains(happening.kind())) {
            transaction.executeWithoutResult(
                    _ -> orders.ended(happening.dossier().id(), clock.instant()));
        }
    }
}
