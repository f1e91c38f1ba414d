package vn.motcua.result;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ResultsToIssue;

/** Revokes in the register what waits for its signature when its dossier is to be decided anew; its number is free again. */
@Component
class WithdrawnResults implements ResultsToIssue {

    private final ResultStore store;

    WithdrawnResults(ResultStore store) {
        this.store = store;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(DossierId dossier, String reason, Instant now) {
        store.open(dossier).ifPresent(it -> store.revoked(it.id(), reason, now));
    }
}
