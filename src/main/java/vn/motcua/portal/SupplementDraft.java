package vn.motcua.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.document.FileId;

/**
 * What an applicant has put together for a supplement and not yet sent.
 *
 * @param notes what they say to each line of the request, in its order; may be shorter than the request
 * @param answers all answers of the form, when they corrected some; right or wrong, as they were typed
 * @param papers what they uploaded, in that order
 */
public record SupplementDraft(List<String> notes, Optional<Map<String, Object>> answers, List<Paper> papers) {

    /** Nothing yet. */
    static final SupplementDraft NONE = new SupplementDraft(List.of(), Optional.empty(), List.of());

    /** Keeps its own copies. */
    public SupplementDraft {
        notes = List.copyOf(notes);
        papers = List.copyOf(papers);
    }

    /** What they say to that line; empty when nothing. */
    public String note(int line) {
        return line < notes.size() ? notes.get(line) : "";
    }

    /** The same with other words. */
    public SupplementDraft saying(List<String> others) {
        return new SupplementDraft(others, answers, papers);
    }

    /** What they uploaded for that line. */
    public List<Paper> papers(int line) {
        return papers.stream().filter(it -> it.line() == line).toList();
    }

    /**
     * An uploaded file.
     *
     * @param line for which line of the request, from 0
     * @param size in bytes
     */
    public record Paper(UUID id, int line, String name, FileId file, long size) {}
}
