package vn.motcua.administration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A change of rights that waits for a second administrator.
 *
 * @param about the officer or the account it gives rights to
 * @param proposal what is proposed, by the names that {@link Appointments} gives them; never a password in clear
 * @param proposedBy account of who may not confirm it
 */
record ChangeRequest(
        UUID id, Kind kind, UUID about, Map<String, String> proposal, UUID proposedBy, Instant proposedAt) {

    /** What needs two. */
    enum Kind {
        APPOINT_LEADER,
        APPOINT_ADMINISTRATOR,
        CHANGE_UNITS,
        CHANGE_CALENDAR,
        REMOVE_ADMINISTRATOR,
        RESET_SECOND_FACTOR,
        CHANGE_BRAND,
        MAKE_TENANT,
        STAND_IN
    }

    /** What came of it. */
    enum Decision {
        CONFIRMED,
        REFUSED
    }

    ChangeRequest {
        proposal = Map.copyOf(proposal);
    }

    String part(String name) {
        return proposal.getOrDefault(name, "");
    }
}
