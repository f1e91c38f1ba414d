package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes as authors write them. */
class RouteExamplesTest {

    @ParameterizedTest
    @CsvSource({
        "birth-registration, 8, 5",
        "construction-permit, 88, 7",
        "land-change, 64, 7",
        "posted-in-public, 80, 7"
    })
    void aRealRouteCompilesWithoutAdviceAndIsWalkedToItsEnd(String name, BigDecimal limitHours, int steps) {
        var route = Routes.load(name);
        Map<String, Object> facts = Map.of("floors", 5);
        var tokens = route.begin(facts);
        int completed = 0;
        while (!tokens.finished()) {
            tokens = route.complete(tokens, tokens.openSteps().getLast(), facts);
            completed++;
        }

        assertThat(route.advice(limitHours)).isEmpty();
        assertThat(completed).isEqualTo(steps);
    }

    @Test
    void everyRouteInTheDocumentsCompiles() throws IOException {
        var page = Files.readString(Path.of("docs/procedure-package.md"));
        var routes = Pattern.compile("```yaml\n(steps:.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(it -> Routes.check(it.group(1)))
                .toList();

        assertThat(routes).hasSize(6).allSatisfy(it -> assertThat(it).isInstanceOf(Route.Sound.class));
    }
}
