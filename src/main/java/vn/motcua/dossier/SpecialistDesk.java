package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/** What the officer of a step can do (người thụ lý). Each method is one transaction. */
@Service
public class SpecialistDesk {

    private final Commands commands;
    private final DueMoments dues;
    private final ResultsToIssue results;

    SpecialistDesk(Commands commands, DueMoments dues, ResultsToIssue results) {
        this.commands = commands;
        this.dues = dues;
        this.results = results;
    }

    /** Takes an open step from the unit's common tray. */
    public Done claim(Act act, DossierId id, String step) {
        return commands.atDesk(id, act, DeskAct.CLAIM, step, it -> it.dossier().claim(step, it.officer(), it.now()));
    }

    /** Gives it back to the tray. */
    public Done release(Act act, DossierId id, String step) {
        return commands.atDesk(id, act, DeskAct.CLAIM, step, it -> it.dossier().release(step, it.officer(), it.now()));
    }

    /** The step is done; nothing is asked at it. */
    public Done complete(Act act, DossierId id, String step, String note) {
        return complete(act, id, step, note, Map.of());
    }

    /**
     * The step is done.
     *
     * @param entered what the procedure asks to be filled in there, by field; refuses while something is missing or wrong.
     *     It takes the place of what was entered at this step before
     */
    public Done complete(Act act, DossierId id, String step, String note, Map<String, Object> entered) {
        return commands.atDesk(
                id,
                act,
                DeskAct.COMPLETE_STEP,
                step,
                it -> it.dossier()
                        .complete(
                                step,
                                it.officer(),
                                note,
                                checked(it, step, entered),
                                it.path(entered.isEmpty() ? it.answers() : answers(it, step, entered)),
                                it.now()),
                it -> entered.isEmpty()
                        ? Content.NONE
                        : new Content(Optional.of(answers(it, step, entered)), List.of()));
    }

    /** The step is done, and the officer proposes to deny. */
    public Done proposeDenial(Act act, DossierId id, String step, String reason) {
        return commands.atDesk(
                id,
                act,
                DeskAct.COMPLETE_STEP,
                step,
                it -> it.dossier().proposeDenial(step, it.officer(), reason, it.path(), it.now()));
    }

    /**
     * The step goes back to an earlier one. Once it is decided, that reopens the decision: a result that waits to be signed is
     * withdrawn. Refuses that for a denied part of a linked filing, whose other parts were closed by it.
     */
    public Done sendBack(Act act, DossierId id, String step, String to, String reason) {
        return commands.atDesk(id, act, DeskAct.SEND_BACK, step, it -> {
            var change = it.dossier().sendBack(step, it.officer(), to, reason, it.path(), it.now());
            if (it.dossier().stage() instanceof Stage.Resolved decided) {
                if (decided.outcome() instanceof Outcome.Denied
                        && it.found().link().isPresent()) {
                    throw new Refused(DossierRefusal.DENIED_PART);
                }
                results.withdraw(id, Text.clean(reason), it.now());
            }
            return change;
        });
    }

    /** Asks the applicant, while in process, for all that is missing or wrong. */
    public Done requestSupplement(Act act, DossierId id, String step, List<SupplementRequest.Line> lines) {
        return commands.atDesk(
                id,
                act,
                DeskAct.REQUEST_SUPPLEMENT,
                step,
                it -> it.dossier()
                        .supplements()
                        .request(step, it.officer(), lines, dues.supplementUntil(it), it.path(), it.now()));
    }

    /** Proposes to ask a second time in the same stage, before reception or in process; a leader has to confirm it. */
    public Done proposeSecondSupplement(
            Act act, DossierId id, String step, List<SupplementRequest.Line> lines, String reason) {
        return commands.atDesk(
                id,
                act,
                DeskAct.REQUEST_SUPPLEMENT,
                step,
                it -> it.dossier().supplements().propose(step, it.officer(), lines, reason, it.path(), it.now()));
    }

    /** Lets the applicant have a received dossier back, as they asked. */
    public Done letGo(Act act, DossierId id, String step) {
        return commands.atDesk(
                id, act, DeskAct.HANDLE, step, it -> it.dossier().endings().letGo(step, it.officer(), it.now()));
    }

