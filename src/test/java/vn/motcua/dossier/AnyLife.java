package vn.motcua.dossier;

import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.HA;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.MONDAY_8AM;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Due;
import vn.motcua.document.FileId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Dong;

/**
 * Lives of dossiers made of anything that anybody may try: every action, in any order, by any officer, at any step, also
 * where it makes no sense.
 */
final class AnyLife {

    private static final Instant AFTER_UNTIL = Instant.parse("2026-12-24T01:00:00Z");
    private static final List<OfficerId> OFFICERS = List.of(LAN, HA, MINH);
    private static final List<WaitingFor> WAITS = List.of(
            DossierFixture.LAND_TAX,
            DossierFixture.NEIGHBOUR,
            DossierFixture.VISIT,
            DossierFixture.PROVINCE,
            new WaitingFor(WaitKind.AGENCY, " ", Optional.empty(), Optional.empty(), true));
    private static final List<String> STEPS = List.of(
            "reception",
            "appraisal",
            "visit",
            "opinions",
            "head",
            "police",
            "tax",
            "approval",
            "issue",
            "hand-over",
            "no-such-step");

    private static final List<Action> ENDS = List.of(Action.TURN_AWAY, Action.WITHDRAW, Action.PASS_ACROSS);

    private AnyLife() {}

    /** What somebody tries. */
    enum Action {
        RECEIVE,
        RECEIVE_AND_FORWARD,
        FORWARD,
        TURN_AWAY,
        TRANSFER,
        PASS_ON,
        PASS_ACROSS,
        REQUEST_SUPPLEMENT,
        PROVIDE_SUPPLEMENT,
        SECOND_SUPPLEMENT,
        CONFIRM,
        REFUSE_PROPOSAL,
        REMIND,
        LAPSE,
        WITHDRAW,
        ASK_TO_WITHDRAW,
        LET_GO,
        KEEP,
        PROPOSE_HALT,
        AWAIT,
        END_WAIT,
        ANSWER_ABOVE,
        PAID,
        WAIT_LAPSES,
        REPORT_MISTAKE,
        FIND_NO_MISTAKE,
        PROPOSE_AMENDMENT,
        PROPOSE_REVOCATION,
        CLAIM,
        RELEASE,
        COMPLETE,
        CONSULTED,
        PROPOSE_DENIAL,
        SEND_BACK,
        APPROVE,
        DENY,
        EXTEND,
        APOLOGISE_LATE,
        MOVE,
        ASSIGN,
        RECOMPUTE,
        ISSUE,
        HAND_OVER
    }

    /**
     * One attempt.
     *
     * @param action what
     * @param who the number of the officer
     * @param where the number of an open step; beyond them, of any step
     * @param other a second choice that some actions have
     */
    record Attempt(Action action, int who, int where, int other) {

