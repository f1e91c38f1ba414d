package vn.motcua.queue;

import java.util.Set;
import vn.motcua.identity.OfficerId;

/**
 * A window (quầy) that an officer sits at today.
 *
 * @param no as it stands on the sign above it
 * @param errands what is done there
 */
public record Window(int no, OfficerId officer, String name, Set<Errand> errands) {

    /** The highest number of a window. */
    public static final int HIGHEST = 99;

    /** Keeps its own copy. */
    public Window {
        errands = Set.copyOf(errands);
    }

    /** Whether it may call that number. */
    boolean serves(Ticket ticket) {
        return ticket.only() == no || (ticket.only() == 0 && errands.contains(ticket.errand()));
    }
}
