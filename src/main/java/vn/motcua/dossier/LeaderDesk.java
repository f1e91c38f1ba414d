package vn.motcua.dossier;

import org.springframework.stereotype.Service;
import vn.motcua.identity.DeskAct;

/** What the competent leader can do (người phê duyệt). Each method is one transaction. */
@Service
public class LeaderDesk {

    private final Commands commands;

    LeaderDesk(Commands commands) {
        this.commands = commands;
    }

    /** Approves; where this approval is the decision, what was asked for is granted. */
    public Done approve(Act act, DossierId id, String step, String note) {
        return commands.atDesk(
                id,
                act,
                DeskAct.APPROVE,
                step,
                it -> it.dossier().approve(step, it.officer(), note, it.path(), it.now()));
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
