package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import vn.motcua.form.Words;

/**
 * One amount that may be due.
 *
 * @param id unique within the procedure
 * @param name what is paid for
 * @param kind fee, charge or tax, as the Law on Fees and Charges tells them apart
 * @param amount CEL over the answers and facts giving đồng
 * @param says the same in words, empty for a plain amount
 * @param legal number of the text that fixes it; may be empty
 * @param due when it has to be paid
 * @param note what the record says about it, in Vietnamese; may be empty
 * @param reliefs who pays less, or nothing; of those that apply the most favourable is taken
 * @param trust how far it has been compared with its source, in Vietnamese; may be empty
 */
public record FeeRule(
        String id,
        Words name,
        Kind kind,
        String amount,
        Optional<Words> says,
        String legal,
        FeeDue due,
        String note,
        List<FeeRelief> reliefs,
        String trust) {

    /** Keeps its own copy. */
    public FeeRule {
        reliefs = List.copyOf(reliefs);
    }

    /** What sort of money it is. */
    public enum Kind {
        /** Phí: pays for a service. */
        FEE,
        /** Lệ phí: a fixed charge. */
        CHARGE,
        /** Tax and other duties, paid to the treasury. */
        TAX
    }
}
