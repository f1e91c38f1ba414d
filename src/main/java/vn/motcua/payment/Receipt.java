package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param cancelledAt from when it counts no more
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
        Optional<Instant> cancelledAt) {

    /** What it says. */
    public enum Kind {
        /** That so much was collected. */
        ORIGINAL,
        /** That so much less was collected than another one says (biên lai điều chỉnh). */
        ADJUSTMENT,
        /** What was collected, in place of a cancelled one (biên lai thay thế). */
        REPLACEMENT
    }

    /** Keeps its own copy. */
    public Receipt {
        lines = List.copyOf(lines);
    }
}
