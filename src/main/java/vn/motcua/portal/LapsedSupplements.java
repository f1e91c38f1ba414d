package vn.motcua.portal;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;

/**
 * Takes away what accounts had put together for a supplement that is answered or no longer asked for, also the accounts
 * that did not send it. What was put together for one whose last day passed stays readable to its owner until the dossier is
 * decided or ends.
 */
@Component
class LapsedSupplements implements Listener {

    /** The events after which nobody needs it any more. */
    private static final Set<String> ENDS =
            Set.of("supplement-provided", "withdrawn", "turned-away", "resolved", "halted");

    private final SupplementDrafts drafts;
    private final TransactionTemplate transaction;

    LapsedSupplements(SupplementDrafts drafts, PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void hear(Happening happening) {
        if (ENDS.contains(happening.kind())) {
            transaction.executeWithoutResult(
                    _ -> drafts.forgetLapsed(happening.dossier().id()));
        }
    }
}
