package vn.motcua.payment;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Dong;

/**
 * What a refund makes of the receipt of what was collected. The whole at once: the receipt is cancelled. A part: as the rule says, an
 * adjusting receipt over that part, or a replacing one over the rest. Which of both a collecting body uses is its configuration
 * ({@code motcua.payment.part-refund}): NĐ 254/2026/NĐ-CP has no article about receipts for a refund that was found.
 */
sealed interface ReceiptChange {

    /** How parts are receipted. */
    enum Rule {
        /** An adjusting receipt says how much less (biên lai điều chỉnh). */
        ADJUST,
        /** The receipt is cancelled, another one over the rest replaces it (biên lai thay thế). */
        REPLACE
    }

    /** It counts no more. */
    record Cancel() implements ReceiptChange {}

    /** So much less. */
    record Adjust(List<ReceiptLine> lines) implements ReceiptChange {}

    /** It counts no more, and another one over these lines does. */
    record Replace(List<ReceiptLine> lines) implements ReceiptChange {}

    /**
     * Decides.
     *
     * @param lines of the receipt of what was collected
     * @param before what of it went back before
     * @param now what goes back now
     */
    static ReceiptChange of(Rule rule, List<ReceiptLine> lines, Dong before, Dong now) {
        long all = lines.stream().mapToLong(ReceiptLine::amount).sum();
        long rest = all - before.amount() - now.amount();
        if (rest < 0) {
            throw new IllegalArgumentException("more goes back than was collected");
        }
        var adjusted = rule == Rule.ADJUST && before.amount() > 0;
        if (rest == 0 && !adjusted) {
            return new Cancel();
        }
        return switch (rule) {
            case ADJUST -> new Adjust(given(lines, before, now));
            case REPLACE -> new Replace(first(lines, rest));
        };
    }

    /** Which lines a refund gives up: the last first, after those that were given up before. */
    static List<ReceiptLine> given(List<ReceiptLine> lines, Dong before, Dong now) {
        return first(first(lines.reversed(), before.amount(), true), now.amount());
    }

    /** The lines with the names that stand on another receipt for the same: a wrong one was replaced. */
    static List<ReceiptLine> named(List<ReceiptLine> lines, List<ReceiptLine> standing) {
        return lines.stream()
                .map(it -> standing.stream()
                        .filter(other -> other.rule().equals(it.rule()))
                        .findFirst()
                        .map(other -> it.named(other.name(), other.legal()))
                        .orElse(it))
                .toList();
    }

    private static List<ReceiptLine> first(List<ReceiptLine> lines, long amount) {
        return first(lines, amount, false);
    }

    /** The first of the lines up to that amount, or what is left without them. */
    private static List<ReceiptLine> first(List<ReceiptLine> lines, long amount, boolean without) {
        var part = new ArrayList<ReceiptLine>();
        long left = amount;
        for (var line : lines) {
            long taken = Math.min(left, line.amount());
            left -= taken;
            long kept = without ? line.amount() - taken : taken;
            if (kept > 0) {
                part.add(line.over(kept));
            }
        }
        return List.copyOf(part);
    }
}
