package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/**
 * A receipt (biên lai) for money that was taken.
 *
 * @param unit that took it
 * @param lines what was paid for; their sum is the amount
 * @param cashier who took it; empty for what came online
 */
public record Receipt(
        ReceiptNumber number,
        DossierId dossier,
        UnitId unit,
        List<ReceiptLine> lines,
        Dong amount,
        PaymentChannel channel,
        String cashier,
        Instant issuedAt) {

    /** Keeps its own copy. */
    public Receipt {
        lines = List.copyOf(lines);
    }
}
