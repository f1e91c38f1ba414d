package vn.motcua.catalogue;

import java.util.Optional;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;

/**
 * One line of what is due for a dossier.
 *
 * @param rule id of the {@link FeeRule} that gave it
 * @param name what is paid for
 * @param kind fee, charge or tax
 * @param amount đồng
 * @param legal number of the text that fixes it; may be empty
 * @param due when it has to be paid
 * @param reckoned how many times how much the amount is; empty where it is reckoned in another way, and of a part of it
 */
public record FeeLine(
        String rule, Words name, FeeRule.Kind kind, Dong amount, String legal, FeeDue due, Optional<Words> reckoned) {

    /** One that is not reckoned from anything. */
    public FeeLine(String rule, Words name, FeeRule.Kind kind, Dong amount, String legal, FeeDue due) {
        this(rule, name, kind, amount, legal, due, Optional.empty());
    }

    /** The same over another amount. */
    public FeeLine over(Dong other) {
        return other.equals(amount) ? this : new FeeLine(rule, name, kind, other, legal, due);
    }
}
