package vn.motcua.document;

import java.util.List;

/**
 * A receipt for fees and charges (biên lai thu phí, lệ phí; NĐ 254/2026/NĐ-CP, Điều 23 khoản 2), everything in words.
 *
 * @param head the unit that collects, the number, place and date
 * @param series symbol and year, e.g. {@code BL-TV/26E}
 * @param collector the body that collects
 * @param taxCode its tax code; empty where none is set
 * @param payer whose matter it is
 * @param address of the payer; may be empty
 * @param subject for which dossier
 * @param lines each thing paid for
 * @param total in figures
 * @param words the total in words
 * @param how by which way it was paid
 * @param at when it was collected
 * @param cashier who took it; empty for what came online
 * @param title what it is, e.g. {@code Biên lai thu phí, lệ phí}
 * @param about which receipt it adjusts or replaces, or that it was cancelled; empty for neither
 * @param signed whether with room for the collector's signature; else it says that it is not signed
 */
public record ReceiptPaper(
        Letterhead head,
        PaperSize size,
        String series,
        String collector,
        String taxCode,
        String payer,
        String address,
        String subject,
        List<Line> lines,
        String total,
        String words,
        String how,
        String at,
        String cashier,
        String title,
        String about,
        boolean signed) {

    /** Keeps its own copy. */
    public ReceiptPaper {
        lines = List.copyOf(lines);
    }

    /** What was paid for: its name, how it is reckoned or empty, its kind with the text that fixes it, how much. */
    public record Line(String name, String reckoned, String kind, String amount) {}
}