        /** What the rules make of it; they may refuse. */
        Change on(Dossier dossier, Path path, Instant now) {
            var by = OFFICERS.get(who % OFFICERS.size());
            var open = new ArrayList<>(
                    dossier.desk().seats().stream().map(Desk.Seat::step).toList());
            open.addAll(STEPS);
            var step = open.get(where % open.size());
            var text = other % 7 == 0 ? " " : "vì lý do " + other;
            return switch (action) {
                case RECEIVE -> dossier.receive(step, by, number(dossier), DUE, path, now);
                case RECEIVE_AND_FORWARD ->
                    dossier.receive(step, by, number(dossier), DUE, path, now)
                            .then(it -> it.forward(step, by, path, now));
                case FORWARD -> dossier.forward(step, by, path, now);
                case TRANSFER ->
                    dossier.passings()
                            .transfer(
                                    step,
                                    by,
                                    DossierFixture.HERE,
                                    other % 3 == 0 ? DossierFixture.HERE : DossierFixture.THERE,
                                    other % 2 == 0 ? Optional.of(number(dossier)) : Optional.empty(),
                                    text,
                                    path,
                                    path,
                                    now);
                case PASS_ON ->
                    dossier.passings()
                            .on(
                                    step,
                                    by,
                                    DossierFixture.HERE,
                                    other % 3 == 0 ? DossierFixture.HERE : DossierFixture.THERE,
                                    text,
                                    later(other),
                                    path,
                                    path,
                                    now);
                case PASS_ACROSS ->
                    dossier.passings()
                            .across(
                                    step,
                                    by,
                                    DossierFixture.HERE,
                                    DossierFixture.DA_NANG,
                                    DossierFixture.THERE,
                                    text,
                                    now);
                case TURN_AWAY -> dossier.turnAway(step, by, text, path, now);
                case REQUEST_SUPPLEMENT ->
                    dossier.supplements().request(step, by, other % 7 == 0 ? List.of() : ONE_LINE, UNTIL, path, now);
                case PROVIDE_SUPPLEMENT ->
                    dossier.supplements()
                            .provide(
                                    other % 7 == 0 ? List.of() : List.of("p"),
                                    List.of(),
                                    "",
                                    dossier.stage().received().map(_ -> DUE),
                                    now);
                case SECOND_SUPPLEMENT -> dossier.supplements().propose(step, by, ONE_LINE, text, path, now);
                case CONFIRM -> dossier.proposals().confirm(by, UNTIL, now);
                case REFUSE_PROPOSAL -> dossier.proposals().refuse(by, text, now);
                case REMIND -> dossier.supplements().remind(now);
                case LAPSE ->
                    dossier.supplements()
                            .lapse(
                                    dossier.stage()
                                            .received()
                                            .filter(_ -> other % 2 == 0)
                                            .map(_ -> DUE),
                                    other % 3 == 0 ? now : AFTER_UNTIL.plusSeconds(now.getEpochSecond() % 100_000));
                case WITHDRAW -> dossier.endings().withdraw(text, now);
                case ASK_TO_WITHDRAW -> dossier.endings().askToWithdraw(text, now);
                case LET_GO -> dossier.endings().letGo(step, by, now);
                case KEEP -> dossier.endings().keep(step, by, text, now);
                case PROPOSE_HALT -> dossier.endings().proposeHalt(step, by, text, text, now);
                case AWAIT -> dossier.waitings().await(step, by, WAITS.get(other % WAITS.size()), now);
                case ANSWER_ABOVE -> dossier.waitings().answered(other % 2 == 0, text, later(other), now);
                case END_WAIT -> dossier.waitings().end(step, by, text, later(other), now);
                case PAID -> dossier.waitings().paid(later(other), now);
                case WAIT_LAPSES ->
                    dossier.waitings()
                            .lapse(
                                    later(other),
                                    other % 3 == 0 ? now : AFTER_UNTIL.plusSeconds(now.getEpochSecond() % 100_000));
                case REPORT_MISTAKE -> dossier.amendments().report(text, now);
                case FIND_NO_MISTAKE -> dossier.amendments().keep(text, now);
                case PROPOSE_AMENDMENT ->
                    dossier.amendments()
                            .propose(
                                    by,
                                    text,
                                    new AmendedResult(
                                            other % 5 == 0 ? Map.of() : DossierFixture.RIGHT,
                                            new ResultPaper("ĐC-" + other, FileId.of("e".repeat(64)))),
                                    now);
                case PROPOSE_REVOCATION ->
                    dossier.revocations()
                            .propose(
                                    by,
                                    new Revocation(
                                            other % 2 == 0
                                                    ? Revocation.Ground.UNLAWFUL
                                                    : Revocation.Ground.FALSE_PAPERS,
                                            other % 5 == 0 ? " " : "15/QĐ-UBND",
                                            text),
                                    now);
                case CLAIM -> dossier.claim(step, by, now);
                case RELEASE -> dossier.release(step, by, now);
                case COMPLETE -> dossier.complete(step, by, text, Map.of(), path, now);
                case CONSULTED ->
                    Housekeeping.consulted(
                            dossier,
                            step,
                            dossier.desk().seat(step).map(Desk.Seat::visit).orElse(0),
                            path,
                            now);
                case PROPOSE_DENIAL -> dossier.proposeDenial(step, by, text, path, now);
                case SEND_BACK -> dossier.sendBack(step, by, STEPS.get(other % STEPS.size()), text, path, now);
                case APPROVE -> dossier.approve(step, by, text, path, now);
                case EXTEND ->
                    dossier.lateness().extend(text, DossierFixture.LATER, now.plusSeconds(other % 3 - 1), now);
                case APOLOGISE_LATE -> dossier.lateness().apologise(text, now.plusSeconds(other), now);
                case MOVE -> move(dossier, now);
                case ASSIGN ->
                    Housekeeping.assigned(
                            dossier,
                            step,
                            new Housekeeping.Assignee(by, "Lan"),
                            other % 2 == 0
                                    ? Optional.empty()
                                    : Optional.of(
                                            new Housekeeping.Assignee(OFFICERS.get(other % OFFICERS.size()), "Minh")),
                            other % 3 == 0 ? Optional.empty() : Optional.of(text),
                            now);
                case RECOMPUTE -> Housekeeping.recomputed(dossier, DossierFixture.LATER, text, now);
                case DENY -> dossier.deny(step, by, text, path, now);
                case ISSUE ->
                    dossier.issue(step, by, new ResultPaper("KQ-" + other, FileId.of("b".repeat(64))), path, now);
                case HAND_OVER -> dossier.handOver(step, by, toMai(), fees(other), path, now);
            };
        }

