package vn.motcua.payment.web;

import java.util.List;

/** What the pages of receipts that say something wrong show. */
public final class CorrectionView {

    private CorrectionView() {}

    /**
     * The form.
     *
     * @param base path of the dossier
     * @param number of the receipt, as it is printed
     * @param path of the form
     * @param problem why it cannot be corrected now; empty for nothing
     * @param wrong what is wrong with what was typed; empty for nothing
     * @param field the field that it is about
     */
    public record Form(
            String base,
            String number,
            String path,
            String command,
            List<Input> inputs,
            List<Choice> ways,
            String way,
            String reason,
            String problem,
            String wrong,
            String field) {

        /** Keeps its own copies. */
        public Form {
            inputs = List.copyOf(inputs);
            ways = List.copyOf(ways);
        }

        /** The message at that field; empty for none. */
        public String wrongAt(String name) {
            return field.equals(name) ? wrong : "";
        }
    }

    /** Something that can be corrected: its name in the form, what it is, and what it says. */
    public record Input(String name, String label, String value) {}

    /** Something to choose. */
    public record Choice(String value, String name) {}

    /** The list. */
    public record All(List<Line> lines) {

        /** Keeps its own copy. */
        public All {
            lines = List.copyOf(lines);
        }
    }

    /** One in the list. */
    public record Line(String id, String at, String unit, String receipt, String way, String state, String tone) {}

    /**
     * One.
     *
     * @param dossier path of its dossier
     * @param changes what is corrected
     * @param facts who said what about it
     * @param wrong what is wrong with what was typed; empty for nothing
     */
    public record One(
            String id,
            String dossier,
            String state,
            String tone,
            List<Change> changes,
            List<Fact> facts,
            boolean decides,
            String answer,
            String wrong) {

        /** Keeps its own copies. */
        public One {
            changes = List.copyOf(changes);
            facts = List.copyOf(facts);
        }
    }

    /** What stood there and what should. */
    public record Change(String what, String before, String after) {}

    /** A fact and its name. */
    public record Fact(String name, String value) {}
}
