package vn.motcua.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierEvent.DueExtended;
import vn.motcua.dossier.DossierEvent.LateApologised;
import vn.motcua.identity.DeskAct;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** What the competent leader can do (người phê duyệt). Each method is one transaction. */
@Service
public class LeaderDesk {

    /** No text limits it; more than this is taken for a slip of the finger. */
    static final int MOST_DAYS = 90;

    private final Commands commands;
    private final DueMoments dues;

    LeaderDesk(Commands commands, DueMoments dues) {
        this.commands = commands;
        this.dues = dues;
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

    /**
     * Apologises for a result that will be late and promises a new date (NĐ 61/2018 Điều 19 khoản 9). After the last moment that the
     * law leaves for that, it does nothing else in its place: whoever meant this has to say {@link #apologise}.
     *
     * @param workingDays how many more, counted from what was promised; at most {@link #MOST_DAYS}
     */
    public Done extend(Act act, DossierId id, int workingDays, String reason) {
        return said(act, id, workingDays, (it, more) -> {
            it.dossier().lateness().permit(DueExtended.class);
            var latest = dues.extendedUntil(it);
            if (dues.lateApologies() && it.now().isAfter(latest)) {
                throw new Refused(
                        DossierRefusal.EXTENSION_OVER_NOW,
                        VietnamTime.moment(latest),
                        VietnamTime.moment(it.dossier().reception().due().at()));
            }
            return it.dossier().lateness().extend(reason, dues.extended(it, more), latest, it.now());
        });
    }

    /**
     * Apologises after the last moment that the law leaves to promise a new date, where the agency may: names a date, and what was
     * promised stays due. Before that moment it does nothing: whoever meant this has to say {@link #extend}.
     *
     * @param workingDays how many more, counted from what was promised, or from now when that has passed; at most
     *     {@link #MOST_DAYS}
     */
    public Done apologise(Act act, DossierId id, int workingDays, String reason) {
        return said(act, id, workingDays, (it, more) -> {
            it.dossier().lateness().permit(LateApologised.class);
            var latest = dues.extendedUntil(it);
            if (!it.now().isAfter(latest)) {
                throw new Refused(DossierRefusal.STILL_TO_BE_EXTENDED, VietnamTime.moment(latest));
            }
            return dues.lateApologies()
                    ? it.dossier().lateness().apologise(reason, dues.renewed(it, more), it.now())
                    : it.dossier().lateness().extend(reason, dues.extended(it, more), latest, it.now());
        });
    }

    private Done said(Act act, DossierId id, int workingDays, BiFunction<Work, TimeLimit, Change> rule) {
        if (workingDays < 1 || workingDays > MOST_DAYS) {
            throw new Refused(DossierRefusal.EXTENSION_DAYS, MOST_DAYS);
        }
        return commands.atDesk(id, act, DeskAct.EXTEND, it -> rule.apply(it, TimeLimit.workingDays(workingDays)));
    }

    /** Lets happen what a colleague proposed: a second supplement request goes out, the dossier is halted, or its result
     * corrected or revoked. */
    public Done confirm(Act act, DossierId id) {
        return commands.atDesk(
                id,
                act,
                DeskAct.CONFIRM,
                it -> it.dossier().proposals().confirm(it.officer(), dues.supplementUntil(it), it.now()),
                LeaderDesk::corrected);
    }

    /** Lets a result be corrected, with the new paper signed. */
    public Done confirmSigned(Act act, DossierId id, FileId signed) {
        return commands.atDesk(
                id,
                act,
                DeskAct.CONFIRM,
                it -> it.dossier().proposals().confirmSigned(it.officer(), signed, it.now()),
                LeaderDesk::corrected);
    }

    /** The answers as a corrected result has them. */
    private static Content corrected(Work work) {
        return work.dossier()
                .proposal()
                .filter(Proposal.Amendment.class::isInstance)
                .map(Proposal.Amendment.class::cast)
                .map(it -> {
                    var answers = new LinkedHashMap<>(work.answers());
                    answers.putAll(it.corrected());
                    return new Content(Optional.of(answers), List.of());
                })
                .orElse(Content.NONE);
    }

    /** Does not let it happen; the colleague reads why. */
    public Done refuseProposal(Act act, DossierId id, String reason) {
        return commands.atDesk(
                id, act, DeskAct.CONFIRM, it -> it.dossier().proposals().refuse(it.officer(), reason, it.now()));
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
