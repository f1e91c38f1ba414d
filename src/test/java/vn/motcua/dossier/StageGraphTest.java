package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.DossierFixture.CERTIFICATE;
import static vn.motcua.dossier.DossierFixture.DUE;
import static vn.motcua.dossier.DossierFixture.LAN;
import static vn.motcua.dossier.DossierFixture.MINH;
import static vn.motcua.dossier.DossierFixture.NUMBER;
import static vn.motcua.dossier.DossierFixture.ONE_LINE;
import static vn.motcua.dossier.DossierFixture.PATH;
import static vn.motcua.dossier.DossierFixture.TUESDAY_5PM;
import static vn.motcua.dossier.DossierFixture.UNTIL;
import static vn.motcua.dossier.DossierFixture.toMai;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.Due;
import vn.motcua.shared.Refused;
import vn.motcua.support.GeneratedDoc;

/** The whole life of a dossier on one screen. */
class StageGraphTest {

    private static final Map<StageKind, List<Dossier>> STAGES = new EnumMap<>(stages());

    private static Map<StageKind, List<Dossier>> stages() {
        var stages = new EnumMap<StageKind, List<Dossier>>(Map.of(
                StageKind.SUBMITTED,
                List.of(
                        DossierFixture.submitted(),
                        DossierFixture.answeredAtIntake(),
                        DossierFixture.proposedAtIntake()),
                StageKind.TURNED_AWAY,
                List.of(DossierFixture.turnedAway()),
                StageKind.RECEIVED,
                List.of(DossierFixture.received(), DossierFixture.leavingEarly()),
                StageKind.IN_PROCESS,
                List.of(
                        DossierFixture.inProcess(),
                        DossierFixture.atApproval(),
                        DossierFixture.answered(),
                        DossierFixture.proposed(),
                        DossierFixture.leaving(),
                        DossierFixture.toHalt()),
                StageKind.SUPPLEMENT_AT_INTAKE,
                List.of(DossierFixture.supplementAtIntake()),
                StageKind.SUPPLEMENT_IN_PROCESS,
                List.of(DossierFixture.supplementInProcess(), DossierFixture.leavingInSupplement()),
                StageKind.RESOLVED,
                List.of(
                        DossierFixture.resolved(),
                        DossierFixture.issued(),
                        DossierFixture.wrongEarly(),
                        DossierFixture.toBeCorrectedEarly()),
                StageKind.HANDED_OVER,
                List.of(
                        DossierFixture.handedOver(),
                        DossierFixture.wrong(),
                        DossierFixture.toBeCorrected(),
                        DossierFixture.toBeRevoked(),
                        DossierFixture.revoked()),
                StageKind.WITHDRAWN,
                List.of(DossierFixture.withdrawn(), DossierFixture.letGo()),
                StageKind.HALTED,
                List.of(DossierFixture.halted())));
        stages.put(
                StageKind.AWAITING_PAYMENT,
                List.of(DossierFixture.awaitingPayment(), DossierFixture.leavingWhileItWaits()));
        stages.put(StageKind.PASSED_ACROSS, List.of(DossierFixture.passedAcross()));
        stages.put(StageKind.AWAITING_ANSWER, List.of(DossierFixture.awaitingAnswer(), DossierFixture.sentUp()));
        for (var taken : MoreInEachStage.taken()) {
            stages.merge(
                    taken.stage().kind(),
                    List.of(taken),
                    (one, more) -> Stream.concat(one.stream(), more.stream()).toList());
        }
        return stages;
    }

    @Test
    void aDossierCanBeTakenBackUntilItIsOver() {
        assertThat(StageGraph.permits(StageKind.SUBMITTED, DossierEvent.DossierWithdrawn.class))
                .isTrue();
        assertThat(StageGraph.permits(StageKind.HANDED_OVER, DossierEvent.DossierWithdrawn.class))
                .isFalse();
    }

