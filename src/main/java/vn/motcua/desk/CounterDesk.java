package vn.motcua.desk;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.NewPaper;
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
    private final CounterScans scans;
    private final TransactionTemplate transaction;

    CounterDesk(
            OneStopDesk oneStop, Statements statements, CounterScans scans, PlatformTransactionManager transactions) {
        this.oneStop = oneStop;
        this.statements = statements;
        this.scans = scans;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes in what they brought.
     *
     * @param who came, as they were checked
     * @param compared of these papers the officer states that the scan matches the original
     */
    public void supplement(Act act, DossierId dossier, Supplement supplement, String who, List<NewPaper> compared) {
        act.by()
                .scope()
                .run(() -> transaction.executeWithoutResult(_ -> {
                    oneStop.takeSupplement(act, dossier, supplement, who);
                    statements.state((OfficerAt) act.by(), dossier, compared, act.now());
                    scans.forget(dossier);
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
