package vn.motcua.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of an officer's inbox.
 *
 * @param filter what to show
 * @param procedure only of the procedure with that code; empty for all
 * @param step only at the step with that id; empty for all
 * @param tag only with the tag of that id; empty for all
 * @param after the last line already seen; empty for the beginning
 * @param size how many lines, at most {@value #MOST}
 */
public record InboxQuery(Filter filter, String procedure, String step, String tag, Optional<Cursor> after, int size) {

    /** More than this nobody reads at once. */
    public static final int MOST = 100;

    /** Keeps the size in bounds. */
    public InboxQuery {
        size = Math.clamp(size, 1, MOST);
    }

    /** Of all procedures and steps. */
    public InboxQuery(Filter filter, Optional<Cursor> after, int size) {
        this(filter, "", "", "", after, size);
    }

    /** The beginning of everything. */
    public static InboxQuery first() {
        return new InboxQuery(Filter.ALL, Optional.empty(), 50);
    }

    /** What to show. */
    public enum Filter {
        /** All open steps of my positions. */
        ALL,
        /** Those that I have taken. */
        MINE,
        /** Those that nobody has taken. */
        TRAY,
        /** To be received. */
        INTAKE,
        /** Due within the day that follows, and not decided, or decided and not issued. */
        DUE_SOON,
        /** Past their due moment and not decided, or decided and not issued. */
        OVERDUE,
        /** Received and not yet decided. */
        RUNNING,
        /** Lying with the applicant. */
        WAITING,
        /** Decided: to be issued or handed over. */
        DECIDED
    }

    /** A place in the list; written into the address of the next page. */
    public record Cursor(Instant urgentAt, DossierId dossier, int visit) {

        /** Reads what {@link #toString} writes; empty when it is none. */
        public static Optional<Cursor> of(String text) {
            var parts = text.split("_", -1);
            try {
                return parts.length == 3
                        ? Optional.of(
                                new Cursor(Instant.parse(parts[0]), DossierId.of(parts[1]), Integer.parseInt(parts[2])))
                        : Optional.empty();
            } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return urgentAt + "_" + dossier + "_" + visit;
        }
    }
}
