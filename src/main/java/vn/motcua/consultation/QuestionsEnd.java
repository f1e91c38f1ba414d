package vn.motcua.consultation;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.outbox.Happening;
import vn.motcua.outbox.Listener;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;

/**
 * Ends what a unit asked others and experts when the dossier has left it: nobody goes on answering, no link stays good, and
 * the unit that has the dossier now waits for nobody whom it did not ask.
 */
@Component
class QuestionsEnd implements Listener {

    private static final Map<String, String> LEAVING = Map.of(
            "passed-on", "consultation.over.elsewhere",
            "passed-across", "consultation.over.elsewhere",
            "withdrawn", "consultation.over.ended",
            "halted", "consultation.over.ended",
            "turned-away", "consultation.over.ended");

    private final ConsultationStore units;
    private final ExpertStore experts;
    private final Messages messages;
    private final Clock clock;
    private final TransactionTemplate transaction;

    QuestionsEnd(
            ConsultationStore units,
            ExpertStore experts,
            Messages messages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.units = units;
        this.experts = experts;
        this.messages = messages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was asked after it left is asked by who has it now, and stays. */
    @Override
    public void hear(Happening happening) {
        var why = LEAVING.get(happening.kind());
        if (why == null) {
            return;
        }
        var dossier = happening.dossier().id();
        var reason = messages.say(Language.VI, why);
        transaction.executeWithoutResult(_ -> {
            units.end(dossier, happening.at(), reason, clock.instant());
            experts.end(dossier, happening.at(), reason, clock.instant());
        });
    }
}
