package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.motcua.organization.UnitId;

/**
 * What to show of a unit's book of dossiers.
 *
 * @param from the first day of reception, in Vietnam's time
 * @param to the last day
 * @param procedure its code; empty for all
 * @param after where the page begins; empty for the first
 * @param size lines of a page
 */
public record BookQuery(
        UnitId unit, LocalDate from, LocalDate to, String procedure, Which which, Optional<Cursor> after, int size) {

    /** Which dossiers. */
    public enum Which {
        /** All that were received. */
        ALL,
        /** Whose result is not handed over yet. */
        OPEN,
        /** Whose result is handed over. */
        RETURNED,
        /** Decided late, or not decided and past due. */
        LATE
    }

    /** The same from there on. */
    public BookQuery after(Cursor place) {
        return new BookQuery(unit, from, to, procedure, which, Optional.of(place), size);
    }

    /** A place in the book; written into the address of the next page. */
    public record Cursor(Instant receivedAt, DossierId dossier) {

        /** Reads what {@link #toString} writes; empty when it is none. */
        public static Optional<Cursor> of(String text) {
            var parts = text.split("_", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Cursor(Instant.parse(parts[0]), DossierId.of(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException none) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return receivedAt + "_" + dossier;
        }
    }
}
