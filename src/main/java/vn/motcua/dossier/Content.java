package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes with a change besides the change: answers of the form and papers.
 *
 * @param answers all answers from now on; empty when they stay
 * @param papers the papers that are added
 */
record Content(Optional<Map<String, Object>> answers, List<NewPaper> papers) {

    static final Content NONE = new Content(Optional.empty(), List.of());

    Content {
        papers = List.copyOf(papers);
    }
}
