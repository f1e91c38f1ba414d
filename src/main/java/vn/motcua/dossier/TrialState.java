package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.TrialAct.What;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Dong;

/**
 * Where a trial stands after its acts.
 *
 * @param opened the dossier as an officer who has it would open it
 * @param now the trial's clock
 * @param offers what can be done next, and by whom
 * @param stepDues by when each open step should be done, where its route says so
 * @param owed what is still to be paid; zero when nothing is
 * @param late whether the due moment has passed and it is not decided, or it was decided late
 * @param said what happened that an applicant is told, first to last
 * @param lines the history in words
 */
public record TrialState(
        Opened opened,
        Instant now,
        List<Offer> offers,
        Map<String, Instant> stepDues,
        Dong owed,
        boolean late,
        List<Said> said,
        List<HistoryLine> lines) {

    /** Keeps its own copies. */
    public TrialState {
        offers = List.copyOf(offers);
        stepDues = Map.copyOf(stepDues);
        said = List.copyOf(said);
        lines = List.copyOf(lines);
    }

    /**
     * Something that can be done.
     *
     * @param step at which open step; empty for what takes none
     * @param role in which position; empty for whoever is no officer
     * @param who which colleague in that position, from 1: who did one step may be kept from another
     * @param backTo the steps to which it can be sent back, nearest first
     * @param decides whether it is the decision
     */
    public record Offer(What what, String step, String role, int who, List<OfficerStep> backTo, boolean decides) {

        /** Keeps its own copy. */
        public Offer {
            backTo = List.copyOf(backTo);
        }
    }

    /** Something that happened, with how far the dossier had come. */
    public record Said(DossierEvent event, Progress.View progress) {}

    /** Whether nothing more can come of it: it has been handed over, turned away, taken back or halted. */
    public boolean over() {
        return switch (opened.stage()) {
            case Stage.HandedOver _, Stage.TurnedAway _, Stage.Withdrawn _, Stage.Halted _, Stage.PassedAcross _ ->
                true;
            case Stage.Submitted _,
                    Stage.Received _,
                    Stage.InProcess _,
                    Stage.AwaitingSupplement _,
                    Stage.Waiting _,
                    Stage.Resolved _ -> false;
        };
    }
}
