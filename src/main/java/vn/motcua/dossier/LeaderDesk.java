package vn.motcua.dossier;

import org.springframework.stereotype.Service;
import vn.motcua.identity.DeskAct;
import vn.motcua.shared.Refused;

/** What the competent leader can do (người phê duyệt). Each method is one transaction. */
@Service
public class LeaderDesk {

    private final Commands commands;

    LeaderDesk(Commands commands) {
        this.commands = commands;
    }

    /** Approves; where this approval is the decision, what was asked for is granted. */
    public Done approve(Act act, DossierId id, String step, String note) {
        return commands.atDesk(id, act, DeskAct.APPROVE, step, it -> {
            var change = it.dossier().approve(step, it.officer(), note, it.path(), it.now());
            change.event(DossierEvent.DossierResolved.class).ifPresent(_ -> nothingIsMissing(it));
            return change;
        });
    }

    /** What the result says must have been entered: after a proposal to deny it may not have been. */
    private static void nothingIsMissing(Work work) {
        work.dossier().desk().finished().stream()
                .filter(it -> !work.entryProblems(it.step(), work.answers()).isEmpty())
                .findFirst()
                .ifPresent(_ -> {
                    throw new Refused(DossierRefusal.RESULT_LACKS_ENTRIES);
                });
    }

    /** Denies what was asked for, with the reason that the applicant gets in writing. */
    public Done deny(Act act, DossierId id, String step, String reason) {
        return commands.atDesk(
                id,
                act,
                DeskAct.APPROVE,
                step,
                it -> it.dossier().deny(step, it.officer(), reason, it.path(), it.now()));
    }
}
