package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.document.Spreadsheet;
import vn.motcua.dossier.BookLine;
import vn.motcua.dossier.Booked;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierNumber;
import vn.motcua.dossier.HandOver;
import vn.motcua.organization.UnitId;

/** The spreadsheet of the book, opened again by a reader that did not write it. */
class SpreadsheetTest {

    private static final List<String> HEADINGS =
            IntStream.range(0, 15).mapToObj(it -> "Cột " + it).toList();
    private static final BookSheet.Besides NOTHING = new BookSheet.Besides("", "", 1);

    @Test
    void whatWasWrittenIsReadCellByCell() throws IOException {
        var cells = BookSheet.cells(
                line("Giàng Thị Mỷ"), new BookSheet.Besides("Đăng ký khai sinh", "Ủy ban nhân dân xã Tả Van", 2));
        var rows = read(written(List.of(cells)));

        assertThat(rows).hasSize(2);
        assertThat(IntStream.range(0, 15).mapToObj(rows.getFirst()::getCellText))
                .isEqualTo(HEADINGS);
        var row = rows.get(1);
        for (var column = 0; column < cells.size(); column++) {
            if (cells.get(column) instanceof LocalDateTime moment) {
                assertThat(row.getCellAsDate(column)).contains(moment);
            } else {
                assertThat(row.getCellText(column)).isEqualTo(cells.get(column));
            }
        }
        assertThat(row.getCellText(0)).isEqualTo("07");
        assertThat(row.getCellText(3)).as("sets").isEqualTo("02");
        assertThat(row.getCellAsDate(7)).contains(LocalDateTime.of(2026, 11, 23, 8, 0));
    }

    @Test
    void nobodysNameIsAFormula() throws IOException {
        for (var name :
                List.of("=1+1", "+84912345678", "-2", "@SUM(A1:A9)", "\t=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")")) {
            var sheet = written(List.of(BookSheet.cells(line(name), NOTHING)));
            var cell = read(sheet).get(1).getCell(4);

            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getText()).isEqualTo(name);
            assertThat(cell.getFormula()).isNull();
        }
    }

    @Test
    void personalNumbersThatStandInOtherFieldsAreMasked() {
        assertThat(BookSheet.cells(line("Lò Thị Pản, 010190000001"), NOTHING)
                        .get(4)
                        .toString())
                .startsWith("Lò Thị Pản, ")
                .doesNotContain("01019000")
                .endsWith("0001");
    }

    @Test
    void aHundredThousandRowsLeaveTheMemoryAsTheyAreWritten() throws IOException {
        var cells = BookSheet.cells(
                line("Giàng Thị Mỷ"), new BookSheet.Besides("Đăng ký khai sinh", "Ủy ban nhân dân xã Tả Van", 2));
        var written = new AtomicLong();
        var half = new AtomicLong();
        Spreadsheet.write(
                "Sổ",
                HEADINGS,
                rows -> {
                    for (var i = 0; i < 100_000; i++) {
                        rows.accept(cells);
                        if (i == 50_000) {
                            half.set(written.get());
                        }
                    }
                },
                new java.io.OutputStream() {
                    @Override
                    public void write(int one) {
                        written.incrementAndGet();
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        written.addAndGet(length);
                    }
                });

        assertThat((double) half.get() / written.get()).isBetween(0.45, 0.55);
    }

    @Test
    void theRemarkSaysHowItEndedHere() {
        assertThat(remark(Optional.empty())).isEmpty();
        assertThat(remark(Optional.of(new BookLine.End.Withdrawn()))).isEqualTo("Người nộp rút hồ sơ");
        assertThat(remark(Optional.of(new BookLine.End.Halted()))).isEqualTo("Dừng giải quyết");
        assertThat(remark(Optional.of(new BookLine.End.PassedOn("Bộ phận Một cửa phường Sa Pa"))))
                .isEqualTo("Chuyển đến Bộ phận Một cửa phường Sa Pa");
    }

    private static String remark(Optional<BookLine.End> end) {
        return BookSheet.cells(line("Mai", end), NOTHING).getLast().toString();
    }

    private static byte[] written(List<List<Object>> rows) {
        var out = new ByteArrayOutputStream();
        Spreadsheet.write("Sổ theo dõi hồ sơ", HEADINGS, rows::forEach, out);
        return out.toByteArray();
    }

    private static List<Row> read(byte[] sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static BookLine line(String name) {
        return line(name, Optional.empty());
    }

    private static BookLine line(String name, Optional<BookLine.End> end) {
        return new BookLine(
                new DossierId(new UUID(0, 1)),
                new Booked(new UnitId(new UUID(0, 3)), 2026, 7),
                new DossierNumber("H38.101-261123-0007"),
                new RevisionId(new UUID(0, 2)),
                new UnitId(new UUID(0, 4)),
                name,
                "Thôn Tả Van Giáy 1",
                "0912345678",
                Instant.parse("2026-11-23T01:00:00Z"),
                Instant.parse("2026-11-24T10:00:00Z"),
                Optional.of(Instant.parse("2026-11-23T01:05:00Z")),
                Optional.empty(),
                Optional.empty(),
                HandOver.How.COUNTER,
                Optional.empty(),
                Optional.empty(),
                end);
    }
}
