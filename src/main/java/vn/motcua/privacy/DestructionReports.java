package vn.motcua.privacy;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Destruction;
import vn.motcua.audit.Destructions;
import vn.motcua.identity.Access;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.TenantAct;

/** What was destroyed because its time was over, for who inspects. */
@Service
public class DestructionReports {

    private static final int MOST = 200;

    private final Destructions destructions;
    private final Access access;
    private final TransactionTemplate transaction;

    DestructionReports(Destructions destructions, Access access, PlatformTransactionManager transactions) {
        this.destructions = destructions;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The latest of their agency and of what is national, latest first. */
    public List<Destruction> latest(SignedIn.OfficerAt who) {
        access.may(who, TenantAct.INSPECT_ACCESS).orRefuse();
        return who.scope().call(() -> Objects.requireNonNull(transaction.execute(_ -> destructions.latest(MOST))));
    }
}
