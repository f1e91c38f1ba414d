package vn.motcua.document;

import java.util.List;

/**
 * The declaration of an e-form (tờ khai), everything in words: as it was filled in, or blank, to be filled in by hand.
 *
 * @param form the code of the declaration and the version of its layout
 * @param title its name
 * @param procedure what it is for
 * @param to the agency it is addressed to; empty for a dotted line
 * @param sections in order
 * @param declarant printed under the signature; empty to leave room
 */
public record Declaration(
        String form, String title, String procedure, String to, List<Section> sections, String declarant) {

    /** Keeps its own copy. */
    public Declaration {
        sections = List.copyOf(sections);
    }

    /**
     * One topic.
     *
     * @param title its heading
     * @param note when it is to be filled in; empty for always
     */
    public record Section(String title, String note, List<Part> parts) {

        /** Keeps its own copy. */
        public Section {
            parts = List.copyOf(parts);
        }
    }

    /** One thing asked. */
    public sealed interface Part {

        /** The question. */
        String label();

        /** With its answer; empty for a dotted line. */
        record Answer(String label, String text) implements Part {}

        /** With boxes to tick by hand. */
        record Boxes(String label, List<String> choices) implements Part {

            /** Keeps its own copy. */
            public Boxes {
                choices = List.copyOf(choices);
            }
        }

        /** With rows; a row of empty texts is room to write. */
        record Rows(String label, List<String> columns, List<List<String>> rows) implements Part {

            /** Keeps its own copies. */
            public Rows {
                columns = List.copyOf(columns);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }
    }
}