        private static Optional<Due> later(int other) {
            return other % 2 == 0 ? Optional.of(DossierFixture.LATER) : Optional.empty();
        }

        /** Every open step to a unit that never was before. */
        private static Change move(Dossier dossier, Instant now) {
            var next = new UnitId(new UUID(1, now.getEpochSecond()));
            return Housekeeping.moved(
                    dossier,
                    dossier.desk().seats().stream()
                            .map(it -> new DossierEvent.MovedStep(it.step(), it.unit(), "Cũ", next, "Mới"))
                            .toList(),
                    dossier.desk().seats().stream().map(it -> it.at(next)).toList(),
                    "Quyết định số 1",
                    now);
        }

        private static DossierNumber number(Dossier dossier) {
            return new DossierNumber("H15.02-" + dossier.id());
        }

        private static FeeClearance.Answer fees(int other) {
            return other % 3 == 0 ? new FeeClearance.Answer.Owed(new Dong(8_000)) : new FeeClearance.Answer.Settled();
        }
    }

    /** A route and what is tried on it. */
    record Life(Path path, List<Attempt> attempts) {}

    /** Lives of up to sixty attempts, most of them at an open step. */
    static Arbitrary<Life> lives() {
        var attempt = Combinators.combine(
                        actions(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(0)),
                                Tuple.of(1, Arbitraries.integers().between(0, 20))),
                        Arbitraries.integers().between(0, 40))
                .as(Attempt::new);
        return Combinators.combine(
                        Arbitraries.of(AnyRoutes.ALL),
                        attempt.list().ofMinSize(1).ofMaxSize(60))
                .as(Life::new);
    }

    /** The same by a plain source of chance, for tests that do not run under jqwik. */
    static Life life(RandomGenerator chance) {
        var attempts = IntStream.range(0, 1 + chance.nextInt(60))
                .mapToObj(_ -> new Attempt(
                        action(chance),
                        chance.nextInt(3),
                        chance.nextInt(6) < 5 ? 0 : chance.nextInt(21),
                        chance.nextInt(41)))
                .toList();
        return new Life(AnyRoutes.ALL.get(chance.nextInt(AnyRoutes.ALL.size())), attempts);
    }

    private static Action action(RandomGenerator chance) {
        var action = Action.values()[chance.nextInt(Action.values().length)];
        var ends = ENDS.contains(action);
        return ends && chance.nextInt(3) > 0 ? action(chance) : action;
    }

    /** What ends a life early is tried less often, or few would grow old. */
    private static Arbitrary<Action> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(ENDS)),
                Tuple.of(19, Arbitraries.of(EnumSet.complementOf(EnumSet.copyOf(ENDS)))));
    }

    /** When the attempt of that number is made. */
    static Instant moment(int number) {
        return MONDAY_8AM.plusSeconds(3_600L * number);
    }
}
