package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.StudioPackage.Element;
import vn.motcua.route.Fault;
import vn.motcua.route.NodeKind;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;

/** The whole route is built node by node in the studio: ways, what goes on at once, who is asked, what the program does. */
class StudioRouteTest {

    private static final StudioPart STEPS = StudioPart.named("steps").orElseThrow();

    @Test
    void everyKindThatCanRunCanBeFilledInAndRead() {
        var it = straight()
                .with(
                        STEPS,
                        "message",
                        with(
                                named("told"),
                                Map.of(
                                        "after",
                                        "appraisal",
                                        "unit",
                                        "commune-committee",
                                        "letter.title.vi",
                                        "Đang xem xét",
                                        "letter.title.en",
                                        "Under way",
                                        "letter.text.vi",
                                        "Hồ sơ đang được xem xét.",
                                        "letter.text.en",
                                        "It is being looked at.")))
                .with(
                        STEPS,
                        "timer",
                        with(named("posted"), Map.of("after", "told", "unit", "commune-committee", "hours", "8")))
                .with(
                        STEPS,
                        "automatic",
                        with(
                                named("paid"),
                                Map.of("after", "posted", "unit", "commune-committee", "check", "fees-settled")))
                .with(
                        STEPS,
                        "consultation",
                        with(
                                with(named("asked"), Map.of("after", "paid", "silence", "agrees")),
                                Map.of(
                                        "role",
                                        "civil-status-officer",
                                        "unit",
                                        "commune-committee",
                                        "hours",
                                        "8",
                                        "ask.0.unit",
                                        "commune-police",
                                        "ask.1.unit",
                                        "land-registry",
                                        "ask.1.hours",
                                        "16,5",
                                        "ask.1.silence",
                                        "stops",
                                        "question.vi",
                                        "Có ý kiến gì không?",
                                        "question.en",
                                        "Anything to say?")))
                .with(
                        STEPS,
                        "choice",
                        Map.of(
                                "after",
                                "asked",
                                "id",
                                "many",
                                "branches.0.when",
                                "copies.count > 5",
                                "branches.0.next",
                                "asked",
                                "branches.1.when",
                                "copies.count > 2",
                                "branches.1.next",
                                "decision",
                                "otherwise",
                                "decision"));
        assertThat(ids(it))
                .containsExactly(
                        "reception",
                        "appraisal",
                        "told",
                        "posted",
                        "paid",
                        "asked",
                        "many",
                        "decision",
                        "issue",
                        "hand-over");
        assertThat(it.elements(STEPS).stream().map(Element::kind))
                .containsExactly(
                        "step",
                        "step",
                        "message",
                        "timer",
                        "automatic",
                        "consultation",
                        "choice",
                        "step",
                        "step",
                        "step");
        assertThat(faults(it)).isEmpty();
        var asked =
                ProcedurePackage.read(it.files()).route().step("asked").asking().orElseThrow();
        assertThat(asked.hours("land-registry")).isEqualByComparingTo("16.5");
        for (var one : it.elements(STEPS)) {
            assertThat(it.change(STEPS, one.id(), one.kind(), it.inputs(STEPS, one.id(), one.kind()))
                            .files())
                    .as(one.id())
                    .isEqualTo(it.files());
        }
        assertThat(STEPS.kinds())
                .containsExactlyElementsOf(java.util.Arrays.stream(NodeKind.values())
                        .filter(NodeKind::supported)
                        .map(NodeKind::word)
                        .toList());
    }

    @Test
    void whatIsOnlyUnsoundAsAWholeIsSavedOnTheWayAndSaidAtItsNode() {
        var before = straight();
        var split =
                before.with(STEPS, "split", Map.of("after", "reception", "id", "both", "next", "appraisal,decision"));
        StudioCheck.of("2.000635", "G15", STEPS, "both", before.files(), split.files());
        assertThat(faults(split)).extracting(Fault::kind).containsOnly(Fault.Kind.BRANCHES_MEET_WITHOUT_JOIN);
        assertThat(PackageCheck.of("2.000635", "G15", split.files(), java.util.Set.of()))
                .as("and it is not handed in")
                .anySatisfy(it -> assertThat(it.place()).isEqualTo("decision"));

        var loose = split.change(STEPS, "both", "split", Map.of("id", "both", "next", "appraisal,look"))
                .with(
                        STEPS,
                        "step",
                        with(
                                named("look"),
                                Map.of(
                                        "after",
                                        "appraisal",
                                        "role",
                                        "civil-status-officer",
                                        "unit",
                                        "commune-committee",
                                        "hours",
                                        "2",
                                        "actions",
                                        "complete")))
                .with(STEPS, "join", Map.of("after", "look", "id", "met"));
        var appraisal = new HashMap<>(loose.inputs(STEPS, "appraisal", "step"));
        appraisal.put("next", "met");
        assertThat(faults(loose.change(STEPS, "appraisal", "step", appraisal))).isEmpty();
    }

