package vn.motcua.payment;

import java.time.Instant;
import java.util.Optional;
import vn.motcua.shared.Dong;

/**
 * Money that was taken for a dossier.
 *
 * @param no 1, 2, 3 … within the dossier
 * @param channel by which way it came
 * @param by the name of the officer who took it; empty for what came online
 * @param slip of the terminal, for a card; else empty
 * @param receipt its receipt; empty for one of before there were receipts
 */
public record Payment(
        int no,
        Dong amount,
        PaymentChannel channel,
        String by,
        Instant at,
        String slip,
        Optional<ReceiptNumber> receipt) {}
