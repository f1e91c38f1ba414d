package vn.motcua.dossier;

import java.util.Optional;
import java.util.UUID;
import vn.motcua.shared.Ids;

/**
 * A paper (giấy tờ) that comes with a filing or a supplement.
 *
 * @param id its id on the dossier
 * @param document the id of the required document or of the form's field that it answers; empty when it answers none
 * @param name as the applicant sees it, e.g. the file's name
 * @param file its content hash in the file store; empty for a paper that was only shown at the counter
 * @param originals how many originals (bản chính) the officer saw at the counter
 * @param copies how many copies (bản sao) the officer saw there
 */
public record NewPaper(UUID id, String document, String name, Optional<String> file, int originals, int copies) {

    /** Refuses a paper that nobody has given or shown: that is a bug. */
    public NewPaper {
        if (file.isEmpty() && originals + copies == 0) {
            throw new IllegalArgumentException("neither given nor shown: " + document);
        }
    }

    /** An uploaded paper with its id. */
    public NewPaper(UUID id, String document, String name, String file) {
        this(id, document, name, Optional.of(file), 0, 0);
    }

    /** An uploaded paper that gets its id now. */
    public NewPaper(String document, String name, String file) {
        this(Ids.next(), document, name, file);
    }

    /** A paper that the officer saw at the counter and gave back, or keeps on paper. */
    public static NewPaper shown(String document, String name, int originals, int copies) {
        return new NewPaper(Ids.next(), document, name, Optional.empty(), originals, copies);
    }

    /** The same, of which the officer also saw so many. */
    public NewPaper seen(int originals, int copies) {
        return new NewPaper(id, document, name, file, originals, copies);
    }
}
