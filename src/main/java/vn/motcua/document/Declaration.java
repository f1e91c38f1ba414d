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
 * @param signatures who signs, at least one
 */
public record Declaration(
        String form, String title, String procedure, String to, List<Section> sections, List<Signature> signatures) {

    /** Keeps its own copies. */
    public Declaration {
        sections = List.copyOf(sections);
        signatures = List.copyOf(signatures);
    }

    /**
     * A place to sign.
     *
     * @param who as whom, e.g. {@code Người khai}
     * @param hint what to write there
     * @param name printed under it; empty to leave room
     * @param confirmed what stands in the place of the signature where it was confirmed electronically; empty where a pen
     *     signs
     * @param digital whether a digital signature is drawn there, which says its place in time itself
     */
    public record Signature(String who, String hint, String name, String confirmed, boolean digital) {

        /** One that is signed with a pen, or confirmed. */
        public Signature(String who, String hint, String name, String confirmed) {
            this(who, hint, name, confirmed, false);
        }
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
