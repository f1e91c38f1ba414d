package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** How a dossier would go when every step takes its hours. */
class RouteSimulationTest {

    private static final Instant EIGHT = Instant.parse("2026-11-23T01:00:00Z");
    /** Every hour is a working hour. */
    private static final WorkingTime CLOCK = (from, hours) ->
            from.plus(Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue()));

    @Provide
    Arbitrary<List<RouteDefinition.Item>> routes() {
        return RandomRoutes.routes();
    }

    @Test
    void theAnswersDecideWhichWayItGoesAndTheBranchSaysWhy() {
        var high = run(Routes.load("construction-permit"), Map.of("floors", 5));
        var low = run(Routes.load("construction-permit"), Map.of("floors", 2));

        assertThat(high.visits()).extracting(it -> it.step().id()).contains("site-visit");
        assertThat(high.decisions())
                .containsExactly(new RouteSimulation.Decision("how-high", 1, "floors > 3", "site-visit"));
        assertThat(Duration.between(EIGHT, high.until()).toHours()).isEqualTo(88);
        assertThat(low.visits()).extracting(it -> it.step().id()).doesNotContain("site-visit");
        assertThat(low.decisions()).containsExactly(new RouteSimulation.Decision("how-high", 0, "", "review"));
        assertThat(Duration.between(EIGHT, low.until()).toHours()).isEqualTo(72);
    }

    @Test
    void whatGoesOnSideBySideIsWaitedForUntilTheSlowestIsDone() {
        var walk = run(
                Routes.compile("steps:\n"
                        + "  - {id: both, kind: split, next: [a, b]}\n"
                        + Routes.step("a", "next: joined").replace("hours: 1", "hours: 3")
                        + Routes.step("b", "next: joined").replace("hours: 1", "hours: 8")
                        + "  - {id: joined, kind: join}\n"
                        + Routes.step("last")),
                Map.of());

        assertThat(walk.visits())
                .extracting(it -> it.step().id() + " "
                        + Duration.between(EIGHT, it.from()).toHours() + "-"
                        + Duration.between(EIGHT, it.due()).toHours())
                .containsExactly("a 0-3", "b 0-8", "last 8-9");
    }

    @Test
    void aCircleThatTheAnswersNeverLeaveIsSaidAndNotWalkedForEver() {
        var walk = run(
                Routes.compile("steps:\n" + Routes.step("a")
                        + "  - {id: again, kind: choice, branches: [{when: more, next: a}], otherwise: end}\n"),
                Map.of("more", true));

        assertThat(walk.outcome()).isEqualTo(RouteSimulation.Outcome.GOES_ROUND);
        assertThat(walk.visits()).hasSize(3);
    }

    @Test
    void theRuleThatSendsAStepToAnotherUnitIsShown() {
        var route = Routes.compile("""
                steps:
                  - id: a
                    name: Thẩm định
                    role: r
                    unit: {rules: [{when: far, unit: department, because: ở xa}], otherwise: commune}
                    hours: 2
                    actions: complete
                """);

        assertThat(run(route, Map.of("far", true)).visits().getFirst().rule()).isPresent();
        assertThat(run(route, Map.of()).visits().getFirst().rule()).isEmpty();
    }

    /** It says the same as the program that moves real dossiers. */
    @Property
    void itVisitsWhatARealDossierWouldVisit(@ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var route = Route.compile(new RouteDefinition(items, List.of()), Routes::condition);
        Map<String, Object> facts = Map.of("f0", random.nextBoolean(), "f1", random.nextBoolean());
        var walk = run(route, facts);
        if (walk.outcome() == RouteSimulation.Outcome.GOES_ROUND) {
            return;
        }
        var tokens = route.begin(facts);
        while (!tokens.finished()) {
            tokens = route.complete(tokens, tokens.openSteps().getFirst(), facts);
        }

        assertThat(walk.visits())
                .extracting(it -> it.step().id())
                .containsExactlyInAnyOrderElementsOf(tokens.all().stream()
                        .map(Token::node)
                        .filter(it -> route.steps().stream()
                                .anyMatch(step -> step.id().equals(it)))
                        .toList());
    }

    private static RouteSimulation run(Route route, Map<String, Object> facts) {
        return RouteSimulation.run(route, facts, EIGHT, CLOCK);
    }
}
