package vn.motcua.desk;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.OneStopDesk;
import vn.motcua.dossier.Supplement;
import vn.motcua.filing.Statements;
import vn.motcua.identity.SignedIn.OfficerAt;

/**
 * What an applicant who came does at the counter through the officer there: answers a supplement request, asks for the
 * dossier back. The officer is written down as who did it, the applicant as for whom, and who came as they were checked.
 */
@Service
public class CounterDesk {

    private final OneStopDesk oneStop;
    private final Statements statements;
    private final TransactionTemplate transaction;

    CounterDesk(OneStopDesk oneStop, Statements statements, PlatformTransactionManager transactions) {
        this.oneStop = oneStop;
        this.statements = statements;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes in what they brought.
     *
     * @param who came, as they were checked
     * @param compared whether the officer states that the scans match the originals
     */
    public void supplement(Act act, DossierId dossier, Supplement supplement, String who, boolean compared) {
        act.by()
                .scope()
                .run(() -> transaction.executeWithoutResult(_ -> {
                    oneStop.takeSupplement(act, dossier, supplement, who);
                    if (compared) {
                        statements.state((OfficerAt) act.by(), dossier, supplement.papers(), act.now());
                    }
                }));
    }

    /**
     * Writes down that they want it back.
     *
     * @param who came, as they were checked
     */
    public void withdrawal(Act act, DossierId dossier, String reason, String who) {
        oneStop.takeWithdrawal(act, dossier, reason, who);
    }
}
