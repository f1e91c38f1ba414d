package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.NOTHING_TO_UNDO;
import static vn.motcua.dossier.DossierRefusal.UNDO_TOO_LATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Refused;

/**
 * Taking back what one has just done. An officer has some seconds for it, in which nothing of it leaves the agency; it is
 * an event of its own, and what it takes back stays in the history. Pure.
 */
final class Undo {

    private Undo() {}

    /** A line of the history with its envelope. */
    record Happened(
            int version, UUID command, AccountId actor, DossierEvent event, Instant recordedAt, Instant effectiveAt) {}

    /**
     * Whether an act can be taken back. What gave out a number, asked the applicant or sealed a paper cannot; neither can
     * what another act takes back anyway: claiming by releasing, a proposal by its refusal.
     */
    static boolean possible(List<DossierEvent> act) {
        return act.stream().allMatch(Undo::possible);
    }

    private static boolean possible(DossierEvent event) {
        return switch (event) {
            case DossierEvent.StepCompleted _,
                    DossierEvent.StepSentBack _,
                    DossierEvent.DossierTurnedAway _,
                    DossierEvent.DossierResolved _,
                    DossierEvent.ResultHandedOver _ -> true;
            case DossierEvent.DossierFiled _,
                    DossierEvent.DossierTransferred _,
                    DossierEvent.DossierPassedOn _,
                    DossierEvent.DossierPassedAcross _,
                    DossierEvent.SentUp _,
                    DossierEvent.AnsweredAbove _,
                    DossierEvent.DossierReceived _,
                    DossierEvent.DossierForwarded _,
                    DossierEvent.DueExtended _,
                    DossierEvent.LateApologised _,
                    DossierEvent.DueRecomputed _,
                    DossierEvent.SupplementRequested _,
                    DossierEvent.SupplementProvided _,
                    DossierEvent.SupplementReminded _,
                    DossierEvent.SupplementLapsed _,
                    DossierEvent.SecondSupplementProposed _,
                    DossierEvent.ProposalRefused _,
                    DossierEvent.PaymentAwaited _,
                    DossierEvent.AnswerAwaited _,
                    DossierEvent.WaitEnded _,
                    DossierEvent.WaitLapsed _,
                    DossierEvent.WithdrawalAsked _,
                    DossierEvent.WithdrawalRefused _,
                    DossierEvent.DossierWithdrawn _,
                    DossierEvent.HaltProposed _,
                    DossierEvent.DossierHalted _,
                    DossierEvent.StepClaimed _,
                    DossierEvent.StepReleased _,
                    DossierEvent.StepAssigned _,
                    DossierEvent.StepsMoved _,
                    DossierEvent.DecisionReopened _,
                    DossierEvent.ResultIssued _,
                    DossierEvent.MistakeReported _,
                    DossierEvent.AmendmentRefused _,
                    DossierEvent.AmendmentProposed _,
                    DossierEvent.ResultAmended _,
                    DossierEvent.RevocationProposed _,
                    DossierEvent.ResultRevoked _,
                    DossierEvent.StepUndone _,
                    DossierEvent.StageUndone _ -> false;
        };
    }

    /** What was done last, in one act, if that officer did it and it can be taken back. */
    static Optional<List<Happened>> last(List<Happened> history, AccountId by) {
        var command = history.getLast().command();
        var act = history.stream().filter(it -> it.command().equals(command)).toList();
        return act.getLast().actor().equals(by)
                        && possible(act.stream().map(Happened::event).toList())
                ? Optional.of(act)
                : Optional.empty();
    }

    /**
     * The dossier as it was before its last act.
     *
     * @param history all that happened to it
     * @param held whether nothing of that act has left the agency
     * @param window how long after it
     */
    static Change takeBack(
            Dossier dossier, List<Happened> history, AccountId by, boolean held, UndoWindow window, Instant now) {
        var act = last(history, by).orElseThrow(() -> new Refused(NOTHING_TO_UNDO));
        if (!held || !window.left(act.getFirst().recordedAt(), now).isPositive()) {
            throw new Refused(UNDO_TOO_LATE, window.seconds());
        }
        return back(dossier, at(act.getFirst().version() - 1, dossier.id(), history), now);
    }

    /** As it was then, with what came since kept as taken back. */
    static Change back(Dossier dossier, Dossier then, Instant now) {
        var desk = dossier.desk().asAt(then.desk());
        var undone = then.stage().kind() == dossier.stage().kind()
                ? new DossierEvent.StepUndone(then.version(), desk)
                : new DossierEvent.StageUndone(then.version(), then.stage().since(), then.proposal(), desk);
        return Change.of(dossier, now, undone);
    }

    /** The dossier as it was at that version. */
    private static Dossier at(int version, DossierId id, List<Happened> history) {
        var first = history.getFirst();
        var then = Dossier.begin(id, (DossierEvent.DossierFiled) first.event(), first.effectiveAt());
        for (var line : history.subList(1, version)) {
            then = then.apply(line.event(), line.effectiveAt());
        }
        return then;
    }

    /** The history without what was taken back, and without the taking back. */
    static <T> List<T> standing(List<T> history, ToIntFunction<T> version, Function<T, DossierEvent> event) {
        var stands = new ArrayList<T>();
        for (var line : history) {
            switch (event.apply(line)) {
                case DossierEvent.StepUndone it -> stands.removeIf(one -> version.applyAsInt(one) > it.again());
                case DossierEvent.StageUndone it -> stands.removeIf(one -> version.applyAsInt(one) > it.again());
                case DossierEvent _ -> stands.add(line);
            }
        }
        return List.copyOf(stands);
    }
}
