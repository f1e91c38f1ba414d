package vn.motcua.document;

import java.util.List;

/**
 * A book of an agency on A4 across (Sổ theo dõi hồ sơ, Mẫu 07), everything in words.
 *
 * @param head whose book it is
 * @param period which part of it
 * @param rows as many texts as columns each
 */
public record BookPaper(Letterhead head, String period, List<List<String>> rows) {

    /** What stands in a line, in the order of its cells; a layout has a column for each. */
    public static final List<String> CELLS = List.of(
            "line",
            "number",
            "procedure",
            "copies",
            "applicant",
            "address",
            "lead",
            "received",
            "due",
            "forwarded",
            "issued",
            "handedOver",
            "how",
            "signed",
            "remark");

    /** Keeps its own copies. */
    public BookPaper {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
