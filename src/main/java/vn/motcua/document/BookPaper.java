package vn.motcua.document;

import java.util.List;

/**
 * A book of an agency on A4 across (Sổ theo dõi hồ sơ, Mẫu 07), everything in words.
 *
 * @param head whose book it is
 * @param title its name
 * @param period which part of it
 * @param columns their headings
 * @param rows as many texts as columns each
 */
public record BookPaper(Letterhead head, String title, String period, List<String> columns, List<List<String>> rows) {

    /** Keeps its own copies. */
    public BookPaper {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
