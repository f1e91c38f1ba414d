package vn.motcua.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dossier.SupplementRequest;

/** What a line of a supplement request still lacks before it can be sent. Pure. */
public enum Lacking {
    /** The paper that it asks for. */
    FILE,
    /** Anything at all: a file, a correction or a word. */
    ANYTHING;

    /**
     * What the line lacks; empty when it is answered.
     *
     * @param papers what was uploaded for it
     * @param note what is said to it
     * @param corrected whether the form was corrected
     * @param uploadable the ids of the required documents that can be uploaded
     */
    static Optional<Lacking> of(
            SupplementRequest.Line line,
            List<SupplementDraft.Paper> papers,
            String note,
            boolean corrected,
            Set<String> uploadable) {
        if (!papers.isEmpty()) {
            return Optional.empty();
        }
        if (line.document().filter(uploadable::contains).isPresent()) {
            return Optional.of(FILE);
        }
        return note.isBlank() && !corrected ? Optional.of(ANYTHING) : Optional.empty();
    }
}
