package vn.motcua.catalogue;

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
 */
public record FeeLine(String rule, Words name, FeeRule.Kind kind, Dong amount, String legal, FeeDue due) {

    /** The same over another amount. */
    public FeeLine over(Dong other) {
        return new FeeLine(rule, name, kind, other, legal, due);
    }
}
