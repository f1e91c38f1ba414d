package vn.motcua.dossier;

import static vn.motcua.dossier.DossierRefusal.AMENDMENT_UNANSWERED;
import static vn.motcua.dossier.DossierRefusal.FEE_NOT_SETTLED;
import static vn.motcua.dossier.DossierRefusal.NOT_AN_ACTION_OF_THIS_STEP;
import static vn.motcua.dossier.DossierRefusal.NO_WAY_BACK;
import static vn.motcua.dossier.DossierRefusal.RECIPIENT_MISSING;
import static vn.motcua.dossier.DossierRefusal.RESULT_ISSUED;
import static vn.motcua.dossier.DossierRefusal.RESULT_NOT_ISSUED;
import static vn.motcua.dossier.DossierRefusal.SECOND_OFFICER;
import static vn.motcua.dossier.DossierRefusal.STEP_NOT_YOURS;
import static vn.motcua.dossier.DossierRefusal.STEP_TAKEN;
import static vn.motcua.dossier.Housekeeping.required;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Due;
import vn.motcua.dossier.DossierEvent.DecisionReopened;
import vn.motcua.dossier.DossierEvent.DossierFiled;
import vn.motcua.dossier.DossierEvent.DossierForwarded;
import vn.motcua.dossier.DossierEvent.DossierReceived;
import vn.motcua.dossier.DossierEvent.DossierResolved;
import vn.motcua.dossier.DossierEvent.DossierTurnedAway;
import vn.motcua.dossier.DossierEvent.ResultHandedOver;
import vn.motcua.dossier.DossierEvent.ResultIssued;
import vn.motcua.dossier.DossierEvent.StepClaimed;
import vn.motcua.dossier.DossierEvent.StepCompleted;
import vn.motcua.dossier.DossierEvent.StepReleased;
import vn.motcua.dossier.DossierEvent.StepSentBack;
import vn.motcua.dossier.Stage.Resolved;
import vn.motcua.dossier.Stage.Submitted;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.DeskAct;
import vn.motcua.route.RouteRefusal;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * A dossier (hồ sơ) at one version. Immutable: every rule below takes the facts it needs, time included, and answers
 * with a {@link Change} or refuses. No rule reads a clock, a database or another module. Which stage allows what is
 * said by {@link StageGraph} alone.
 *
 * @param id its id in its tenant
 * @param version how many events made it
 * @param filed what is true since it was filed
 * @param stage where it stands in law
 * @param desk who has it
 * @param asked each request for a supplement so far, by the stage in which it waited
 * @param waits how long it lay with the applicant, each time
 * @param proposal what an officer proposed and no leader has answered yet
 * @param leaving that the applicant wants it back, while nobody has answered
 * @param mistake that the applicant says the result is wrong, while nobody has answered
 * @param came that it came from another one-stop
 * @param had the units that had it, or were asked to decide, without a step of their own now: these still see it
 */
