package vn.motcua.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.shared.Scope;

/** Writes down in an account's tenant that its session begins; when that fails there is no session. */
@Component
public class SignInTrail {

    private final Trail trail;
    private final TransactionTemplate transaction;

    SignInTrail(Trail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** They signed in. */
    public void signedIn(SessionAccount account) {
        leave(account, "signed-in");
    }

    /** They proved more than before. */
    public void provedMore(SessionAccount account) {
        leave(account, "proved-more");
    }

    private void leave(SessionAccount who, String act) {
        var id = who.account().value();
        new Scope(who.tenant(), Optional.of(id))
                .run(() -> transaction.executeWithoutResult(_ -> trail.leave(new Look(
                        id, Optional.empty(), Optional.empty(), Purpose.SIGN_IN, id, act, Fields.of(Fields.RIGHTS)))));
    }
}