    /** Does not let them have it; they read why. */
    public Done refuseWithdrawal(Act act, DossierId id, String step, String reason) {
        return commands.atDesk(
                id, act, DeskAct.HANDLE, step, it -> it.dossier().endings().keep(step, it.officer(), reason, it.now()));
    }

    /**
     * Proposes to halt; a leader has to confirm it.
     *
     * @param returned which papers go back to the applicant; may be empty
     */
    public Done proposeHalt(Act act, DossierId id, String step, String reason, String returned) {
        return commands.atDesk(
                id,
                act,
                DeskAct.HANDLE,
                step,
                it -> it.dossier().endings().proposeHalt(step, it.officer(), reason, returned, it.now()));
    }

    /**
     * Begins to wait for a payment, another agency or a check in the field.
     *
     * @param what in words that the applicant reads too
     * @param amount what is to be paid besides the published fees; empty for other kinds
     * @param until the last day; the procedure's own comes first
     */
    public Done await(
            Act act,
            DossierId id,
            String step,
            WaitKind kind,
            String what,
            Optional<Dong> amount,
            Optional<LocalDate> until) {
        return commands.atDesk(
                id,
                act,
                DeskAct.HANDLE,
                step,
                it -> it.dossier()
                        .waitings()
                        .await(step, it.officer(), dues.waitingFor(it, kind, what, amount, until), it.now()));
    }

    /** Notes that it came: what was answered, what the check showed, the proof of a payment elsewhere. */
    public Done endWait(Act act, DossierId id, String step, String note) {
        return commands.atDesk(
                id,
                act,
                DeskAct.HANDLE,
                step,
                it -> it.dossier().waitings().end(step, it.officer(), note, dues.afterWaiting(it), it.now()));
    }

    /**
     * Proposes to correct the issued result; a leader has to confirm it.
     *
     * @param right what it should be; asked for once it may be proposed
     */
    public Done proposeAmendment(Act act, DossierId id, String reason, Supplier<AmendedResult> right) {
        return commands.atDesk(id, act, DeskAct.AMEND, it -> {
            var amendments = it.dossier().amendments();
            amendments.mayBeProposed();
            return amendments.propose(it.officer(), reason, right.get(), it.now());
        });
    }

    /** Proposes to revoke the result; a leader who is somebody else has to confirm it. */
    public Done proposeRevocation(Act act, DossierId id, Revocation revocation) {
        return commands.atDesk(
                id, act, DeskAct.AMEND, it -> it.dossier().revocations().propose(it.officer(), revocation, it.now()));
    }

    /** Finds nothing wrong in the result; the applicant reads why. */
    public Done refuseAmendment(Act act, DossierId id, String reason) {
        return commands.atDesk(
                id, act, DeskAct.AMEND, it -> it.dossier().amendments().keep(reason, it.now()));
    }

    private static Map<String, Object> checked(Work work, String step, Map<String, Object> entered) {
        var answers = answers(work, step, entered);
        var problems = work.entryProblems(step, answers);
        if (!problems.isEmpty()) {
            throw new Refused(
                    DossierRefusal.ENTRIES_INCOMPLETE,
                    problems.size(),
                    problems.getFirst().fieldId());
        }
        var asked = new LinkedHashMap<>(entered);
        asked.keySet().retainAll(answers.keySet());
        return asked;
    }

    private static Map<String, Object> answers(Work work, String step, Map<String, Object> entered) {
        return work.procedure().entered(step, entered, work.answers());
    }

    /** Registers and issues the paper that carries the decision (văn thư phát hành). */
    public Done issue(Act act, DossierId id, String step, ResultPaper result) {
        return commands.atDesk(
                id,
                act,
                DeskAct.ISSUE,
                step,
                it -> it.dossier().issue(step, it.officer(), result, it.path(), it.now()));
    }

    /**
     * The same for a paper that was registered earlier and has been signed since, at whatever version the dossier is by now;
     * all else is asked as of any command.
     *
     * @param command that of the registering
     */
    public Done issueSigned(UUID command, SignedIn by, DossierId id, String step, ResultPaper result, Instant now) {
        return commands.inTenant(by.tenant(), by, () -> {
            var version = commands.unasked(new DossierRef(by.tenant(), id), by, now)
                    .dossier()
                    .version();
            return issue(new Act(command, by, version, now), id, step, result);
        });
    }
}
