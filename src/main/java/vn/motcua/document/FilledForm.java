package vn.motcua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form of the one-stop filled in after its layout, as the template {@code print/form.jte} takes it.
 *
 * @param name of the layout with its version
 * @param head issuing unit, number, place and date
 * @param size on which sheet
 * @param title its lines
 * @param under the line under the title; without parts for none
 * @param bar what its bars say; empty for none
 * @param qr what its squares say; empty for none
 * @param pieces its parts, in order
 * @param unknown what the mark means that stands at some parts; empty when none has it
 */
public record FilledForm(
        String name,
        Letterhead head,
        PaperSize size,
        List<String> title,
        List<FormText.Run> under,
        String bar,
        String qr,
        List<Piece> pieces,
        String unknown) {

    /** Keeps its own copies. */
    public FilledForm {
        title = List.copyOf(title);
        under = List.copyOf(under);
        pieces = List.copyOf(pieces);
    }

    /** The whole title in one line. */
    public String titleLine() {
        return String.join(" ", title);
    }

    /** Whether it lies across the sheet. */
    public boolean across() {
        return pieces.stream()
                .anyMatch(it -> it instanceof Piece.Table table && table.kind().equals("lines"));
    }

    /** A part of the form. */
    public sealed interface Piece {

        /** Whether it was not compared with the official form. */
        boolean marked();

        /** A line of text. */
        record Line(List<FormText.Run> runs, boolean small, boolean marked) implements Piece {}

        /** A table; each cell is some lines. */
        record Table(String kind, List<String> columns, List<List<List<String>>> rows, boolean marked)
                implements Piece {}

        /** Several lines of one kind. */
        record Lines(String kind, List<String> lines, boolean marked) implements Piece {}

        /** Who signs, side by side: who they are, hints, their name; without lines for an empty place. */
        record Signatures(List<List<String>> places, boolean marked) implements Piece {}
    }

    /** What is filled into a form besides its layout. */
    record Content(
            Letterhead head,
            PaperSize size,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> blocks,
            String bar,
            String qr) {}

    /** The form filled in. */
    static FilledForm of(FormLayout layout, String unknown, Content content) {
        var pieces = new ArrayList<Piece>();
        layout.fields().forEach(it -> piece(it, content).ifPresent(pieces::add));
        var marked = pieces.stream().anyMatch(Piece::marked);
        return new FilledForm(
                layout.name(),
                content.head(),
                layout.fitting(content.size()),
                layout.title().lines().toList(),
                FormText.empty(layout.under(), content.values())
                        ? List.of()
                        : FormText.filled(layout.under(), content.values()),
                layout.codes().contains(FormLayout.Code.BAR) ? content.bar() : "",
                layout.codes().contains(FormLayout.Code.QR) ? content.qr() : "",
                pieces,
                marked ? unknown : "");
    }

    private static Optional<Piece> piece(FormLayout.Field field, Content content) {
        if (field.block().isEmpty()) {
            return FormText.empty(field.text(), content.values()) && !field.room()
                    ? Optional.empty()
                    : Optional.of(new Piece.Line(
                            FormText.filled(field.text(), content.values()), field.small(), !field.known()));
        }
        var rows = content.blocks().getOrDefault(field.block(), List.of());
        if (rows.isEmpty() && field.columns().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(block(field, rows));
    }

    private static Piece block(FormLayout.Field field, List<Map<String, String>> rows) {
        if (field.block().equals("signatures")) {
            var values = rows.getFirst();
            return new Piece.Signatures(
                    field.cells().stream()
                            .map(cell -> cell.lines()
                                    .map(line -> FormText.lines(line, values))
                                    .map(lines -> String.join("", lines))
                                    .toList())
                            .toList(),
                    !field.known());
        }
        if (field.columns().isEmpty()) {
            return new Piece.Lines(
                    field.block(),
                    rows.stream()
                            .flatMap(row -> field.cells().stream().flatMap(cell -> FormText.lines(cell, row).stream()))
                            .toList(),
                    !field.known());
        }
        return new Piece.Table(
                field.block(),
                field.columns(),
                rows.stream()
                        .map(row -> field.cells().stream()
                                .map(cell -> FormText.lines(cell, row))
                                .toList())
                        .toList(),
                !field.known());
    }
}