record Dossier(
        DossierId id,
        int version,
        Filed filed,
        Stage stage,
        Desk desk,
        List<StageKind> asked,
        List<Wait> waits,
        Optional<Proposal> proposal,
        Optional<LeaveRequest> leaving,
        Optional<MistakeReport> mistake,
        Optional<Came> came,
        List<UnitId> had) {

    Dossier {
        asked = List.copyOf(asked);
        waits = List.copyOf(waits);
        had = List.copyOf(had);
    }

    /**
     * What is true since the filing: a dossier keeps the revision for which it was filed, and the unit unless it was the wrong
     * door.
     *
     * @param place the code of the ward or province where the matter belongs; empty when the receiving unit says it
     */
    record Filed(
            FilingId filing,
            RevisionId revision,
            String procedure,
            UnitId unit,
            Optional<String> place,
            Channel channel,
            Instant at) {

        /** The same at another unit, which then says the place. */
        Filed at(UnitId other) {
            return new Filed(filing, revision, procedure, other, Optional.empty(), channel, at);
        }
    }

    /** What was filed comes to the one-stop's desk. */
    static Change file(DossierId id, Filed filed, Path path) {
        var desk = Desk.begin(path, filed.at());
        var event = new DossierFiled(
                filed.filing(),
                filed.revision(),
                filed.procedure(),
                filed.unit(),
                filed.place(),
                filed.channel(),
                desk);
        return Change.begin(id, event, filed.at());
    }

    /** The one-stop accepts what has not to be paid first as complete: it gets its number, and its clock starts. */
    Change receive(String step, OfficerId by, DossierNumber number, Due due, Path path, Instant now) {
        return receive(step, by, number, due, Optional.empty(), path, now);
    }

    /** The same, where what had to be paid before may be paid later by agreement. */
    Change receive(
            String step,
            OfficerId by,
            DossierNumber number,
            Due due,
            Optional<FeeLater> feeLater,
            Path path,
            Instant now) {
        mayBeReceived(step, by, path);
        return Change.of(this, now, new DossierReceived(number, due, by, feeLater));
    }

    /** Refuses what {@link #receive} would, before a number is taken for it. */
    void mayBeReceived(String step, OfficerId by, Path path) {
        permit(DossierReceived.class);
        working(step, by, DeskAct.RECEIVE, path);
    }

    /** It leaves the one-stop for the unit that settles it, at once or after 15:00 the next morning. */
    Change forward(String step, OfficerId by, Path path, Instant now) {
        permit(DossierForwarded.class);
        working(step, by, DeskAct.RECEIVE, path);
        return Change.of(this, now, new DossierForwarded(step, done(step, by, path, now)));
    }

    /** The one-stop does not accept it; the reason is what the applicant gets in writing. */
    Change turnAway(String step, OfficerId by, String reason, Path path, Instant now) {
        permit(DossierTurnedAway.class);
        working(step, by, DeskAct.TURN_AWAY, path);
        return Change.of(this, now, new DossierTurnedAway(required(reason), desk.stopped()));
    }

    /** The supplements of this dossier: what may be asked, answered, confirmed, and what lapses. */
    Supplements supplements() {
        return new Supplements(this);
    }

    /** What is said when it will be late, or is. */
    Lateness lateness() {
        return new Lateness(this);
    }

    /** How it goes to another one-stop. */
    Passings passings() {
        return new Passings(this);
    }

    /** What this dossier waits for besides a supplement. */
    Waitings waitings() {
        return new Waitings(this);
    }

    /** How an issued result is corrected. */
    Amendments amendments() {
        return new Amendments(this);
    }

    /** Revoking its result. */
    Revocations revocations() {
        return new Revocations(this);
    }

    /** How this dossier ends without a decision: withdrawn, or halted. */
    Endings endings() {
        return new Endings(this);
    }

    /** What a leader answers to what was proposed. */
    Proposals proposals() {
        return new Proposals(this);
    }

    /** An officer takes an open step from the common tray. */
    Change claim(String step, OfficerId by, Instant now) {
        StageGraph.permit(stage, step, StepClaimed.class);
        var seat = seat(step);
        if (seat.officer().isPresent()) {
            throw new Refused(STEP_TAKEN);
        }
        return Change.of(this, now, new StepClaimed(step, by, desk.with(seat.taken(by))));
    }

    /** The officer who has a step gives it back to the tray. */
    Change release(String step, OfficerId by, Instant now) {
        StageGraph.permit(stage, step, StepReleased.class);
        var seat = seat(step);
        if (!seat.officer().equals(Optional.of(by))) {
            throw new Refused(STEP_NOT_YOURS);
        }
        return Change.of(this, now, new StepReleased(step, desk.with(seat.free())));
    }

    /**
     * A step is done.
     *
     * @param entered what the procedure asks the officer to fill in there; checked by the procedure
     */
    Change complete(String step, OfficerId by, String note, Map<String, Object> entered, Path path, Instant now) {
        return completed(step, by, DeskAct.COMPLETE, Text.clean(note), entered, path, now);
    }

    /** A step is done with a proposal to deny (đề xuất từ chối), and why. */
    Change proposeDenial(String step, OfficerId by, String reason, Path path, Instant now) {
        StageGraph.permit(stage, step, StepCompleted.class);
        working(step, by, DeskAct.PROPOSE_DENIAL, path);
        return completed(step, by, DeskAct.PROPOSE_DENIAL, required(reason), Map.of(), path, now);
    }

    /**
     * A step goes back to an earlier one after reception, with the reason for the colleague there. Once it is decided, only before
     * the result is issued and only to where it is decided anew; whoever is to issue it may do that on every route.
     */
    Change sendBack(String step, OfficerId by, String to, String reason, Path path, Instant now) {
        if (stage instanceof Resolved it) {
            return reopen(it, step, by, to, reason, path, now);
        }
        permit(StepSentBack.class);
        working(step, by, DeskAct.RETURN, path);
        return Change.of(this, now, new StepSentBack(step, to, required(reason), back(step, to, path, now)));
    }

    private Change reopen(
            Resolved decided, String step, OfficerId by, String to, String reason, Path path, Instant now) {
        permit(DecisionReopened.class);
        seat(step); // before the route is asked, which knows no other steps than its own
        working(step, by, path.offers(step, DeskAct.ISSUE) ? DeskAct.ISSUE : DeskAct.RETURN, path);
        if (decided.result().isPresent()) {
            throw new Refused(RESULT_ISSUED);
        }
        var back = back(step, to, path, now);
        if (!path.decidesLater(back.tokens())) {
            throw new Refused(NO_WAY_BACK);
        }
        return Change.of(this, now, new DecisionReopened(step, to, required(reason), back));
    }

    private Desk back(String step, String to, Path path, Instant now) {
        var earlier = path.route().earlierSteps(desk.tokens(), step);
        if (earlier.stream().noneMatch(it -> it.id().equals(to) && !it.allows(DeskAct.RECEIVE))) {
            throw new Refused(NO_WAY_BACK);
        }
        return desk.sentBack(seat(step), to, path, now);
    }

    /** A leader approves; where this approval is the decision, what was asked for is granted. */
    Change approve(String step, OfficerId by, String note, Path path, Instant now) {
        permit(DossierResolved.class);
        working(step, by, DeskAct.APPROVE, path);
        var completed = new StepCompleted(step, DeskAct.APPROVE, Text.clean(note), done(step, by, path, now));
        if (!path.decides(desk.tokens(), step)) {
            return Change.of(this, now, completed);
        }
        endings().answered();
        return Change.of(this, now, completed, new DossierResolved(step, new Outcome.Granted()));
    }

    /**
     * The deciding leader denies. The law wants a denial within the time limit (NĐ 61/2018 Điều 19 khoản 8); one that
     * comes later still ends the applicant's waiting and counts as late.
     */
    Change deny(String step, OfficerId by, String reason, Path path, Instant now) {
        permit(DossierResolved.class);
        working(step, by, DeskAct.APPROVE, path);
        if (!path.decides(desk.tokens(), step)) {
            throw new Refused(NOT_AN_ACTION_OF_THIS_STEP, "DENY");
        }
        endings().answered();
        var why = required(reason);
        var completed = new StepCompleted(step, DeskAct.APPROVE, why, done(step, by, path, now));
        return Change.of(this, now, completed, new DossierResolved(step, new Outcome.Denied(why)));
    }

    /** The clerk registers and issues the paper that carries the decision. */
    Change issue(String step, OfficerId by, ResultPaper result, Path path, Instant now) {
        permit(ResultIssued.class);
        working(step, by, DeskAct.ISSUE, path);
        var promised = reception().due().at();
        var early = Optional.of(promised).filter(it -> VietnamTime.dayOf(now).isBefore(VietnamTime.dayOf(it)));
        var issued = Change.of(this, now, new ResultIssued(step, result, early));
        return path.isDoneBy(step, DeskAct.ISSUE)
                ? issued.then(it ->
                        Change.of(it, now, new StepCompleted(step, DeskAct.ISSUE, "", it.done(step, by, path, now))))
                : issued;
    }

    /** The applicant gets the result, once what is due is settled. */
    Change handOver(String step, OfficerId by, HandOver handOver, FeeClearance.Answer fees, Path path, Instant now) {
        permit(ResultHandedOver.class);
        working(step, by, DeskAct.HAND_OVER, path);
        if (path.offers(step, DeskAct.ISSUE) && ((Resolved) stage).result().isEmpty()) {
            throw new Refused(RESULT_NOT_ISSUED);
        }
        if (proposal.isPresent()) {
            throw new Refused(AMENDMENT_UNANSWERED);
        }
        if (Text.clean(handOver.toWhom()).isEmpty()) {
            throw new Refused(RECIPIENT_MISSING);
        }
        switch (fees) {
            case FeeClearance.Answer.Settled _, FeeClearance.Answer.NoLongerOwed _ -> {}
            case FeeClearance.Answer.Owed owed -> throw new Refused(FEE_NOT_SETTLED, owed.amount());
        }
        var after = done(step, by, path, now);
        var left = after.tokens().finished() ? after : after.stopped();
        return Change.of(
                this,
                now,
                new StepCompleted(step, DeskAct.HAND_OVER, "", left),
                new ResultHandedOver(step, new HandOver(handOver.how(), Text.clean(handOver.toWhom()))));
    }

    /** The first version of a dossier. */
    static Dossier begin(DossierId id, DossierFiled event, Instant at) {
        var filed = new Filed(
                event.filing(), event.revision(), event.procedure(), event.unit(), event.place(), event.channel(), at);
        return new Dossier(
                id,
                1,
                filed,
                new Submitted(at),
                event.desk(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** What the event makes of it; refused when the graph has no such way. */
    Dossier apply(DossierEvent event, Instant at) {
        return Fold.of(this, event, at);
    }

    Reception reception() {
        return stage.received().orElseThrow(() -> new IllegalStateException("not received: " + id));
    }

    StageKind permit(Class<? extends DossierEvent> event) {
        return StageGraph.after(stage.kind(), event);
    }

    /** The open step on which the officer may do this: it offers the act, and nobody else has taken it. */
    void working(String step, OfficerId by, DeskAct act, Path path) {
        var seat = seat(step);
        if (!path.offers(step, act)) {
            throw new Refused(NOT_AN_ACTION_OF_THIS_STEP, act.name());
        }
        if (desk.isDoneBy(by, path.route().step(step).otherThan())) {
            throw new Refused(SECOND_OFFICER);
        }
        if (seat.officer().isPresent() && !seat.officer().get().equals(by)) {
            throw new Refused(STEP_TAKEN);
        }
    }

    Desk.Seat seat(String step) {
        return desk.seat(step).orElseThrow(() -> new Refused(RouteRefusal.STEP_NOT_OPEN, step));
    }

    private Change completed(
            String step, OfficerId by, DeskAct act, String note, Map<String, Object> entered, Path path, Instant now) {
        StageGraph.permit(stage, step, StepCompleted.class);
        working(step, by, act, path);
        if (!path.isDoneBy(step, act)) {
            throw new Refused(NOT_AN_ACTION_OF_THIS_STEP, act.name());
        }
        var kept = Optional.of(entered).filter(it -> !it.isEmpty());
        return Change.of(this, now, new StepCompleted(step, act, note, kept, done(step, by, path, now)));
    }

    Desk done(String step, OfficerId by, Path path, Instant now) {
        return desk.done(seat(step), by, path, now);
    }
}
