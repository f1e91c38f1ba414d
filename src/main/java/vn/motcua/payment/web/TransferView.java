package vn.motcua.payment.web;

import java.util.List;
import java.util.Map;

/** What the pages of money without an order show. */
public final class TransferView {

    private TransferView() {}

    /**
     * The list.
     *
     * @param settled whether those are listed for which nothing is to be done any more
     * @param query what is looked for
     * @param most how many are listed at most; empty when these are all
     */
    public record All(List<Line> lines, boolean settled, String query, String most) {

        /** Keeps its own copy. */
        public All {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One in the list.
     *
     * @param account to which it came, and the number of the transfer
     */
    public record Line(
            String id,
            String at,
            String unit,
            String amount,
            String words,
            String account,
            String state,
            String tone) {}

    /**
     * One.
     *
     * @param dossier path of the dossier with which it stands; empty for none
     * @param wanted how somebody wants it to end; empty for nobody
     * @param assigns whether it can be put to an order
     * @param wrong what is wrong with what was typed; empty for nothing
     * @param field the field that it is about
     * @param typed what was typed
     */
    public record One(
            Line line,
            String dossier,
            String wanted,
            List<Candidate> candidates,
            List<Happened> history,
            boolean assigns,
            boolean proposes,
            boolean decides,
            boolean pays,
            String wrong,
            String field,
            Map<String, String> typed) {

        /** Keeps its own copies. */
        public One {
            candidates = List.copyOf(candidates);
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

    /** An order that can be chosen. */
    public record Candidate(String reference, String until, String dossier) {}

    /** Something that happened. */
    public record Happened(String what, String at, String name, String said) {}
}
