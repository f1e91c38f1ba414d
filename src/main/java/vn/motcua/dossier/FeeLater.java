package vn.motcua.dossier;

import java.util.Optional;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * That a dossier was received before it was paid for, by agreement.
 *
 * @param amount what was to be paid before; it is still owed
 * @param reason why it is paid later, as the applicant reads it
 */
public record FeeLater(Dong amount, String reason) {

    /**
     * What has to be paid before the reception is paid, or is paid later for a reason; else it is not received.
     *
     * @param reason why it is paid later; blank for none
     * @return empty where nothing is owed before
     */
    static Optional<FeeLater> agreed(FeeClearance.Answer before, String reason) {
        return switch (before) {
            case FeeClearance.Answer.Settled _, FeeClearance.Answer.NoLongerOwed _ -> Optional.empty();
            case FeeClearance.Answer.Owed(var amount) -> {
                var why = Text.clean(reason);
                if (why.isEmpty()) {
                    throw new Refused(DossierRefusal.FEE_BEFORE_RECEPTION, amount);
                }
                yield Optional.of(new FeeLater(amount, why));
            }
        };
    }
}
