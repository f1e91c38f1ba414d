package vn.motcua.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.dossier.Procedures.Procedure;
import vn.motcua.form.Problem;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Matter;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.Subject;
import vn.motcua.identity.Subject.StageGroup;
import vn.motcua.organization.UnitId;
import vn.motcua.route.Token;
import vn.motcua.shared.TenantId;

/**
 * A dossier with all that a rule may be asked about it at this moment: the procedure it was filed under, its route with
 * the facts and places, and what the question of rights needs.
 *
 * @param tenant in whose system
 * @param found the dossier
 * @param procedure under which it was filed
 * @param places the units of its steps
 * @param by who asks
 * @param now this moment
 */
record Work(TenantId tenant, Loaded found, Procedure procedure, Map<String, UnitId> places, SignedIn by, Instant now) {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    Dossier dossier() {
        return found.dossier();
    }

    Map<String, Object> answers() {
        return answers(found.answers());
    }

    /** Answers as they are stored. */
    static Map<String, Object> answers(String json) {
        return EventJson.MAPPER.readValue(json, ANSWERS);
    }

    /** What is missing or wrong of what the officer of that step must fill in, in these answers. */
    List<Problem> entryProblems(String step, Map<String, Object> answers) {
        return procedure.entryProblems(step, answers, circumstances(now));
    }

    /** The route for this dossier; without choices it asks for no facts. */
    Path path() {
        return path(answers());
    }

    /** The same with these answers, e.g. with what is entered at a step that is being done: the choice behind it may ask for it. */
    Path path(Map<String, Object> answers) {
        var facts = procedure.routeFacts(answers, circumstances(now));
        return new Path(procedure.route(), facts, places);
    }

    /** Under which circumstances it was filed, with the moment that counts. */
    Circumstances circumstances(Instant at) {
        var filed = dossier().filed();
        return Circumstances.of(filed.procedure(), filed.channel(), at, filed.unit(), found.available());
    }

    /** How long the agency has: as a part of a linked filing what the group gives it, else what the procedure says. */
    TimeLimit limit(Instant at) {
        return found.link().map(Link::limit).orElseGet(() -> procedure.limit(answers(), circumstances(at)));
    }

    /** The open step at which this can be done, or a name that no step has. */
    String stepFor(DeskAct act) {
        return dossier().desk().seats().stream()
                .map(Desk.Seat::step)
                .filter(it -> acts(it).contains(act))
                .findFirst()
                .orElse("");
    }

    /** The dossier as the question "who may do what" sees it. */
    Subject subject() {
        var desk = dossier().desk();
        return new Subject(
                tenant,
                dossier().filed().unit(),
                procedure.counterRoles(),
                desk.seats().stream()
                        .map(it -> new Subject.OpenStep(it.step(), it.unit(), it.role(), acts(it.step()), it.officer()))
                        .toList(),
                desk.finished().stream()
                        .map(it -> new Subject.DoneStep(it.step(), it.unit(), it.by(), isAppraisal(it.step())))
                        .toList(),
                found.owner().submitter(),
                found.owner().person(),
                found.owner().organisation(),
                group(dossier().stage().kind()),
                new Matter(dossier().filed().procedure(), procedure.sector()),
                left(),
                above());
    }

    /** The unit above that is asked to decide, while it is. */
    private Optional<UnitId> above() {
        return dossier().stage() instanceof Stage.Waiting it
                ? it.waitingFor().above().map(Elsewhere::unit)
                : Optional.empty();
    }

    /** Where the steps lay that were broken off when it ended, and who had it before. */
    private Set<UnitId> left() {
        return Stream.concat(
                        dossier().had().stream(),
                        dossier().desk().tokens().all().stream()
                                .filter(it -> it.state() == Token.State.STOPPED)
                                .flatMap(it -> Optional.ofNullable(places.get(it.node())).stream()))
                .collect(Collectors.toSet());
    }

    /** The officer who asks; only officers come through the questions before this. */
    OfficerId officer() {
        if (by instanceof SignedIn.OfficerAt it) {
            return it.officer();
        }
        throw new IllegalStateException("not an officer: " + by.account());
    }

    private static StageGroup group(StageKind stage) {
        return switch (stage) {
            case SUBMITTED -> StageGroup.FILED;
            case RECEIVED, IN_PROCESS, AWAITING_PAYMENT, AWAITING_ANSWER -> StageGroup.IN_PROCESS;
            case SUPPLEMENT_AT_INTAKE, SUPPLEMENT_IN_PROCESS -> StageGroup.AWAITING_SUPPLEMENT;
            case RESOLVED -> StageGroup.RESOLVED;
            case TURNED_AWAY, WITHDRAWN, HALTED, PASSED_ACROSS, HANDED_OVER -> StageGroup.CLOSED;
        };
    }

    private boolean isAppraisal(String step) {
        return acts(step).contains(DeskAct.COMPLETE_STEP)
                && procedure.route().step(step).program().isEmpty();
    }

    /** What the route offers at the step, in the words of rights. */
    private Set<DeskAct> acts(String step) {
        return procedure.route().step(step).actions().stream()
                .flatMap(Work::rights)
                .collect(Collectors.toSet());
    }

    /** Whoever issues may send an error back before that, whether or not the route says that the step returns. */
    private static Stream<DeskAct> rights(vn.motcua.route.DeskAct act) {
        return act == vn.motcua.route.DeskAct.ISSUE
                ? Stream.of(DeskAct.ISSUE, DeskAct.SEND_BACK)
                : Stream.of(right(act));
    }

    private static DeskAct right(vn.motcua.route.DeskAct act) {
        return switch (act) {
            case RECEIVE -> DeskAct.RECEIVE;
            case COMPLETE, PROPOSE_DENIAL -> DeskAct.COMPLETE_STEP;
            case APPROVE -> DeskAct.APPROVE;
            case ISSUE -> DeskAct.ISSUE;
            case HAND_OVER -> DeskAct.HAND_OVER;
            case RETURN -> DeskAct.SEND_BACK;
            case REQUEST_SUPPLEMENT -> DeskAct.REQUEST_SUPPLEMENT;
            case TURN_AWAY -> DeskAct.TURN_AWAY;
        };
    }
}