    @Test
    void aStepOfTheProgramBehindTheLastOfficerIsNotHandedIn() {
        var before = straight();
        var last = before.with(
                STEPS,
                "timer",
                with(named("posted"), Map.of("after", "hand-over", "unit", "commune-committee", "hours", "8")));

        StudioCheck.of("2.000635", "G15", STEPS, "posted", before.files(), last.files());
        assertThat(faults(last)).extracting(Fault::kind).containsOnly(Fault.Kind.NOBODY_AFTER);
        assertThat(PackageCheck.of("2.000635", "G15", last.files(), java.util.Set.of()))
                .anySatisfy(it -> assertThat(it.place()).isEqualTo("posted"));
    }

    @Test
    void whatIsWrongWithANodeItselfIsRefusedAtItsField() {
        var before = straight();
        var after = before.with(
                STEPS,
                "choice",
                Map.of(
                        "after",
                        "appraisal",
                        "id",
                        "many",
                        "branches.0.when",
                        "copies.cuont > 5",
                        "branches.0.next",
                        "decision",
                        "otherwise",
                        "decision"));
        assertThat(catchThrowableOfType(
                                StudioWrong.class,
                                () -> StudioCheck.of("2.000635", "G15", STEPS, "many", before.files(), after.files()))
                        .faults())
                .containsOnlyKeys("branches");
        assertThat(catchThrowableOfType(
                                StudioWrong.class,
                                () -> before.with(STEPS, "choice", Map.of("id", "many", "branches.0.when", "true")))
                        .faults())
                .containsOnlyKeys("branches.0.next", "otherwise");
        assertThat(catchThrowableOfType(StudioWrong.class, () -> before.with(STEPS, "choice", Map.of("id", "many")))
                        .faults())
                .containsOnlyKeys("branches.0.when", "otherwise");
    }

    @Test
    void aNodeBecomesOneOfAnotherKindAndBack() {
        var before = straight();
        var timer = before.change(STEPS, "appraisal", "timer", before.inputs(STEPS, "appraisal", "step"));
        assertThat(timer.files().getOrDefault(PackageReader.ROUTE, "")).contains("kind: \"timer\"");
        assertThat(timer.inputs(STEPS, "appraisal", "step").getOrDefault("role", ""))
                .isEmpty();
        var again = timer.change(STEPS, "appraisal", "step", before.inputs(STEPS, "appraisal", "step"));
        assertThat(RouteDefinition.read(again.files().getOrDefault(PackageReader.ROUTE, "")))
                .isEqualTo(RouteDefinition.read(before.files().getOrDefault(PackageReader.ROUTE, "")));
    }

    @Test
    void whoLeadsToANodeIsToldBeforeItGoes() {
        var it = straight()
                .with(
                        STEPS,
                        "choice",
                        Map.of(
                                "after",
                                "appraisal",
                                "id",
                                "many",
                                "branches.0.when",
                                "copies.count > 5",
                                "branches.0.next",
                                "hand-over",
                                "otherwise",
                                "decision"));
        assertThat(it.uses(STEPS, "hand-over")).extracting(StudioUses.Use::name).containsExactly("many");
        assertThat(it.uses(STEPS, "appraisal")).isEmpty();
    }

    private static StudioPackage straight() {
        return StudioPackageTest.all().stream()
                .filter(it -> it.files().getOrDefault(PackageReader.RECORD, "").contains("code: \"2.000635\""))
                .filter(it -> ids(it).equals(List.of("reception", "appraisal", "decision", "issue", "hand-over")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(StudioPackage it) {
        return it.elements(STEPS).stream().map(Element::id).toList();
    }

    private static Map<String, String> named(String id) {
        return Map.of("id", id, "name.vi", "Bước " + id, "name.en", "Step " + id);
    }

    private static Map<String, String> with(Map<String, String> one, Map<String, String> more) {
        var all = new HashMap<>(one);
        all.putAll(more);
        return all;
    }

    private static List<Fault> faults(StudioPackage it) {
        var form = vn.motcua.form.Form.compile(it.form());
        return Route.check(
                                RouteDefinition.read(it.files().getOrDefault(PackageReader.ROUTE, "")),
                                new RouteConditions(form))
                        instanceof Route.Faulty(var all)
                ? all
                : List.of();
    }
}
