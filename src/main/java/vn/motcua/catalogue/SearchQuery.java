package vn.motcua.catalogue;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody looks for.
 *
 * @param text their own words; empty for everything
 * @param filters what else it has to be
 * @param page from 1; each has {@link #PAGE} entries
 */
public record SearchQuery(String text, Filters filters, int page) {

    /** Entries on a page. */
    public static final int PAGE = 20;

    /** These words, no filters, first page. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Filters.NONE, 1);
    }

    /**
     * What a procedure has to be besides fitting the words.
     *
     * @param level only procedures settled at this level
     * @param sector only this field of administration; empty for all
     * @param issuer only what the agency with this national code published; empty for all
     * @param agency only what that kind of unit, or the agency that records name so, settles; empty for all
     * @param subject only what is open to them, in the words of the records; empty for all
     * @param service only with this online level
     * @param event only what belongs to this event of life; empty for all
     */
    public record Filters(
            Optional<ProcedureRecord.Level> level,
            String sector,
            String issuer,
            String agency,
            String subject,
            Optional<ProcedureRecord.ServiceLevel> service,
            String event) {

        /** Everything. */
        public static final Filters NONE = new Filters(Optional.empty(), "", "", "", "", Optional.empty(), "");

        /** Whether people set one that they can see; the event of life is part of the address they followed. */
        public boolean any() {
            return level.isPresent()
                    || service.isPresent()
                    || !sector.isEmpty()
                    || !issuer.isEmpty()
                    || !agency.isEmpty()
                    || !subject.isEmpty();
        }

        /** Whether the record is so; what belongs to the event is asked of {@code ofEvent}. */
        boolean fit(ProcedureRecord record, Predicate<String> ofEvent) {
            return level.map(record.levels()::contains).orElse(true)
                    && service.map(record.serviceLevel()::equals).orElse(true)
                    && (sector.isEmpty() || record.sector().equals(sector))
                    && (issuer.isEmpty() || record.issuer().code().equals(issuer))
                    && (agency.isEmpty() || record.settledBy().contains(agency))
                    && (subject.isEmpty() || record.subjects().contains(subject))
                    && (event.isEmpty() || ofEvent.test(event));
        }
    }
}
