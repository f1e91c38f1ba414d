package vn.motcua.desk.web;

import java.util.List;
import vn.motcua.payment.FeeAccount;
import vn.motcua.payment.Payment;
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
        boolean ended) {

    /** What is paid for, and how much. */
    public record Line(String name, String amount) {}

    /** A receipt: its number and where it is. */
    public record Slip(String number, String path) {}

    /** Those of the dossier whose page is at that path. */
    static FeesView of(FeeAccount account, String base, boolean refunds, Speech speech) {
        return new FeesView(
                account.lines().stream()
                        .map(it -> new Line(
                                it.name().in(speech.language()), it.amount().toString()))
                        .toList(),
                account.due().toString(),
                account.payments().stream().map(it -> paid(it, speech)).toList(),
                account.owed().equals(Dong.ZERO) ? "" : account.owed().toString(),
                account.payments().stream()
                        .flatMap(it -> it.receipt().stream())
                        .map(it -> slip(it, base))
                        .toList(),
                refunds ? base + "/refund" : "",
                !account.living());
    }

    private static String paid(Payment it, Speech speech) {
        return speech.t(
                it.by().isEmpty() ? "desk.fees.online" : it.slip().isEmpty() ? "desk.fees.paid" : "desk.fees.card",
                it.amount().toString(),
                it.by().isEmpty() ? speech.t("payment.channel." + it.channel()) : it.by(),
                VietnamTime.moment(it.at()),
                it.slip());
    }

    private static Slip slip(ReceiptNumber it, String base) {
        return new Slip(it.series() + " " + it.digits(), base + "/receipts/" + it.word());
    }
}
