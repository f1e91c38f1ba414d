package vn.motcua.mandate;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Standing;

/**
 * Writes into the log what somebody did for another person. A citizen's line stands in the national log with the act; an
 * officer's in the log of their agency, before the act, so that the agency answers for it and it names their position.
 */
@Component
class HelpersLooks {

    private final Trail trail;
    private final Access access;
    private final TransactionTemplate apart;

    HelpersLooks(Trail trail, Access access, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.access = access;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void behalf(SignedIn.Hand hand, Standing.Kind kind, UUID subject, String act, String fields) {
        switch (hand) {
            case SignedIn.Citizen it ->
                trail.leave(new Look(
                        it.account().value(),
                        Optional.empty(),
                        Optional.of(kind.role()),
                        Purpose.BEHALF,
                        subject,
                        act,
                        fields));
            case SignedIn.OfficerAt it -> {
                var as = access.mayHelp(it).orRefuse();
                it.scope()
                        .run(() -> apart.executeWithoutResult(_ -> trail.leave(new Look(
                                it.account().value(),
                                as.map(position -> position.id().value()),
                                as.map(Position::role),
                                Purpose.BEHALF,
                                subject,
                                act,
                                fields))));
            }
        }
    }
}
