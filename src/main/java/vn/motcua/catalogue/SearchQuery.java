package vn.motcua.catalogue;

import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param text their own words; empty for everything
 * @param level only procedures settled at this level
 * @param sector only this field of administration; empty for all
 * @param issuer only what the agency with this national code published; empty for all
 * @param event only what belongs to this event of life; empty for all
 * @param page from 1; each has {@link #PAGE} entries
 */
public record SearchQuery(
        String text, Optional<ProcedureRecord.Level> level, String sector, String issuer, String event, int page) {

    /** Entries on a page. */
    public static final int PAGE = 20;

    /** These words, no filters, first page. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Optional.empty(), "", "", "", 1);
    }
}
