package vn.motcua.catalogue;

import java.time.LocalDate;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * The decision by which a procedure is announced or abolished (quyết định công bố, quyết định bãi bỏ).
 *
 * @param number e.g. {@code 1872/QĐ-BTP}
 * @param date when it was signed
 * @param issuer who signed it
 */
public record PublishingDecision(String number, LocalDate date, String issuer) {

    private static final int LONGEST = 200;

    /** Cleaned as it is kept; refuses with {@code DECISION_INCOMPLETE} one without number or issuer. */
    public PublishingDecision {
        number = Text.clean(number);
        issuer = Text.clean(issuer);
        if (number.isEmpty() || issuer.isEmpty() || number.length() > LONGEST || issuer.length() > LONGEST) {
            throw new Refused(CatalogueRefusal.DECISION_INCOMPLETE);
        }
    }

    /** Refuses with {@code DECISION_IN_FUTURE} one that nobody can have signed yet. */
    PublishingDecision signedBy(LocalDate today) {
        if (date.isAfter(today)) {
            throw new Refused(CatalogueRefusal.DECISION_IN_FUTURE);
        }
        return this;
    }
}
