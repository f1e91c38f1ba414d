package vn.motcua.catalogue.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.identity.web.Filled;

/**
 * The route of a draft as a drawing.
 *
 * @param xml the BPMN that is drawn; empty where the route of the draft cannot be drawn
 * @param faults why it cannot, or what it lacks until the draft can be handed in
 * @param looked what becomes of what was sent; empty before anything is sent
 * @param form what is wrong with what was sent as a whole
 * @param refused what else is said at the top; empty for nothing
 */
public record StudioModelView(
        StudioView.Frame frame, String xml, List<String> faults, Optional<Looked> looked, Filled form, String refused) {

    /**
     * What a drawing becomes.
     *
     * @param refusals why it is not taken, element by element
     * @param wrong the ids of these elements
     * @param notes what was left out or understood in one of several ways
     * @param faults what the route lacks until it can be handed in
     * @param parts what differs from the draft
     */
    public record Looked(
            List<String> refusals,
            List<String> wrong,
            List<String> notes,
            List<String> faults,
            List<EditionLists.Part> parts) {

        /** Whether it can be taken and changes anything. */
        public boolean takes() {
            return refusals.isEmpty() && !parts.isEmpty();
        }
    }

    /** Whether what is drawn is the route of the draft, and not yet something that was sent. */
    public boolean drawn() {
        return !xml.isBlank() && looked.isEmpty() && !form.wrong();
    }

    /** The ids of the elements that are refused, one after another. */
    public String wrong() {
        return looked.map(it -> String.join(" ", it.wrong())).orElse("");
    }
}
