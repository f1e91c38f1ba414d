package vn.motcua.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Refused;

/**
 * What was done by a mandate, written into its history in the transaction that does it. The mandate is held meanwhile:
 * whoever ends it waits, or has ended it, and then nothing is done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MandateActs {

    private final Mandates mandates;
    private final Trail trail;
    private final Clock clock;

    MandateActs(Mandates mandates, Trail trail, Clock clock) {
        this.mandates = mandates;
        this.trail = trail;
        this.clock = clock;
    }

    /** A filing was begun with the person's details in it; they see that, too. */
    public void began(SignedIn.ForAnother who, String procedure) {
        done(who, "began", procedure);
        trail.leave(new Look(
                who.actor().value(),
                Optional.empty(),
                who.actingAs(),
                Purpose.BEHALF,
                who.person().value(),
                "draft-begun",
                Fields.of(Fields.IDENTITY, Fields.CONTACT)));
    }

    /** A filing was sent; the dossier's own line in the log says the rest. */
    public void filed(SignedIn.ForAnother who, String code) {
        done(who, "filed", code);
    }

    private void done(SignedIn.ForAnother who, String kind, String about) {
        var now = now();
        var mandate = who.standing().mandate();
        var given = mandates.lock(mandate).flatMap(it -> it.standing(now));
        if (given.isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        mandates.note(mandate, who, kind, about, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
