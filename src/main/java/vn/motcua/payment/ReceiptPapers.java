package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.document.PaperSize;
import vn.motcua.document.PaperWords;
import vn.motcua.document.Printing;
import vn.motcua.document.ReceiptPaper;
import vn.motcua.dossier.Announced;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.ReadingDesk;
import vn.motcua.organization.UnitId;
import vn.motcua.papers.Acknowledgements;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.VietnamTime;
import vn.motcua.signature.Signatory;

/** Prints receipts, PDF/A, in Vietnamese as the form is; the same for the payer and for the cashier. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class ReceiptPapers {

    private final Announced announced;
    private final ReadingDesk dossiers;
    private final Catalogue catalogue;
    private final Acknowledgements papers;
    private final Collectors collectors;
    private final Printing printing;
    private final Messages messages;

    ReceiptPapers(
            Announced announced,
            ReadingDesk dossiers,
            Catalogue catalogue,
            Acknowledgements papers,
            Collectors collectors,
            Printing printing,
            Messages messages) {
        this.announced = announced;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.papers = papers;
        this.collectors = collectors;
        this.printing = printing;
        this.messages = messages;
    }

    /** Whose signature is on it: the agency's that collects. */
    Signatory signatory(Receipt it) {
        return Signatory.agency(collectors.agency(it.unit()).value(), papers.agency(it.unit()));
    }

    /**
     * The paper.
     *
     * @param signed whether with room for the signature; else with the word that it is not signed
     */
    byte[] print(Receipt it, boolean signed) {
        var sheet = sheet(it);
        return printing.print(new ReceiptPaper(
                sheet.head(it.number()),
                PaperSize.A5,
                it.number().series(),
                sheet.collector(),
                sheet.taxCode(),
                sheet.payer(),
                sheet.address(),
                sheet.subject(),
                lines(it),
                it.amount().toString(),
                sheet.words(),
                sheet.how(),
                PaperWords.moment(it.issuedAt()),
                sheet.cashier(),
                switch (it.kind()) {
                    case ORIGINAL -> "Biên lai thu phí, lệ phí";
                    case ADJUSTMENT -> "Biên lai điều chỉnh giảm";
                    case REPLACEMENT -> "Biên lai thay thế";
                },
                about(it),
                signed));
    }

    /** What a receipt says: as it was when it was issued; of those from before that was kept, from today's data. */
    ReceiptSheet sheet(Receipt it) {
        return it.sheet()
                .orElseGet(
                        () -> sheet(it.dossier(), it.unit(), it.channel(), it.cashier(), it.amount(), it.issuedAt()));
    }

    /** What a receipt says that is issued at that moment, from today's data. */
    ReceiptSheet sheet(
            DossierId dossier, UnitId unit, PaymentChannel channel, String cashier, Dong amount, Instant at) {
        var matter = announced.matter(dossier);
        var procedure =
                catalogue.revision(dossiers.contents(dossier).revision()).shortName(Language.VI);
        var head = papers.head(unit, "", at);
        return new ReceiptSheet(
                head.upperAgency(),
                head.unit(),
                head.placeAndDate(),
                head.reached(),
                papers.agency(unit),
                collectors.of(unit).map(Collector::taxCode).orElse(""),
                matter.name(),
                matter.address(),
                procedure + matter.dossierNumber().map(no -> " (" + no + ")").orElse(""),
                messages.say(Language.VI, "payment.channel." + channel),
                cashier,
                ReceiptSheet.words(amount));
    }

    /** Which one it adjusts or replaces, and that it was cancelled. */
    private static String about(Receipt it) {
        var of = it.of()
                .map(other -> (it.kind() == Receipt.Kind.ADJUSTMENT
                                ? "Điều chỉnh giảm biên lai số "
                                : "Thay thế biên lai số ")
                        + other.digits() + ", ký hiệu " + other.series()
                        + it.ofDay()
                                .map(day -> ", ngày " + VietnamTime.day(day))
                                .orElse(""));
        var cancelled = it.cancelledAt().map(at -> "Đã hủy lúc " + PaperWords.moment(at));
        return String.join(
                ". ", Stream.of(of, cancelled).flatMap(Optional::stream).toList());
    }

    private List<ReceiptPaper.Line> lines(Receipt it) {
        return it.lines().stream()
                .map(line -> new ReceiptPaper.Line(
                        line.name(),
                        Objects.requireNonNullElse(line.reckoned(), ""),
                        messages.say(Language.VI, "payment.kind." + line.kind())
                                + (line.legal().isEmpty() ? "" : " (" + line.legal() + ")"),
                        new Dong(line.amount()).toString()))
                .toList();
    }
}
