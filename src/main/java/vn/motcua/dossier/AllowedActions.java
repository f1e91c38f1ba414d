package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import vn.motcua.catalogue.WaitKind;
import vn.motcua.deadline.Due;
import vn.motcua.document.FileId;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.route.DeskAct;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.RefusalCode;
import vn.motcua.shared.Refused;

/**
 * What an officer may do with a dossier now and nothing else: each action is tried on the rules themselves, with facts
 * that stand in for what the officer would type. A change that is not saved is only a value, so the list cannot say
 * anything else than the rules.
 */
final class AllowedActions {

    private static final DossierNumber ANY_NUMBER = new DossierNumber("?");
    private static final Due ANY_DUE = new Due(Instant.EPOCH, "?", "?", List.of(), false);
    private static final ResultPaper ANY_PAPER = new ResultPaper("?", FileId.of("0".repeat(64)));
    private static final HandOver ANY_WAY = new HandOver(HandOver.How.COUNTER, "?");
    private static final List<SupplementRequest.Line> ANY_LINES = List.of(new SupplementRequest.Line("?", "?"));
    private static final String ANY_REASON = "?";
    private static final AmendedResult ANY_RESULT = new AmendedResult(Map.of(ANY_REASON, ANY_REASON), ANY_PAPER);
    private static final Revocation ANY_REVOCATION = new Revocation(Revocation.Ground.UNLAWFUL, ANY_REASON, ANY_REASON);
    private static final Elsewhere ANYWHERE = new Elsewhere(new UnitId(new UUID(0, 0)), "?");

    /** The refusals that an officer is told without asking; the others go without saying. */
    private static final Set<RefusalCode> TOLD = Set.of(
            DossierRefusal.SUPPLEMENT_TWICE,
            DossierRefusal.PROPOSED_ALREADY,
            DossierRefusal.OWN_PROPOSAL,
            DossierRefusal.SECOND_OFFICER,
            DossierRefusal.WITHDRAWAL_UNANSWERED,
            DossierRefusal.AMENDMENT_UNANSWERED,
            DossierRefusal.EXTENDED_BEFORE,
            DossierRefusal.EXTENSION_TOO_LATE);

    private final Dossier dossier;
    private final Path path;
    private final OfficerId by;
    private final Instant now;
    private final BiPredicate<vn.motcua.identity.DeskAct, String> may;
    private final Instant extendedUntil;
    private final boolean lateApologies;

    /**
     * @param may whether the officer has that right at that step
     * @param extendedUntil until when the due moment can be extended
     * @param lateApologies whether a date may be named after that
     */
    AllowedActions(
            Dossier dossier,
            Path path,
            OfficerId by,
            Instant now,
            BiPredicate<vn.motcua.identity.DeskAct, String> may,
            Instant extendedUntil,
            boolean lateApologies) {
        this.dossier = dossier;
        this.path = path;
        this.by = by;
        this.now = now;
        this.may = may;
        this.extendedUntil = extendedUntil;
        this.lateApologies = lateApologies;
    }

    /** The actions, step by step, in the order of the enum. */
    List<AllowedAction> all() {
        return tries().filter(it -> it.refused().isEmpty())
                .map(it -> new AllowedAction(
                        it.action(), it.step(), it.action() == DeskAction.SEND_BACK ? earlier(it.step()) : List.of()))
                .toList();
    }

    /** Why something that this officer would otherwise do here is not among the actions; what needs no word is left out. */
    List<Refused> withheld() {
        var seen = new HashSet<RefusalCode>();
        return tries().flatMap(it -> it.refused().stream())
                .filter(it -> TOLD.contains(it.code()) && seen.add(it.code()))
                .toList();
    }

    private record Try(DeskAction action, String step, Optional<Refused> refused) {}

    private Stream<Try> tries() {
        var seats = dossier.desk().seats();
        var aboutTheResult = Arrays.stream(DeskAction.values())
                .filter(_ -> dossier.stage() instanceof Stage.Resolved || dossier.stage() instanceof Stage.HandedOver)
                .filter(it -> it.ofTheResult() || (seats.isEmpty() && it.ofTheWhole()))
                .filter(it -> may.test(it.right(), ""))
                .map(it -> new Try(it, "", refusal(it, "")));
        var atNoStep = Arrays.stream(DeskAction.values())
                .filter(it -> (it.ofTheUnitAbove() || it.atTheCounter()) && may.test(it.right(), ""))
                .map(it -> new Try(it, "", refusal(it, "")));
        return Stream.of(atSteps(seats), aboutTheResult, atNoStep).flatMap(it -> it);
    }

    private Stream<Try> atSteps(List<Desk.Seat> seats) {
        return seats.stream()
                .map(Desk.Seat::step)
                .flatMap(step -> Arrays.stream(DeskAction.values())
                        .filter(it -> !it.ofTheResult() && !it.ofTheUnitAbove() && !it.atTheCounter())
                        .filter(it -> !it.ofTheWhole() || isFirst(step))
                        .filter(it -> may.test(it.right(), step))
                        .map(it -> new Try(it, step, refusal(it, step))));
    }

