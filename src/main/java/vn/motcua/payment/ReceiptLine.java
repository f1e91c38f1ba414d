package vn.motcua.payment;

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
 */
public record ReceiptLine(String rule, String name, FeeRule.Kind kind, long amount, String legal) {

    static ReceiptLine of(FeeLine it) {
        return new ReceiptLine(
                it.rule(), it.name().in(Language.VI), it.kind(), it.amount().amount(), it.legal());
    }

    /** The same over another amount. */
    ReceiptLine over(long other) {
        return new ReceiptLine(rule, name, kind, other, legal);
    }
}
