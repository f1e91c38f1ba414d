package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.CourseCheck.Stuck;
import vn.motcua.route.Route;
import vn.motcua.route.RouteDefinition;

/** Routes that are sound as graphs, and whether a dossier comes to its end on them. */
class CourseSearchTest {

    private static final String RECEPTION =
            "  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, actions: [receive]}\n";
    private static final String APPRAISAL =
            "  - {id: appraisal, name: Thẩm định, role: specialist, unit: commune-committee, actions: [complete]}\n";
    private static final String APPROVAL =
            "  - {id: approval, name: Duyệt, role: commune-leader, unit: commune-committee, actions: [approve]}\n";
    private static final String ISSUE =
            "  - {id: issue, name: Phát hành, role: clerk, unit: commune-committee, actions: [issue]}\n";
    private static final String HAND_OVER =
            "  - {id: hand-over, name: Trả, role: hand-over, unit: commune-one-stop, actions: [hand-over]}\n";

    @Test
    void aRouteInTheOrderOfTheLawComesToItsEnd() {
        assertThat(stuck(Map.of(), RECEPTION, APPRAISAL, APPROVAL, ISSUE, HAND_OVER))
                .isEmpty();
    }

    @Test
    void whatNobodyDecidesIsNeverIssued() {
        assertThat(stuck(Map.of(), RECEPTION, APPRAISAL, ISSUE, HAND_OVER))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.step()).isEqualTo("issue");
                    assertThat(it.why().arguments().toString()).contains("dossier.stage.IN_PROCESS", "route.act.ISSUE");
                });
    }

    @Test
    void nothingIsAppraisedBeforeTheReception() {
        assertThat(stuck(Map.of(), APPRAISAL, RECEPTION, APPROVAL, ISSUE, HAND_OVER))
                .extracting(Stuck::step)
                .containsExactly("appraisal");
    }

    @Test
    void aResultIsNotIssuedBeforeItIsDecided() {
        assertThat(stuck(Map.of(), RECEPTION, ISSUE, APPROVAL, HAND_OVER))
                .extracting(Stuck::step)
                .containsExactly("issue");
    }

    @Test
    void aResultThatNobodyHandsOverIsNoEnd() {
        assertThat(stuck(Map.of(), RECEPTION, APPRAISAL, APPROVAL, ISSUE))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.step()).isEqualTo("issue");
                    assertThat(it.why().key()).isEqualTo("catalogue.problem.course.noHandOver");
                });
    }

    @Test
    void aWayPastTheDecisionIsFoundWhereItsConditionHolds() {
        var past = """
                  - {id: which, kind: choice, branches: [{when: simple, next: issue}], otherwise: approval}
                """;

        assertThat(stuck(Map.of("simple", false), RECEPTION, past, APPROVAL, ISSUE, HAND_OVER))
                .isEmpty();
        assertThat(stuck(Map.of("simple", true), RECEPTION, past, APPROVAL, ISSUE, HAND_OVER))
                .extracting(Stuck::step)
                .containsExactly("issue");
    }

    @Test
    void stepsBesideEachOtherAreDoneInEitherOrder() {
        var beside = """
                  - {id: both, kind: split, next: [appraisal, opinions]}
                  - {id: appraisal, name: Thẩm định, role: specialist, unit: commune-committee, actions: [complete], next: joined}
                  - {id: opinions, kind: consultation, name: Hỏi, role: specialist, unit: commune-committee, hours: 8, ask: [police], silence: agrees, question: Hỏi, next: joined}
                  - {id: joined, kind: join}
                """;

        assertThat(stuck(Map.of(), RECEPTION, beside, APPROVAL, ISSUE, HAND_OVER))
                .isEmpty();
        assertThat(stuck(Map.of(), beside, RECEPTION, APPROVAL, ISSUE, HAND_OVER))
                .isNotEmpty();
    }

    @Test
    void whatTheProgramDoesComesAfterTheReception() {
        var program = """
                  - {id: told, kind: message, name: Báo, unit: commune-committee, letter: {title: Báo, text: Nội dung}}
                  - {id: posted, kind: timer, name: Niêm yết, unit: commune-committee, hours: 8}
                  - {id: paid, kind: automatic, name: Lệ phí, unit: commune-committee, check: fees-settled}
                """;

        assertThat(stuck(Map.of(), RECEPTION, program, APPROVAL, ISSUE, HAND_OVER))
                .isEmpty();
        assertThat(stuck(Map.of(), RECEPTION, APPROVAL, program, ISSUE, HAND_OVER))
                .isEmpty();
        assertThat(stuck(Map.of(), program, RECEPTION, APPROVAL, ISSUE, HAND_OVER))
                .extracting(Stuck::step)
                .containsExactly("told");
    }

    @Test
    void everyShippedRouteComesToItsEnd() throws IOException {
        try (var packages = Files.list(Path.of("src/main/resources/procedures"))) {
            var routes = packages.map(it -> it.resolve("route.yaml"))
                    .filter(Files::exists)
                    .toList();
            assertThat(routes)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(it -> assertThat(new CourseSearch(route(Files.readString(it)), Map.of()).stuck())
                            .as(it.toString())
                            .isEmpty());
        }
    }

    private static List<Stuck> stuck(Map<String, Object> facts, String... steps) {
        return new CourseSearch(route("steps:\n" + String.join("", steps)), facts).stuck();
    }

    private static Route route(String yaml) {
        return Route.compile(RouteDefinition.read(yaml), text -> facts -> Boolean.TRUE.equals(facts.get(text)));
    }
}
