package vn.motcua.dossier;

import java.util.UUID;
import vn.motcua.shared.Ids;

/**
 * A paper (giấy tờ) that comes with a filing or a supplement.
 *
 * @param id its id on the dossier
 * @param document the id of the required document that it answers; empty when it answers none
 * @param name as the applicant sees it, e.g. the file's name
 * @param file its content hash in the file store
 */
public record NewPaper(UUID id, String document, String name, String file) {

    /** A paper that gets its id now. */
    public NewPaper(String document, String name, String file) {
        this(Ids.next(), document, name, file);
    }
}