    /** What concerns the whole dossier is offered once, however many steps are open. */
    private boolean isFirst(String step) {
        return dossier.desk().seats().getFirst().step().equals(step);
    }

    /** Why the rules do not let that happen at that step; empty when they do. */
    Optional<Refused> refusal(DeskAction action, String step) {
        try {
            tried(action, step);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        }
    }

    /** What it would make of the dossier, with something that stands in for what would be typed; refuses what the rules refuse. */
    Change tried(DeskAction action, String step) {
        return switch (action) {
            case RECEIVE -> dossier.receive(step, by, ANY_NUMBER, ANY_DUE, path, now);
            case FORWARD -> dossier.forward(step, by, path, now);
            case TRANSFER ->
                dossier.passings()
                        .transfer(step, by, ANYWHERE, ANYWHERE, Optional.empty(), ANY_REASON, path, path, now);
            case PASS_ON ->
                dossier.passings().on(step, by, ANYWHERE, ANYWHERE, ANY_REASON, Optional.empty(), path, path, now);
            case TURN_AWAY -> dossier.turnAway(step, by, ANY_REASON, path, now);
            case REQUEST_SUPPLEMENT -> dossier.supplements().request(step, by, ANY_LINES, LocalDate.EPOCH, path, now);
            case SECOND_SUPPLEMENT -> dossier.supplements().propose(step, by, ANY_LINES, ANY_REASON, path, now);
            case CONFIRM -> dossier.proposals().confirm(by, LocalDate.EPOCH, now);
            case REFUSE_PROPOSAL -> dossier.proposals().refuse(by, ANY_REASON, now);
            case LET_GO -> dossier.endings().letGo(step, by, now);
            case REFUSE_WITHDRAWAL -> dossier.endings().keep(step, by, ANY_REASON, now);
            case PROPOSE_HALT -> dossier.endings().proposeHalt(step, by, ANY_REASON, "", now);
            case AWAIT_PAYMENT -> dossier.waitings().await(step, by, any(WaitKind.PAYMENT), now);
            case AWAIT_ANSWER -> dossier.waitings().await(step, by, any(WaitKind.AGENCY), now);
            case SEND_UP -> dossier.waitings().await(step, by, any(WaitKind.HIGHER_UNIT), now);
            case AGREE -> dossier.waitings().answered(true, "", Optional.empty(), now);
            case RETURN_DOWN -> dossier.waitings().answered(false, ANY_REASON, Optional.empty(), now);
            case END_WAIT -> dossier.waitings().end(step, by, ANY_REASON, Optional.empty(), now);
            case TAKE_SUPPLEMENT -> dossier.supplements().provide(List.of(ANY_REASON), List.of(), "", due(), now);
            case TAKE_WITHDRAWAL -> dossier.endings().leave(ANY_REASON, Optional.of(ANY_REASON), now);
            case CLAIM -> dossier.claim(step, by, now);
            case RELEASE -> dossier.release(step, by, now);
            case COMPLETE -> dossier.complete(step, by, "", Map.of(), path, now);
            case PROPOSE_DENIAL -> dossier.proposeDenial(step, by, ANY_REASON, path, now);
            case SEND_BACK -> dossier.sendBack(step, by, nearest(step).orElse(""), ANY_REASON, path, now);
            case APPROVE -> dossier.approve(step, by, "", path, now);
            case EXTEND ->
                lateApologies && now.isAfter(extendedUntil)
                        ? dossier.lateness().apologise(ANY_REASON, Instant.EPOCH, now)
                        : dossier.lateness().extend(ANY_REASON, ANY_DUE, extendedUntil, now);
            case PROPOSE_AMENDMENT -> dossier.amendments().propose(by, ANY_REASON, ANY_RESULT, now);
            case REFUSE_AMENDMENT -> dossier.amendments().keep(ANY_REASON, now);
            case PROPOSE_REVOCATION -> dossier.revocations().propose(by, ANY_REVOCATION, now);
            case DENY -> dossier.deny(step, by, ANY_REASON, path, now);
            case ISSUE -> dossier.issue(step, by, ANY_PAPER, path, now);
            case HAND_OVER -> dossier.handOver(step, by, ANY_WAY, new FeeClearance.Answer.Settled(), path, now);
        };
    }

    private Optional<Due> due() {
        return dossier.stage().received().map(_ -> ANY_DUE);
    }

    private static WaitingFor any(WaitKind kind) {
        return new WaitingFor(kind, ANY_REASON, Optional.empty(), Optional.empty(), false, Optional.of(ANYWHERE));
    }

    private Optional<String> nearest(String step) {
        return earlier(step).stream().map(OfficerStep::id).findFirst();
    }

    /** Where the step can go back to: not before reception, which is not undone; once decided, to where it is decided anew. */
    private List<OfficerStep> earlier(String step) {
        var tokens = dossier.desk().tokens();
        return path.route().earlierSteps(tokens, step).stream()
                .filter(it -> !it.allows(DeskAct.RECEIVE))
                .filter(it -> !(dossier.stage() instanceof Stage.Resolved)
                        || path.decidesLater(path.sendBack(tokens, step, it.id())))
                .toList();
    }
}
