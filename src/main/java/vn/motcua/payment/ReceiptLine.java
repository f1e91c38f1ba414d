package vn.motcua.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.FeeLine;
import vn.motcua.catalogue.FeeRule;
import vn.motcua.shared.Language;

/**
 * A line of a receipt as it is kept.
 *
 * @param rule that gave it
 * @param name what was paid for, in Vietnamese
 * @param kind fee, charge or duty
 * @param amount đồng
 * @param legal the text that fixes it; may be empty
 * @param reckoned how many times how much the amount is, in Vietnamese, as it was when it was collected; empty where it is reckoned in
 *     another way, and of a part of it
 */
public record ReceiptLine(
        String rule,
        String name,
        FeeRule.Kind kind,
        long amount,
        String legal,
        @Nullable String reckoned) {

    /** Receipts from before this was kept have none. */
    public ReceiptLine {
        reckoned = Objects.requireNonNullElse(reckoned, "");
    }

    static ReceiptLine of(FeeLine it) {
        return new ReceiptLine(
                it.rule(),
                it.name().in(Language.VI),
                it.kind(),
                it.amount().amount(),
                it.legal(),
                it.reckoned().map(words -> words.in(Language.VI)).orElse(""));
    }

    /** Its name, and the text that fixes it. */
    public String said() {
        return name + (legal.isEmpty() ? "" : " (" + legal + ")");
    }

    /** The same with another name and another text that fixes it. */
    ReceiptLine named(String otherName, String otherLegal) {
        return new ReceiptLine(rule, otherName, kind, amount, otherLegal, reckoned);
    }

    /** The same over another amount. */
    ReceiptLine over(long other) {
        return other == amount ? this : new ReceiptLine(rule, name, kind, other, legal, "");
    }
}
