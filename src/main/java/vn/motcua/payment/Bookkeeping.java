package vn.motcua.payment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.shared.Dong;

/** What each event means for the double-entry ledger (ghi sổ kép). */
final class Bookkeeping {

    private Bookkeeping() {}

    /** What was due came: the money lies there, each kind of fee is credited with its part. */
    static List<LedgerEntry> collected(PaymentChannel channel, List<FeeLine> lines) {
        return lines.stream()
                .filter(it -> !it.amount().equals(Dong.ZERO))
                .map(it -> new LedgerEntry(channel.money(), LedgerAccount.collected(it.kind()), it.amount()))
                .toList();
    }

    /** Money came that does not belong here. */
    static List<LedgerEntry> misplaced(PaymentChannel channel, Dong amount) {
        return List.of(new LedgerEntry(channel.money(), LedgerAccount.TO_PAY_BACK, amount));
    }

    /** What was collected is to be paid back: the fees give it up. */
    static List<LedgerEntry> givenUp(List<ReceiptLine> lines) {
        return lines.stream()
                .filter(it -> it.amount() > 0)
                .map(it -> new LedgerEntry(
                        LedgerAccount.collected(it.kind()), LedgerAccount.TO_PAY_BACK, new Dong(it.amount())))
                .toList();
    }

    /** It went back by that way. */
    static List<LedgerEntry> paidBack(PaymentChannel way, Dong amount) {
        return List.of(new LedgerEntry(LedgerAccount.TO_PAY_BACK, way.money(), amount));
    }

    /** What stands on each account after these entries; their sum is zero. */
    static Map<LedgerAccount, Long> balances(List<LedgerEntry> entries) {
        var balances = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        for (var entry : entries) {
            balances.merge(entry.debit(), entry.amount().amount(), Math::addExact);
            balances.merge(entry.credit(), -entry.amount().amount(), Math::addExact);
        }
        return balances;
    }

    /**
     * What is still open of the lines when so much of them is paid, from the first to the last.
     *
     * @return lines whose sum is what is owed
     */
    static List<FeeLine> open(List<FeeLine> lines, Dong paid) {
        var open = new ArrayList<FeeLine>();
        long covered = paid.amount();
        for (var line : lines) {
            long part = Math.min(covered, line.amount().amount());
            covered -= part;
            if (part < line.amount().amount()) {
                open.add(line.over(new Dong(line.amount().amount() - part)));
            }
        }
        return List.copyOf(open);
    }

    /** The first of these lines up to that amount, the last of them perhaps in part. */
    static List<FeeLine> part(List<FeeLine> open, Dong amount) {
        var part = new ArrayList<FeeLine>();
        long left = amount.amount();
        for (var line : open) {
            long taken = Math.min(left, line.amount().amount());
            left -= taken;
            if (taken > 0) {
                part.add(line.over(new Dong(taken)));
            }
        }
        return List.copyOf(part);
    }
}
