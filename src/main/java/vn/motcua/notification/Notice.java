package vn.motcua.notification;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.DossierRef;
import vn.motcua.shared.Phrase;

/**
 * Something an applicant is told about a dossier of theirs.
 *
 * @param version which version of the dossier it is about
 * @param kind what happened, the last part of the key of its sentence
 * @param said what stands in the sentence besides the name of the procedure
 * @param at when it happened
 * @param unread whether they have not said yet that they read it
 */
public record Notice(DossierRef dossier, int version, String kind, List<String> said, Instant at, boolean unread) {

    /** Keeps its own copy. */
    public Notice {
        said = List.copyOf(said);
    }

    /** The sentence about a dossier of that procedure. */
    public Phrase sentence(String procedure) {
        var places = new java.util.ArrayList<Object>(List.of(procedure));
        places.addAll(said);
        return new Phrase("notification." + kind, places);
    }
}
