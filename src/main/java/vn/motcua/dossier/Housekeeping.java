package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.EXTENDED_BEFORE;
import static vn.motcua.dossier.DossierRefusal.REASON_MISSING;
import static vn.motcua.dossier.DossierRefusal.STEP_NOT_YOURS;
import static vn.motcua.dossier.DossierRefusal.WRONG_STAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.DueRecomputed;
import vn.motcua.dossier.DossierEvent.MovedStep;
import vn.motcua.dossier.DossierEvent.StepAssigned;
import vn.motcua.dossier.DossierEvent.StepsMoved;
import vn.motcua.identity.OfficerId;
import vn.motcua.route.ByProgram;
import vn.motcua.route.DeskAct;
import vn.motcua.route.RouteRefusal;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;

/**
 * What happens to a dossier because the agency changes and not because somebody works on it: its units are reorganised,
 * an officer is absent, the calendar is another one. Pure as the rules of {@link Dossier}.
 */
final class Housekeeping {

    private Housekeeping() {}

    /** Who gets a step. */
    record Assignee(OfficerId officer, String name) {}

    /**
     * Open steps come to the units that took over.
     *
     * @param seats where they lie from now on, and with whom
     */
    static Change moved(Dossier it, List<MovedStep> steps, List<Desk.Seat> seats, String decision, Instant now) {
        StageGraph.after(it.stage().kind(), StepsMoved.class);
        return Change.of(it, now, new StepsMoved(steps, decision, it.desk().with(seats)));
    }

    /** A step that an officer had taken is given to a colleague, or back to the tray: they are absent, or a leader says why. */
    static Change assigned(
            Dossier it, String step, Assignee from, Optional<Assignee> to, Optional<String> reason, Instant now) {
        StageGraph.after(it.stage().kind(), StepAssigned.class);
        var seat = it.desk().seat(step).orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, step));
        if (!seat.officer().equals(Optional.of(from.officer()))) {
            throw new Refused(STEP_NOT_YOURS);
        }
        var after = to.map(who -> seat.taken(who.officer())).orElseGet(seat::free);
        return Change.of(
                it,
                now,
                new StepAssigned(
                        step,
                        from.officer(),
                        from.name(),
                        to.map(Assignee::officer),
                        to.map(Assignee::name).orElse(""),
                        reason,
                        it.desk().with(after)));
    }

    /**
     * The calendar changed: the due moment is counted anew. One that was extended was promised and stays; while a payment is waited
     * for whose time is left out, it is counted when that is over.
     */
    static Change recomputed(Dossier it, Due due, String reason, Instant now) {
        StageGraph.after(it.stage().kind(), DueRecomputed.class);
        if (it.stage().kind() == StageKind.AWAITING_PAYMENT && StepDue.standsStill(it.stage())) {
            throw new Refused(WRONG_STAGE, Phrase.of("dossier.stage." + StageKind.AWAITING_PAYMENT));
        }
        var reception = it.stage().received().orElseThrow();
        if (reception.promised().isPresent()) {
            throw new Refused(EXTENDED_BEFORE);
        }
        return Change.of(it, now, new DueRecomputed(reception.due().at(), required(reason), due));
    }

    /** Everybody whom the route asked has answered, or their silence counts: that step is done by the program. */
    static Change consulted(Dossier it, String step, int visit, Path path, Instant now) {
        StageGraph.permit(it.stage(), step, DossierEvent.StepCompleted.class);
        var seat = it.desk()
                .seat(step)
                .filter(one ->
                        one.visit() == visit && path.route().step(step).asking().isPresent())
                .orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, step));
        return Change.of(
                it,
                now,
                new DossierEvent.StepCompleted(
                        step, DeskAct.COMPLETE, "", it.desk().done(seat, ByItself.OFFICER, path, now)));
    }

    /** The program does its own step: writes to the applicant, or has seen that what it waits for is so. */
    static Change byProgram(Dossier it, String step, int visit, Path path, Instant now) {
        StageGraph.permit(it.stage(), step, DossierEvent.StepCompleted.class);
        var seat = it.desk()
                .seat(step)
                .filter(one -> one.visit() == visit
                        && path.route().step(step).program().isPresent())
                .orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, step));
        var letter = path.route()
                .step(step)
                .program()
                .filter(ByProgram.Letter.class::isInstance)
                .map(one -> WrittenLetter.of((ByProgram.Letter) one));
        return Change.of(
                it,
                now,
                new DossierEvent.StepCompleted(
                        step,
                        DeskAct.COMPLETE,
                        "",
                        Optional.empty(),
                        letter,
                        it.desk().done(seat, ByItself.OFFICER, path, now)));
    }

    /** A written reason, or {@link DossierRefusal#REASON_MISSING}. */
    static String required(String reason) {
        var clean = Text.clean(reason);
        if (clean.isEmpty()) {
            throw new Refused(REASON_MISSING);
        }
        return clean;
    }
}
