package vn.motcua.dossier;

import java.util.List;
import vn.motcua.route.OfficerStep;

/**
 * Something that an officer may do with a dossier now.
 *
 * @param action what
 * @param step on which open step
 * @param backTo the steps to which it can be sent back, nearest first; empty for other actions
 */
public record AllowedAction(DeskAction action, String step, List<OfficerStep> backTo) {

    /** Keeps its own copy. */
    public AllowedAction {
        backTo = List.copyOf(backTo);
    }
}
