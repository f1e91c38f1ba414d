package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.DossierEvent.WaitEnded.How;
import vn.motcua.shared.Dong;

/**
 * What an applicant has to pay for a dossier besides the published fees (nghĩa vụ tài chính), as an officer wrote it down.
 *
 * @param what by which notice
 * @param amount how much
 */
public record Obligation(String what, Dong amount) {

    /** What these events say is to be paid here: all that was asked for but what was shown to be paid elsewhere. */
    static List<Obligation> of(List<DossierEvent> events) {
        var all = new ArrayList<Obligation>();
        boolean pending = false;
        for (var event : events) {
            if (event instanceof DossierEvent.PaymentAwaited(var awaited)) {
                pending = awaited.amount().isPresent();
                awaited.amount().ifPresent(it -> all.add(new Obligation(awaited.what(), it)));
            } else if (event instanceof DossierEvent.AnswerAwaited) {
                pending = false;
            } else if (event instanceof DossierEvent.WaitEnded ended && pending) {
                if (ended.how() == How.NOTED) {
                    all.removeLast();
                }
                pending = false;
            }
        }
        return List.copyOf(all);
    }
}
