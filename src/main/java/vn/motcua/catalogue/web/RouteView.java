package vn.motcua.catalogue.web;

import java.util.List;
import java.util.Optional;
import vn.motcua.identity.web.Filled;
import vn.motcua.route.RouteDrawing;

/**
 * The page of a procedure's route, already in words.
 *
 * @param file the name of the file that is tried; empty for the route in force
 * @param refusals why that file is not taken, element by element; then nothing else is known of it
 * @param notes what became of parts of that file
 * @param form the field of the next file, with what is wrong with the last
 */
public record RouteView(
        String code,
        String procedure,
        String file,
        List<String> refusals,
        List<String> notes,
        Optional<Shown> shown,
        Filled form) {

    /** Whether this is a file that somebody tries. */
    public boolean trial() {
        return !file.isEmpty();
    }

    /**
     * A route as it is shown.
     *
     * @param times how the planned hours stand to the limit
     * @param faults why it is no route
     * @param advice what to look at again
     * @param conditions what the other expressions of the package say
     * @param yaml the text of route.yaml; empty where it is in force already
     */
    public record Shown(
            RouteDrawing drawing,
            List<Entry> entries,
            String times,
            boolean late,
            List<String> faults,
            List<String> advice,
            List<Run> runs,
            List<Way> ways,
            List<Said> conditions,
            String yaml) {}

    /**
     * A node in words, numbered as in the drawing.
     *
     * @param about who does it, where, how long; empty for gateways
     * @param onward where it leads, one line for each way
     */
    public record Entry(int number, String name, String about, List<String> onward) {}

    /**
     * An example of the procedure on this route.
     *
     * @param verdict on time or late, with both moments
     */
    public record Run(
            String name, String received, List<Visit> visits, List<String> decisions, String verdict, boolean late) {}

    /** A step of that example: when the dossier comes to it, when it should be done. */
    public record Visit(String step, String from, String due) {}

    /** A way out of a choice, and the examples that take it; empty when none does. */
    public record Way(String choice, String when, String then, List<String> examples) {}

    /** An expression of the package: what hangs on it, what it says, how it is written, and the examples in which it holds. */
    public record Said(String about, String sentence, String expression, String examples) {}

    /** A route in the list of all. */
    public record Row(String code, String procedure, int steps, String times, boolean late) {}

    /** All routes in force. */
    public record Index(List<Row> rows) {}
}
