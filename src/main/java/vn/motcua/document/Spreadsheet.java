package vn.motcua.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as XLSX (ECMA-376) row by row: what is written leaves the memory. A cell is a moment, a whole number or a text; a text
 * is never a formula, whatever it begins with.
 */
public final class Spreadsheet {

    private static final int FLUSHED = 500;

    private Spreadsheet() {}

    /** Writes the headings and each row that is given; the caller closes the stream. */
    public static void write(
            String title, List<String> columns, Consumer<Consumer<List<Object>>> rows, OutputStream out) {
        try {
            var workbook = new Workbook(out, "Motcua", "1.0");
            var sheet = workbook.newWorksheet(title);
            sheet.freezePane(0, 1);
            row(sheet, 0, List.copyOf(columns));
            var written = new int[1];
            rows.accept(cells -> row(sheet, ++written[0], cells));
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int row, List<?> cells) {
        for (var column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof LocalDateTime moment) {
                sheet.value(row, column, moment);
                sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
            } else if (cells.get(column) instanceof Long number) {
                sheet.value(row, column, number);
                sheet.style(row, column).format("#,##0").set();
            } else {
                sheet.inlineString(row, column, cells.get(column).toString());
            }
        }
        if (row % FLUSHED == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
