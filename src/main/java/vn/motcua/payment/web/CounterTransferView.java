package vn.motcua.payment.web;

import java.util.Optional;

/**
 * A VietQR code at the counter.
 *
 * @param base the path of the dossier
 * @param may whether this officer may take money for it
 * @param owed what is to be paid; empty for nothing
 * @param possible whether the agency has an account
 * @param code to be scanned; empty before it is asked for
 */
public record CounterTransferView(String base, boolean may, String owed, boolean possible, Optional<Code> code) {

    /**
     * A transfer to be made.
     *
     * @param qr a drawing of the code
     * @param together over how many dossiers it is
     */
    public record Code(
            String qr, String amount, String bank, String account, String holder, String reference, int together) {}
}
