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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.deadline.Due;
import vn.motcua.shared.Refused;

/** The whole life of a dossier on one screen. */
class StageGraphTest {

    private static final Path DRAWING = Path.of("docs/generated/dossier-stages.md");

    private static final Map<StageKind, List<Dossier>> STAGES = new EnumMap<>(Map.of(
            StageKind.SUBMITTED,
            List.of(DossierFixture.submitted(), DossierFixture.answeredAtIntake(), DossierFixture.proposedAtIntake()),
            StageKind.TURNED_AWAY,
            List.of(DossierFixture.turnedAway()),
            StageKind.RECEIVED,
            List.of(DossierFixture.received()),
            StageKind.IN_PROCESS,
            List.of(
                    DossierFixture.inProcess(),
                    DossierFixture.atApproval(),
                    DossierFixture.answered(),
                    DossierFixture.proposed()),
            StageKind.SUPPLEMENT_AT_INTAKE,
            List.of(DossierFixture.supplementAtIntake()),
            StageKind.SUPPLEMENT_IN_PROCESS,
            List.of(DossierFixture.supplementInProcess()),
            StageKind.RESOLVED,
            List.of(DossierFixture.resolved(), DossierFixture.issued()),
            StageKind.HANDED_OVER,
            List.of(DossierFixture.handedOver()),
            StageKind.WITHDRAWN,
            List.of(DossierFixture.withdrawn())));

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

    /** Every action tried in every stage, at every step that is open there. */
    @Test
    void eachStageAllowsExactlyTheseActions() {
        assertThat(Arrays.stream(StageKind.values()).map(StageGraphTest::line).collect(Collectors.joining("\n")))
                .isEqualTo("""
                SUBMITTED             : receive -> RECEIVED, turn away -> TURNED_AWAY, request supplement -> SUPPLEMENT_AT_INTAKE, propose second supplement -> SUBMITTED, confirm -> SUPPLEMENT_AT_INTAKE, refuse proposal -> SUBMITTED, withdraw -> WITHDRAWN, claim -> SUBMITTED
                TURNED_AWAY           : nothing
                RECEIVED              : forward -> IN_PROCESS
                IN_PROCESS            : request supplement -> SUPPLEMENT_IN_PROCESS, propose second supplement -> IN_PROCESS, confirm -> SUPPLEMENT_IN_PROCESS, refuse proposal -> IN_PROCESS, claim -> IN_PROCESS, complete -> IN_PROCESS, propose denial -> IN_PROCESS, send back -> IN_PROCESS, approve -> RESOLVED, deny -> RESOLVED, extend -> IN_PROCESS
                SUPPLEMENT_AT_INTAKE  : provide supplement -> SUBMITTED, remind -> SUPPLEMENT_AT_INTAKE, lapse -> SUBMITTED, withdraw -> WITHDRAWN
                SUPPLEMENT_IN_PROCESS : provide supplement -> IN_PROCESS, remind -> SUPPLEMENT_IN_PROCESS, lapse -> IN_PROCESS
                RESOLVED              : claim -> RESOLVED, issue -> RESOLVED, hand over -> HANDED_OVER
                HANDED_OVER           : nothing
                WITHDRAWN             : nothing""");
    }

