package vn.motcua.portal.web;

import java.util.List;
import java.util.Optional;

/**
 * What is due for a dossier and how to pay it.
 *
 * @param address the path of the dossier's page
 * @param reasons why each fee is as much as it is, those of nothing too
 * @param total of all lines
 * @param paid what was paid; empty for nothing
 * @param owed what is to be paid now; empty when nothing is
 * @param byTransfer whether a transfer is offered
 * @param gateway the gateway's name; empty where none is offered
 * @param failed whether the last attempt at the gateway came to nothing
 * @param waits that the answer of the gateway is not there yet, so that no other way is offered
 * @param again that they begin again while it is awaited
 * @param together that its open payment is over several dossiers; empty where it is not
 * @param ended that the dossier ended without what it asked for, so that nothing is to be paid
 * @param strayed what came and is to be paid back, in sentences
 * @param receipts for what was paid
 * @param refunds what goes back, or was asked to
 */
public record PayView(
        String address,
        String procedure,
        List<Line> lines,
        List<Reason> reasons,
        String total,
        String paid,
        Optional<String> owed,
        boolean byTransfer,
        String gateway,
        boolean failed,
        boolean waits,
        boolean again,
        String together,
        boolean ended,
        List<String> strayed,
        List<Slip> receipts,
        List<Back> refunds) {

    /**
     * A thing to pay.
     *
     * @param kind fee, charge or duty
     * @param legal the text that fixes it; may be empty
     */
    public record Line(String name, String kind, String legal, String amount) {}

    /** Why a fee is as much as it is, sentence by sentence. */
    public record Reason(String name, String amount, List<String> lines) {

        /** Keeps its own copy. */
        public Reason {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A receipt: its number, what it is for, and where it is.
     *
     * @param what that it was cancelled, adjusts or replaces another one; empty for none of these
     */
    public record Slip(String number, String amount, String at, String path, String what) {}

    /**
     * Money that goes back.
     *
     * @param how by which way, and to which account
     * @param answer why it was refused; empty for nothing said
     */
    public record Back(String amount, String state, String tone, String at, String how, String reason, String answer) {}

    /**
     * A transfer to be made.
     *
     * @param qr a drawing of the code
     * @param together over how many dossiers it is
     * @param app where a banking application opens with it; empty where none is known
     */
    public record Transfer(
            String address,
            String qr,
            String bank,
            String account,
            String holder,
            String amount,
            String digits,
            String reference,
            String until,
            int together,
            String app) {}

    /** On the way to the gateway. */
    public record Leaving(String address, String gateway, String amount, String to) {}
}
