package vn.motcua.document;

import java.util.List;
import java.util.Set;

/**
 * How one of the forms of the one-stop is printed (TT 03/2025/TT-VPCP, Phụ lục I): data, read from {@code print/forms.yaml} or
 * from the operator's own file.
 *
 * @param number of the form, {@code 01} to {@code 07}
 * @param version of this layout, e.g. {@code 2026-11}
 * @param title as it is printed; may have several lines
 * @param source of law
 * @param confidence how far the layout was compared with the official form
 * @param sizes the sheets it may be printed on, the usual one first
 * @param codes which codes stand on it
 * @param under the line under the title
 * @param fields its parts, in order
 */
record FormLayout(
        String number,
        String version,
        String title,
        String source,
        Confidence confidence,
        List<PaperSize> sizes,
        Set<Code> codes,
        String under,
        List<Field> fields) {

    FormLayout {
        sizes = List.copyOf(sizes);
        codes = Set.copyOf(codes);
        fields = List.copyOf(fields);
    }

    /** Where a layout comes from. */
    enum Confidence {
        /** Filled copies of the form were seen. */
        SEEN,
        /** Somebody tells of it. */
        SECOND_HAND,
        /** It was written down from memory. */
        MEMORY,
        /** Nothing was found but its name. */
        NOT_FOUND
    }

    /** What a reader finds on it. */
    enum Code {
        /** The dossier's number as bars (Code 128). */
        BAR,
        /** Where the dossier is followed, or the paper is checked. */
        QR
    }

    /**
     * A part of the form: a line of text, or a block of several rows.
     *
     * @param text with places to fill in; empty for a block
     * @param block which; empty for a line
     * @param columns the heads of a block's table; empty for a block without
     * @param cells what a row of a block is made of, with places to fill in
     * @param room whether a line without values keeps room for a pen
     * @param small whether it is printed small
     * @param known whether the official form is known to have it so
     */
    record Field(
            String text,
            String block,
            List<String> columns,
            List<String> cells,
            boolean room,
            boolean small,
            boolean known) {

        Field {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }

    /** Its name and version, as it stands in the file's keywords, e.g. {@code mau-02/2026-11}. */
    String name() {
        return "mau-" + number + "/" + version;
    }

    /** That sheet if it may be printed on it, else its usual one. */
    PaperSize fitting(PaperSize wanted) {
        return sizes.contains(wanted) ? wanted : sizes.getFirst();
    }
}
