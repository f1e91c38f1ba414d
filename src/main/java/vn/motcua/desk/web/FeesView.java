package vn.motcua.desk.web;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.catalogue.FeeExplanation;
import vn.motcua.catalogue.FeeReasons;
import vn.motcua.payment.FeeAccount;
import vn.motcua.payment.Payment;
import vn.motcua.payment.Receipt;
import vn.motcua.payment.ReceiptNumber;
import vn.motcua.shared.Dong;
import vn.motcua.shared.VietnamTime;

/**
 * Fees and charges of a dossier.
 *
 * @param lines what is due
 * @param total of it
 * @param paid what was paid, each with amount, way or officer, and moment
 * @param owed what is still to be paid; empty for nothing
 * @param receipts for what was paid
 * @param reasons why each fee is as much as it is, those of nothing too
 * @param ended whether it ended without what it asked for, so that nothing is owed
 * @param refund where paying it back is asked for; empty for who may not, and where nothing was paid
 */
public record FeesView(
        List<Line> lines,
        String total,
        List<String> paid,
        String owed,
        List<Slip> receipts,
        String refund,
        List<Reason> reasons,
        boolean ended) {

    /** Why a fee is as much as it is, sentence by sentence. */
    public record Reason(String name, String amount, List<String> lines) {}

    /** What is paid for, and how much. */
    public record Line(String name, String amount) {}

    /**
     * A receipt: its number and where it is.
     *
     * @param what that it was cancelled, adjusts or replaces another one, or says something wrong; empty for none of these
     * @param correct where it is corrected; empty for who may not, and where it counts no more
     */
    public record Slip(String number, String path, String what, String correct) {}

    /** Those of the dossier whose page is at that path. */
    static FeesView of(FeeAccount account, List<Receipt> receipts, String base, boolean refunds, Speech speech) {
        return new FeesView(
                account.lines().stream()
                        .map(it -> new Line(
                                it.name().in(speech.language()), it.amount().toString()))
                        .toList(),
                account.due().toString(),
                account.payments().stream().map(it -> paid(it, speech)).toList(),
                account.owed().equals(Dong.ZERO) ? "" : account.owed().toString(),
                receipts.stream()
                        .map(it -> slip(it, base, refunds && it.stands(), speech))
                        .toList(),
                refunds ? base + "/refund" : "",
                account.explained().stream().map(it -> reason(it, speech)).toList(),
                !account.living());
    }

    private static Reason reason(FeeExplanation it, Speech speech) {
        return new Reason(
                it.rule().name().in(speech.language()),
                it.amount().toString(),
                FeeReasons.of(it, speech.language(), speech.messages()));
    }

    private static String paid(Payment it, Speech speech) {
        return speech.t(
                it.by().isEmpty() ? "desk.fees.online" : it.slip().isEmpty() ? "desk.fees.paid" : "desk.fees.card",
                it.amount().toString(),
                it.by().isEmpty() ? speech.t("payment.channel." + it.channel()) : it.by(),
                VietnamTime.moment(it.at()),
                it.slip());
    }

    private static Slip slip(Receipt it, String base, boolean correct, Speech speech) {
        var said = new ArrayList<String>();
        it.of().ifPresent(other -> said.add(speech.t("payment.receipt." + it.kind() + ".of", number(other))));
        it.cancelledAt().ifPresent(_ -> said.add(speech.t("payment.receipt.CANCELLED")));
        it.noticed().ifPresent(_ -> said.add(speech.t("payment.receipt.NOTICED")));
        var path = base + "/receipts/" + it.number().word();
        return new Slip(number(it.number()), path, String.join(", ", said), correct ? path + "/correct" : "");
    }

    private static String number(ReceiptNumber it) {
        return it.series() + " " + it.digits();
    }
}