    @Test
    void whatWasReceivedStaysSoWhileASupplementIsAwaited() {
        assertThat(DossierFixture.supplementInProcess().stage().received())
                .isEqualTo(DossierFixture.inProcess().stage().received())
                .isPresent();
        assertThat(DossierFixture.supplementAtIntake().stage().received()).isEmpty();
        assertThat(DossierFixture.turnedAway().stage().received()).isEmpty();
    }

    @Test
    void theFixturesCoverEveryStageThatCanBeWrittenDown() {
        assertThat(STAGES.keySet()).isEqualTo(EnumSet.allOf(StageKind.class));
        STAGES.forEach((kind, dossiers) -> assertThat(dossiers)
                .allSatisfy(it -> assertThat(it.stage().kind()).isEqualTo(kind)));
        assertThat(STAGES.values().stream()
                        .flatMap(List::stream)
                        .<Class<?>>map(it -> it.stage().getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(Arrays.asList(Stage.class.getPermittedSubclasses())));
    }

    @Test
    void everyEventButTheFirstHasItsLineInTheGraph() {
        var events = new HashSet<>(Arrays.asList(DossierEvent.class.getPermittedSubclasses()));
        events.remove(DossierEvent.DossierFiled.class);
        assertThat(StageGraph.WAYS.stream().<Class<?>>map(StageGraph.Way::event).collect(Collectors.toSet()))
                .isEqualTo(events);
        assertThat(StageGraph.WAYS.stream().map(it -> it.from() + " " + it.event()))
                .doesNotHaveDuplicates();
    }

    /** Every action tried in every stage, at every step that is open there: where it leads, or why it does not. */
    @Test
    void eachStageAllowsExactlyTheActionsOfTheTable() {
        GeneratedDoc.isCurrent("dossier-acts.md", table());
    }

    /** So that no new act is forgotten here: what it writes would be in the graph and in no line of the table. */
    @Test
    void everyEventComesFromALineOfTheTable() {
        var events = new HashSet<>(Arrays.asList(DossierEvent.class.getPermittedSubclasses()));
        events.remove(DossierEvent.DossierFiled.class);

        assertThat(Arrays.stream(StageKind.values())
                        .flatMap(kind -> actions(kind).values().stream().flatMap(it -> outcomes(kind, it)))
                        .flatMap(it -> it.events().stream())
                        .collect(Collectors.<Class<?>>toSet()))
                .isEqualTo(events);
    }

    @Test
    void whatHasEndedStaysAsItIsUnlessItIsTakenBackAtOnce() {
        for (var ended : List.of(
                StageKind.TURNED_AWAY,
                StageKind.WITHDRAWN,
                StageKind.HALTED,
                StageKind.PASSED_ACROSS,
                StageKind.HANDED_OVER)) {
            assertThat(StageGraph.WAYS.stream()
                            .filter(it -> it.from() == ended && it.event() != DossierEvent.StageUndone.class)
                            .map(StageGraph.Way::to))
                    .allMatch(it -> it == StageKind.HANDED_OVER && ended == it);
        }
    }

    @Test
    void theDrawingInTheDocumentsIsCurrent() {
        GeneratedDoc.isCurrent("dossier-stages.md", drawing());
    }

    private static String table() {
        return Arrays.stream(StageKind.values())
                .map(kind -> "## " + kind + "\n\n| act | leads to | refused |\n| --- | --- | --- |\n"
                        + actions(kind).entrySet().stream()
                                .map(it -> line(kind, it.getKey(), it.getValue()))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n", """
                        # Every act in every stage

                        Each rule tried by `StageGraphTest` on dossiers of each stage, at every step that is open there; not
                        edited by hand. Where an act leads somewhere and is refused too, it depends on more than the stage: on the
                        step, on what was asked before, on what waits for an answer.

                        """, "\n"));
    }

    private static String line(StageKind kind, String name, Action action) {
        var outcomes = outcomes(kind, action).toList();
        return "| %s | %s | %s |".formatted(name, told(outcomes, true), told(outcomes, false));
    }

    /** On each dossier of that stage, at each open step. */
    private static Stream<Outcome> outcomes(StageKind kind, Action action) {
        return switch (action) {
            case Undoing _ ->
                MoreInEachStage.lives().stream()
                        .filter(it -> it.now().stage().kind() == kind)
                        .map(it -> outcome(() -> it.undo(RecordedLife.OFFICER, 9)));
            case OnOne it ->
                Stream.concat(
                                STAGES.getOrDefault(kind, List.of()).stream(),
                                it.also().stream().filter(one -> one.stage().kind() == kind))
                        .flatMap(one -> one.desk().seats().isEmpty()
                                ? Stream.of(attempt(one, "approval", it))
                                : one.desk().seats().stream().map(seat -> attempt(one, seat.step(), it)));
        };
    }

    private static String told(List<Outcome> outcomes, boolean done) {
        return outcomes.stream()
                .filter(it -> it.done() == done)
                .map(Outcome::word)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Where an act led and what it wrote, or the code of its refusal. */
    private record Outcome(boolean done, String word, List<Class<?>> events) {}

    private static Map<String, Action> actions(StageKind kind) {
        var actions = new LinkedHashMap<String, Action>();
        rules(kind).forEach((name, rule) -> actions.put(name, new OnOne(rule, List.of())));
        actions.put(
                "the consultation goes on",
                new OnOne(
                        (it, step) -> Housekeeping.consulted(
                                it,
                                step,
                                it.desk().seat(step).map(Desk.Seat::visit).orElse(0),
                                it.desk().seat("opinions").isPresent() ? MoreInEachStage.ASKING : PATH,
                                TUESDAY_5PM),
                        List.of(MoreInEachStage.asking())));
        actions.put(
                "claim another branch",
                new OnOne((it, step) -> it.claim(step, LAN, TUESDAY_5PM), List.of(MoreInEachStage.branching())));
        actions.put(
                "release another branch",
                new OnOne(
                        (it, step) -> it.release(step, LAN, TUESDAY_5PM),
                        List.of(MoreInEachStage.branching()
                                .claim("survey", LAN, TUESDAY_5PM)
                                .after())));
        actions.put(
                "complete another branch",
                new OnOne(
                        (it, step) -> it.complete(
                                step,
                                LAN,
                                "",
                                Map.of(),
                                it.desk().seat("survey").isPresent() ? MoreInEachStage.BRANCHING : PATH,
                                TUESDAY_5PM),
                        List.of(MoreInEachStage.branching())));
        actions.put("undo the last act", new Undoing());
        return actions;
    }

    private static Map<String, Rule> rules(StageKind kind) {
        var due = kind == StageKind.SUPPLEMENT_AT_INTAKE ? Optional.<Due>empty() : Optional.of(DUE);
        var settled = new FeeClearance.Answer.Settled();
        var actions = new LinkedHashMap<String, Rule>();
        actions.put("receive", (it, step) -> it.receive(step, LAN, NUMBER, DUE, PATH, TUESDAY_5PM));
        actions.put("forward", (it, step) -> it.forward(step, LAN, PATH, TUESDAY_5PM));
        actions.put("turn away", (it, step) -> it.turnAway(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put(
                "transfer",
                (it, step) -> it.passings()
                        .transfer(
                                step,
                                LAN,
                                DossierFixture.HERE,
                                DossierFixture.THERE,
                                Optional.empty(),
                                "vì sao",
                                PATH,
                                PATH,
                                TUESDAY_5PM));
        actions.put(
                "transfer with a number",
                (it, step) -> it.passings()
                        .transfer(
                                step,
                                LAN,
                                DossierFixture.HERE,
                                DossierFixture.THERE,
                                Optional.of(NUMBER),
                                "",
                                PATH,
                                PATH,
                                TUESDAY_5PM));
        actions.put(
                "arrive from another agency",
                (it, _) -> it.passings().arrived(DossierFixture.THERE, "Một cửa", NUMBER, "vì sao", TUESDAY_5PM));
        actions.put(
                "pass on",
                (it, step) -> it.passings()
                        .on(
                                step,
                                LAN,
                                DossierFixture.HERE,
                                DossierFixture.THERE,
                                "vì sao",
                                Optional.empty(),
                                PATH,
                                PATH,
                                TUESDAY_5PM));
        actions.put(
                "pass across",
                (it, step) -> it.passings()
                        .across(
                                step,
                                LAN,
                                DossierFixture.HERE,
                                DossierFixture.DA_NANG,
                                DossierFixture.THERE,
                                "vì sao",
                                TUESDAY_5PM));
        actions.put(
                "request supplement",
                (it, step) -> it.supplements().request(step, LAN, ONE_LINE, UNTIL, PATH, TUESDAY_5PM));
        actions.put(
                "provide supplement",
                (it, _) -> it.supplements().provide(List.of("p"), List.of(), "", due, TUESDAY_5PM));
        actions.put(
                "propose second supplement",
                (it, step) -> it.supplements().propose(step, LAN, ONE_LINE, "vì sao", PATH, TUESDAY_5PM));
        actions.put("confirm", (it, _) -> it.proposals().confirm(MINH, UNTIL, TUESDAY_5PM));
        actions.put("confirm signed", (it, _) -> it.proposals().confirmSigned(MINH, CERTIFICATE.file(), TUESDAY_5PM));
        actions.put("refuse proposal", (it, _) -> it.proposals().refuse(MINH, "vì sao", TUESDAY_5PM));
        actions.put("remind", (it, _) -> it.supplements().remind(TUESDAY_5PM));
        actions.put("lapse", (it, _) -> it.supplements().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL));
        actions.put("withdraw", (it, _) -> it.endings().withdraw("vì sao", TUESDAY_5PM));
        actions.put("ask to withdraw", (it, _) -> it.endings().askToWithdraw("vì sao", TUESDAY_5PM));
        actions.put("let go", (it, step) -> it.endings().letGo(step, LAN, TUESDAY_5PM));
        actions.put("keep", (it, step) -> it.endings().keep(step, LAN, "vì sao", TUESDAY_5PM));
        actions.put("propose to halt", (it, step) -> it.endings().proposeHalt(step, LAN, "vì sao", "", TUESDAY_5PM));
        actions.put(
                "await payment", (it, step) -> it.waitings().await(step, LAN, DossierFixture.LAND_TAX, TUESDAY_5PM));
        actions.put(
                "await answer", (it, step) -> it.waitings().await(step, LAN, DossierFixture.NEIGHBOUR, TUESDAY_5PM));
        actions.put(
                "await field check", (it, step) -> it.waitings().await(step, LAN, DossierFixture.VISIT, TUESDAY_5PM));
        actions.put("send up", (it, step) -> it.waitings().await(step, LAN, DossierFixture.PROVINCE, TUESDAY_5PM));
        actions.put("agree from above", (it, _) -> it.waitings().answered(true, "", Optional.empty(), TUESDAY_5PM));
        actions.put(
                "return from above", (it, _) -> it.waitings().answered(false, "vì sao", Optional.empty(), TUESDAY_5PM));
        actions.put(
                "end the wait", (it, step) -> it.waitings().end(step, LAN, "vì sao", Optional.empty(), TUESDAY_5PM));
        actions.put("paid", (it, _) -> it.waitings().paid(Optional.empty(), TUESDAY_5PM));
        actions.put("the wait lapses", (it, _) -> it.waitings().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL));
        actions.put("report a mistake", (it, _) -> it.amendments().report("vì sao", TUESDAY_5PM));
        actions.put("find no mistake", (it, _) -> it.amendments().keep("vì sao", TUESDAY_5PM));
        actions.put(
                "propose to revoke", (it, _) -> it.revocations().propose(LAN, DossierFixture.REVOCATION, TUESDAY_5PM));
        actions.put(
                "propose to correct",
                (it, _) -> it.amendments()
                        .propose(
                                LAN,
                                "vì sao",
                                new AmendedResult(DossierFixture.RIGHT, DossierFixture.CORRECTED),
                                TUESDAY_5PM));
        actions.put("claim", (it, step) -> it.claim(step, LAN, TUESDAY_5PM));
        actions.put("release", (it, step) -> it.release(step, LAN, TUESDAY_5PM));
        actions.put(
                "assign",
                (it, step) -> Housekeeping.assigned(
                        it,
                        step,
                        new Housekeeping.Assignee(LAN, "Lan"),
                        Optional.of(new Housekeeping.Assignee(MINH, "Minh")),
                        Optional.of("vì sao"),
                        TUESDAY_5PM));
        actions.put("complete", (it, step) -> it.complete(step, LAN, "", Map.of(), PATH, TUESDAY_5PM));
        actions.put("propose denial", (it, step) -> it.proposeDenial(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put("send back", (it, step) -> it.sendBack(step, LAN, "appraisal", "vì sao", PATH, TUESDAY_5PM));
        actions.put("approve", (it, step) -> it.approve(step, LAN, "", PATH, TUESDAY_5PM));
        actions.put("deny", (it, step) -> it.deny(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put(
                "extend", (it, _) -> it.lateness().extend("vì sao", DossierFixture.LATER, TUESDAY_5PM, TUESDAY_5PM));
        actions.put(
                "apologise late", (it, _) -> it.lateness().apologise("vì sao", DossierFixture.LATER.at(), TUESDAY_5PM));
        actions.put(
                "move", (it, _) -> Housekeeping.moved(it, List.of(), it.desk().seats(), "Quyết định", TUESDAY_5PM));
        actions.put(
                "recompute", (it, _) -> Housekeeping.recomputed(it, DossierFixture.LATER, "Thông báo", TUESDAY_5PM));
        actions.put("issue", (it, step) -> it.issue(step, LAN, CERTIFICATE, PATH, TUESDAY_5PM));
        actions.put("hand over", (it, step) -> it.handOver(step, LAN, toMai(), settled, PATH, TUESDAY_5PM));
        return actions;
    }

    private static Outcome attempt(Dossier dossier, String step, OnOne action) {
        return outcome(() -> action.rule().on(dossier, step));
    }

    private static Outcome outcome(Supplier<Change> act) {
        try {
            var change = act.get();
            return new Outcome(
                    true,
                    change.after().stage().kind().name(),
                    change.events().stream()
                            .<Class<?>>map(DossierEvent::getClass)
                            .toList());
        } catch (Refused refused) {
            return new Outcome(false, refused.code().name(), List.of());
        }
    }

    private static String drawing() {
        var lines = StageGraph.WAYS.stream()
                .collect(Collectors.groupingBy(
                        it -> "    " + it.from() + " --> " + it.to() + ": ",
                        LinkedHashMap::new,
                        Collectors.mapping(it -> it.event().getSimpleName(), Collectors.joining("<br>"))))
                .entrySet()
                .stream()
                .map(it -> it.getKey() + it.getValue())
                .collect(Collectors.joining("\n"));
        return """
                # The stages of a dossier

                Drawn by `StageGraphTest` from `StageGraph`; not edited by hand.

                ```mermaid
                stateDiagram-v2
                    [*] --> SUBMITTED: DossierFiled
                %s
                    TURNED_AWAY --> [*]
                    WITHDRAWN --> [*]
                    HALTED --> [*]
                    PASSED_ACROSS --> [*]
                    HANDED_OVER --> [*]
                ```
                """.formatted(lines);
    }

    /** What is tried: an act on a dossier, or taking the last act back. */
    private sealed interface Action {}

    private record Undoing() implements Action {}

    /**
     * An act on a dossier.
     *
     * @param also dossiers on other routes, for acts that need one
     */
    private record OnOne(Rule rule, List<Dossier> also) implements Action {}

    private interface Rule {
        Change on(Dossier dossier, String step);
    }
}
