package vn.motcua.payment.web;

import java.util.List;
import java.util.Map;

/** What the pages of differences between statements and what is recorded show. */
public final class DifferenceView {

    private DifferenceView() {}

    /**
     * The list.
     *
     * @param settled whether those are listed for which nothing is to be done any more
     * @param most how many are listed at most; empty when these are all
     */
    public record All(List<Line> lines, boolean settled, String most) {

        /** Keeps its own copy. */
        public All {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One in the list.
     *
     * @param known what is recorded
     * @param told what the statement says
     */
    public record Line(
            String id,
            String at,
            String unit,
            String channel,
            String transaction,
            String known,
            String told,
            String state,
            String tone) {}

    /**
     * One.
     *
     * @param did what the program made of it
     * @param statement path of the first statement that shows it
     * @param dossiers paths of the dossiers whose payment it is
     * @param wanted how somebody wants it to end; empty for nobody
     * @param endings how it can end; none for who cannot say so now
     * @param wrong what is wrong with what was typed; empty for nothing
     * @param field the field that it is about
     * @param typed what was typed
     */
    public record One(
            Line line,
            String did,
            String statement,
            List<String> dossiers,
            String wanted,
            List<Choice> endings,
            List<Happened> history,
            boolean decides,
            String wrong,
            String field,
            Map<String, String> typed) {

        /** Keeps its own copies. */
        public One {
            dossiers = List.copyOf(dossiers);
            endings = List.copyOf(endings);
            history = List.copyOf(history);
            typed = Map.copyOf(typed);
        }

        /** The message at that field; empty for none. */
        public String wrongAt(String name) {
            return field.equals(name) ? wrong : "";
        }

        /** What was typed there; empty for nothing. */
        public String typedAt(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** Something that happened. */
    public record Happened(String what, String at, String name, String said) {}
}
