package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.route.BpmnFile;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.Fault;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteSimulation;
import vn.motcua.shared.VietnamTime;

/** A route tried with the form, the limit and the examples of a real package. */
class RouteTrialTest {

    private static final String BIRTH = "1.001193";

    static Stream<Map.Entry<String, Map<String, String>>> packages() {
        return CatalogueFiles.packages().entrySet().stream()
                .filter(it -> it.getValue().containsKey(PackageReader.ROUTE));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyExampleOfAShippedPackageComesToTheEndOfItsRoute(Map.Entry<String, Map<String, String>> entry) {
        var procedure = ProcedurePackage.read(entry.getValue());
        var trial = tried(procedure, procedure.routeDefinition().orElseThrow());

        assertThat(trial.faults()).isEmpty();
        assertThat(trial.runs()).hasSameSizeAs(procedure.examples()).allSatisfy(it -> {
            assertThat(it.walk().outcome()).isEqualTo(RouteSimulation.Outcome.ENDS);
            assertThat(it.walk().visits()).isNotEmpty();
            assertThat(it.due()).isAfter(it.received());
        });
    }

    /** The whole package takes what comes back from BPMN: what officers enter is still there for the result. */
    @ParameterizedTest
    @MethodSource("packages")
    void aShippedPackageTakesItsRouteBackFromBpmn(Map.Entry<String, Map<String, String>> entry) {
        var procedure = ProcedurePackage.read(entry.getValue());
        var bpmn = BpmnWriter.write(procedure.routeDefinition().orElseThrow(), entry.getKey(), "x");
        var back = BpmnFile.read(bpmn.getBytes(StandardCharsets.UTF_8)).definition();

        assertThat(back).isEqualTo(procedure.routeDefinition());
        var changed = back.orElseThrow().items().stream()
                .map(it -> it.hours().isEmpty() ? it : renamed(it))
                .toList();
        assertThat(tried(procedure, new RouteDefinition(changed, List.of())).refusal())
                .isEmpty();
    }

    @Test
    void whatTheResultNeedsAndNobodyEntersAnyMoreIsRefusedByThePackage() {
        var procedure = birth();
        var stripped = RouteDefinition.read(procedure
                .files()
                .getOrDefault(PackageReader.ROUTE, "")
                .replaceAll("(?m)^    enter:\\n(      .*\\n)+", ""));

        assertThat(tried(procedure, stripped).refusal())
                .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(CatalogueRefusal.PACKAGE_FAULTY));
    }

    @Test
    void eightPlannedHoursAreOneDayOfTheAgencyAndTheLimitIsComparedWithThem() {
        var procedure = birth();
        var run = tried(procedure, procedure.routeDefinition().orElseThrow()).runs().stream()
                .filter(it -> it.name().contains("16 giờ 45"))
                .findFirst()
                .orElseThrow();

        assertThat(run.walk().visits())
                .extracting(it -> it.step().id() + " " + VietnamTime.local(it.due()))
                .containsExactly(
                        "reception 2026-11-23T08:11",
                        "appraisal 2026-11-23T13:56",
                        "decision 2026-11-23T15:49",
                        "issue 2026-11-23T16:17",
                        "hand-over 2026-11-23T16:45");
        assertThat(run.late()).isFalse();
    }

    @Test
    void aWayThatNoExampleTakesIsShown() {
        var procedure = birth();
        var definition = RouteDefinition.read(
                procedure.files().getOrDefault(PackageReader.ROUTE, "").replace("  - id: decision\n", """
                          - id: which
                            kind: choice
                            branches:
                              - when: case == "bo-roi"
                                next: decision
                              - when: copies.want && copies.count > 90
                                next: appraisal
                            otherwise: decision

                          - id: decision
                        """));
        var trial = tried(procedure, definition);

        assertThat(trial.faults()).isEmpty();
        assertThat(trial.ways())
                .extracting(it -> it.choice() + " " + it.way() + " " + it.then() + " "
                        + it.examples().size())
                .contains("which 1 decision 1", "which 2 appraisal 0")
                .hasSize(3);
    }

    @Test
    void aRouteWithFaultsIsNotWalked() {
        var trial = tried(birth(), RouteDefinition.read("""
                steps:
                  - {id: a, name: A, role: r, unit: u, actions: complete, next: b}
                """));

        assertThat(trial.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.UNKNOWN_TARGET);
        assertThat(trial.runs()).isEmpty();
    }

    private static RouteDefinition.Item renamed(RouteDefinition.Item it) {
        return new RouteDefinition.Item(
                it.place(),
                it.id(),
                it.kind(),
                it.nameVi() + " (mới)",
                it.nameEn() + " (new)",
                it.role(),
                it.unit(),
                it.hours(),
                it.actions(),
                it.otherThan(),
                it.next(),
                it.branches(),
                it.otherwise(),
                it.unitWays(),
                it.asked(),
                it.enter(),
                it.own());
    }

    private static ProcedurePackage birth() {
        return ProcedurePackage.read(CatalogueFiles.packages().getOrDefault(BIRTH, Map.of()));
    }

    private static RouteTrial tried(ProcedurePackage procedure, RouteDefinition definition) {
        return RouteTrial.of(procedure, definition, OpeningHours.usual(), WorkingCalendar.national());
    }
}
