package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an applicant answers to a supplement request (bổ sung).
 *
 * @param papers what comes now
 * @param answers all answers of the form, when some were corrected
 * @param note what the applicant says to it; may be empty
 */
public record Supplement(List<NewPaper> papers, Optional<Map<String, Object>> answers, String note) {

    /** Keeps its own copy. */
    public Supplement {
        papers = List.copyOf(papers);
    }
}
