package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;

/**
 * A page of the book of dossiers.
 *
 * @param next where the next one begins; empty on the last
 */
public record BookPage(List<BookLine> lines, Optional<BookQuery.Cursor> next) {

    /** Keeps its own copy. */
    public BookPage {
        lines = List.copyOf(lines);
    }
}
