package vn.motcua.catalogue;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.RevisionDesk.Which;
import vn.motcua.identity.SignedIn.OfficerAt;

/**
 * Where authors give a draft up, and take back what they handed in before anybody has decided. By the rules of
 * {@link RevisionDesk}: whoever writes the agency's procedures may, each method is one transaction, leaves its line in the
 * trail, and the same command again does nothing.
 */
@Service
public class DraftEditionDesk {

    private final RevisionDesk desk;
    private final Clock clock;

    DraftEditionDesk(RevisionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Gives a draft up; its number is not used again, and its history stays. */
    public void discard(OfficerAt who, UUID command, Which which) {
        desk.writing(
                who,
                command,
                which,
                "procedure-edition-discarded",
                it -> it.discard(RevisionDesk.person(who), clock.instant()));
    }

    /** Takes back what was handed in; refuses with {@code EDITION_NOT_IN_PHASE} once it is approved or sent back. */
    public void takeBack(OfficerAt who, UUID command, Which which) {
        desk.writing(
                who,
                command,
                which,
                "procedure-edition-taken-back",
                it -> it.takeBack(RevisionDesk.person(who), clock.instant()));
    }
}
