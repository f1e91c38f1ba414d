package vn.motcua.mandate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.MandateId;
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
    private final HelpersLooks looks;
    private final Clock clock;

    MandateActs(Mandates mandates, HelpersLooks looks, Clock clock) {
        this.mandates = mandates;
        this.looks = looks;
        this.clock = clock;
    }

    /** A filing was begun with the person's details in it; they see that, too. */
    public void began(SignedIn.ForAnother who, String procedure) {
        done(who, "began", procedure);
        leave(who, "draft-begun");
    }

    /**
     * A page of a draft was filled in; the person sees that in the log, too. The same page again within ten minutes is no
     * news, but the mandate is asked each time.
     */
    public void filled(SignedIn.ForAnother who, String page) {
        var mandate = held(who);
        if (!mandates.noted(mandate, who, "filled", page, now().minus(Duration.ofMinutes(10)))) {
            mandates.note(mandate, who, "filled", page, now());
            leave(who, "draft-filled");
        }
    }

    /** A filing was sent; the dossier's own line in the log says the rest. */
    public void filed(SignedIn.ForAnother who, String code) {
        done(who, "filed", code);
    }

    private void done(SignedIn.ForAnother who, String kind, String about) {
        mandates.note(held(who), who, kind, about, now());
    }

    private MandateId held(SignedIn.ForAnother who) {
        var mandate = who.standing().mandate();
        if (mandates.lock(mandate).flatMap(it -> it.standing(now())).isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return mandate;
    }

    private void leave(SignedIn.ForAnother who, String act) {
        looks.behalf(
                who.hand(),
                who.standing().kind(),
                who.person().value(),
                act,
                Fields.of(Fields.IDENTITY, Fields.CONTACT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
