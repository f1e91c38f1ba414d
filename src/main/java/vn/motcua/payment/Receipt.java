package vn.motcua.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/**
 * A receipt (biên lai) for money that was taken.
 *
 * @param unit that took it
 * @param lines what was paid for; their sum is the amount
 * @param cashier who took it; empty for what came online
 * @param of the receipt that it adjusts or replaces
 * @param ofDay on which that one was issued
 * @param refund by which it adjusts or replaces; empty for an original, and for what replaces a wrong one
 * @param cancelledAt from when it counts no more
 * @param sheet what else it says; empty for receipts of before that was kept
 * @param noticed what it should say, as its payer was told last; empty where nothing was wrong, or another one replaces it
 * @param correctLines its lines with the names that they should have, as its payer was told last; the same as {@code lines} where nothing was wrong
 */
public record Receipt(
        ReceiptNumber number,
        DossierId dossier,
        UnitId unit,
        List<ReceiptLine> lines,
        Dong amount,
        PaymentChannel channel,
        String cashier,
        Instant issuedAt,
        Kind kind,
        Optional<ReceiptNumber> of,
        Optional<LocalDate> ofDay,
        Optional<UUID> refund,
        Optional<Instant> cancelledAt,
        Optional<ReceiptSheet> sheet,
        Optional<ReceiptSheet> noticed,
        List<ReceiptLine> correctLines) {

    /** What it says. */
    public enum Kind {
        /** That so much was collected. */
        ORIGINAL,
        /** That so much less was collected than another one says (biên lai điều chỉnh). */
        ADJUSTMENT,
        /** What was collected, in place of a cancelled one (biên lai thay thế). */
        REPLACEMENT
    }

    /** Whether it counts and says what was collected, so that it can be corrected. */
    public boolean stands() {
        return kind != Kind.ADJUSTMENT && cancelledAt.isEmpty();
    }

    /** Keeps its own copies. */
    public Receipt {
        lines = List.copyOf(lines);
        correctLines = List.copyOf(correctLines);
    }
}
