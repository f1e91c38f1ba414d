package vn.motcua.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of the book of dossiers.
 *
 * @param units whose books there are; none when the officer keeps none
 * @param problem what is wrong with the period; null when nothing is
 * @param next the address of the next page; null on the last
 * @param xlsx the address of the spreadsheet
 * @param pdf the address of the paper
 */
public record BookView(
        List<Choice> units,
        String unit,
        String from,
        String to,
        List<Choice> procedures,
        String procedure,
        List<Choice> whichs,
        String which,
        @Nullable String problem,
        List<Line> lines,
        @Nullable String next,
        String xlsx,
        String pdf) {

    /** Keeps its own copies. */
    public BookView {
        units = List.copyOf(units);
        procedures = List.copyOf(procedures);
        whichs = List.copyOf(whichs);
        lines = List.copyOf(lines);
    }

    /** A line; a moment that has not come is empty. */
    public record Line(
            String href,
            String line,
            String number,
            String procedure,
            String applicant,
            String received,
            String due,
            String issued,
            String handedOver,
            String handedTo) {}
}
