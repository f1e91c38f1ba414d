package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.motcua.catalogue.Channel;

/**
 * A filing on its way to another system that settles a part of it: the same id, code and applicant there.
 *
 * @param submitter the account that filed it; empty for one taken in at the counter
 * @param applicantFolded the name as it is searched for
 */
public record Carried(
        FilingId id,
        TrackingCode code,
        Channel channel,
        Optional<UUID> submitter,
        Applicant applicant,
        String applicantFolded,
        Set<String> available,
        HandOver.How receiveBy,
        String receiveAt,
        Instant filedAt) {

    /** Keeps its own copy. */
    public Carried {
        available = Set.copyOf(available);
    }
}
