package vn.motcua.administration;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.PositionId;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.identity.StandInProposals;
import vn.motcua.identity.StandIns;

/** Stand-ins that wait for the second administrator, among the other changes that do. */
@Component
class StandInRequests implements StandInProposals {

    private final ChangeRequests changes;
    private final Trail trail;
    private final Clock clock;

    StandInRequests(ChangeRequests changes, Trail trail, Clock clock) {
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(Administrator who, StandIns.Wanted wanted, String name, StandIns.Held of) {
        if (changes.exists(wanted.id().value())) {
            return;
        }
        changes.propose(new ChangeRequest(
                wanted.id().value(),
                ChangeRequest.Kind.STAND_IN,
                wanted.officer().value(),
                Map.of(
                        "name",
                        name,
                        "holder",
                        of.name(),
                        "position",
                        wanted.position().toString(),
                        "positionRole",
                        of.position().role(),
                        "positionUnit",
                        of.position().unit().toString(),
                        "first",
                        wanted.from().toString(),
                        "last",
                        wanted.to().toString()),
                who.account().value(),
                clock.instant()));
        leave(who, wanted.id(), "stand-in-proposed");
    }

    /** Takes back what nobody has decided yet, because the leave it was for is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(UUID by, PositionId standIn) {
        changes.hold(standIn.value())
                .filter(it -> it.kind() == ChangeRequest.Kind.STAND_IN)
                .ifPresent(it -> changes.decide(it.id(), ChangeRequest.Decision.REFUSED, by, clock.instant()));
    }

    private void leave(Administrator who, PositionId about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about.value(),
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