    @Test
    void theDrawingInTheDocumentsIsCurrent() throws IOException {
        var drawn = drawing();
        if (Boolean.getBoolean("motcua.draw")) {
            Files.createDirectories(DRAWING.getParent());
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("write it anew with -Dmotcua.draw=true")
                .isEqualTo(drawn);
    }

    private static String line(StageKind kind) {
        var allowed = actions(kind).entrySet().stream()
                .flatMap(action -> STAGES.getOrDefault(kind, List.of()).stream()
                        .flatMap(it -> it.desk().seats().isEmpty()
                                ? attempt(it, "approval", action.getValue()).stream()
                                : it.desk().seats().stream()
                                        .flatMap(seat -> attempt(it, seat.step(), action.getValue()).stream()))
                        .distinct()
                        .map(next -> action.getKey() + " -> " + next))
                .collect(Collectors.joining(", "));
        return "%-21s : %s".formatted(kind, allowed.isEmpty() ? "nothing" : allowed);
    }

    private static Map<String, Action> actions(StageKind kind) {
        var due = kind == StageKind.SUPPLEMENT_AT_INTAKE ? Optional.<Due>empty() : Optional.of(DUE);
        var settled = new FeeClearance.Answer.Settled();
        var actions = new LinkedHashMap<String, Action>();
        actions.put("receive", (it, step) -> it.receive(step, LAN, NUMBER, DUE, PATH, TUESDAY_5PM));
        actions.put("forward", (it, step) -> it.forward(step, LAN, PATH, TUESDAY_5PM));
        actions.put("turn away", (it, step) -> it.turnAway(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put(
                "request supplement",
                (it, step) -> it.supplements().request(step, LAN, ONE_LINE, UNTIL, PATH, TUESDAY_5PM));
        actions.put(
                "provide supplement",
                (it, _) -> it.supplements().provide(List.of("p"), List.of(), "", due, TUESDAY_5PM));
        actions.put(
                "propose second supplement",
                (it, step) -> it.supplements().propose(step, LAN, ONE_LINE, "vì sao", PATH, TUESDAY_5PM));
        actions.put("confirm", (it, _) -> it.supplements().confirm(MINH, UNTIL, TUESDAY_5PM));
        actions.put("refuse proposal", (it, _) -> Supplements.refuse(it, MINH, "vì sao", TUESDAY_5PM));
        actions.put("remind", (it, _) -> it.supplements().remind(TUESDAY_5PM));
        actions.put("lapse", (it, _) -> it.supplements().lapse(Optional.empty(), DossierFixture.AFTER_UNTIL));
        actions.put("withdraw", (it, _) -> it.withdraw("vì sao", TUESDAY_5PM));
        actions.put("claim", (it, step) -> it.claim(step, LAN, TUESDAY_5PM));
        actions.put("complete", (it, step) -> it.complete(step, LAN, "", Map.of(), PATH, TUESDAY_5PM));
        actions.put("propose denial", (it, step) -> it.proposeDenial(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put("send back", (it, step) -> it.sendBack(step, LAN, "appraisal", "vì sao", PATH, TUESDAY_5PM));
        actions.put("approve", (it, step) -> it.approve(step, LAN, "", PATH, TUESDAY_5PM));
        actions.put("deny", (it, step) -> it.deny(step, LAN, "vì sao", PATH, TUESDAY_5PM));
        actions.put("extend", (it, _) -> it.extend("vì sao", DossierFixture.LATER, TUESDAY_5PM, TUESDAY_5PM));
        actions.put("issue", (it, step) -> it.issue(step, LAN, CERTIFICATE, PATH, TUESDAY_5PM));
        actions.put("hand over", (it, step) -> it.handOver(step, LAN, toMai(), settled, PATH, TUESDAY_5PM));
        return actions;
    }

    private static Optional<StageKind> attempt(Dossier dossier, String step, Action action) {
        try {
            return Optional.of(action.on(dossier, step).after().stage().kind());
        } catch (Refused refused) {
            assertThat(refused.code())
                    .isIn(
                            DossierRefusal.WRONG_STAGE,
                            DossierRefusal.NOT_AN_ACTION_OF_THIS_STEP,
                            DossierRefusal.SUPPLEMENT_ASKED_BEFORE,
                            DossierRefusal.SUPPLEMENT_FIRST,
                            DossierRefusal.PROPOSED_ALREADY,
                            DossierRefusal.NOTHING_PROPOSED);
            return Optional.empty();
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
                    HANDED_OVER --> [*]
                ```
                """.formatted(lines);
    }

    private interface Action {
        Change on(Dossier dossier, String step);
    }
}
