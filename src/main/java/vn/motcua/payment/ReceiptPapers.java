package vn.motcua.payment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.document.PaperSize;
import vn.motcua.document.PaperWords;
import vn.motcua.document.Printing;
import vn.motcua.document.ReceiptPaper;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/** Prints receipts, PDF/A, in Vietnamese as the form is; the same for the payer and for the cashier. */
@Component
public class ReceiptPapers {

    private final Acknowledgements papers;
    private final Collectors collectors;
    private final Printing printing;
    private final Messages messages;

    ReceiptPapers(Acknowledgements papers, Collectors collectors, Printing printing, Messages messages) {
        this.papers = papers;
        this.collectors = collectors;
        this.printing = printing;
        this.messages = messages;
    }

    /**
     * The paper.
     *
     * @param payer whose matter it is
     * @param subject for which dossier, in words
     */
    public byte[] print(Receipt it, String payer, String subject) {
        return printing.print(new ReceiptPaper(
                papers.head(it.unit(), it.number().digits(), it.issuedAt()),
                PaperSize.A5,
                it.number().series(),
                papers.agency(it.unit()),
                collectors.of(it.unit()).map(Collector::taxCode).orElse(""),
                payer,
                subject,
                lines(it),
                it.amount().toString(),
                AmountInWords.of(it.amount()),
                messages.say(Language.VI, "payment.channel." + it.channel()),
                PaperWords.moment(it.issuedAt()),
                it.cashier(),
                switch (it.kind()) {
                    case ORIGINAL -> "Biên lai thu phí, lệ phí";
                    case ADJUSTMENT -> "Biên lai điều chỉnh giảm";
                    case REPLACEMENT -> "Biên lai thay thế";
                },
                about(it)));
    }

    /** Which one it adjusts or replaces, and that it was cancelled. */
    private static String about(Receipt it) {
        var of = it.of()
                .map(other -> (it.kind() == Receipt.Kind.ADJUSTMENT
                                ? "Điều chỉnh giảm biên lai số "
                                : "Thay thế biên lai số ")
                        + other.digits() + ", ký hiệu " + other.series());
        var cancelled = it.cancelledAt().map(at -> "Đã hủy lúc " + PaperWords.moment(at));
        return String.join(
                ". ", Stream.of(of, cancelled).flatMap(Optional::stream).toList());
    }

    private List<ReceiptPaper.Line> lines(Receipt it) {
        return it.lines().stream()
                .map(line -> new ReceiptPaper.Line(
                        line.name(),
                        messages.say(Language.VI, "payment.kind." + line.kind())
                                + (line.legal().isEmpty() ? "" : " (" + line.legal() + ")"),
                        new Dong(line.amount()).toString()))
                .toList();
    }
}
