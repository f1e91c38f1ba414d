package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.route.RouteDefinition;
import vn.motcua.route.RouteDrawing;
import vn.motcua.shared.Language;
import vn.motcua.shared.OutsideXml;

/** The drawing of a route as a file of its own. */
class RouteSvgTest {

    private static final String SVG = "http://www.w3.org/2000/svg";

    static Stream<Path> routes() throws IOException {
        try (var shipped = Files.walk(Path.of("src/main/resources/procedures"));
                var drawn = Files.list(Path.of("src/test/resources/vn/motcua/route"))) {
            return Stream.concat(
                    shipped.filter(it -> it.endsWith("route.yaml")),
                    drawn.filter(it -> it.toString().endsWith(".yaml")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void itIsXmlThatSaysWhatItIsWithEveryNumberOfTheListAndNoStyle(Path route)
            throws IOException, OutsideXml.Unreadable {
        var definition = RouteDefinition.read(Files.readString(route));
        var svg = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "catalogue/route-picture.jte",
                        Map.of(
                                "picture",
                                new RoutePages.Picture(
                                        "Quy trình <1> & \"2\"", "Mô tả", RouteDrawing.of(definition, Language.VI))),
                        svg);
        var root = OutsideXml.read(svg.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(root.is(SVG, "svg")).isTrue();
        assertThat(root.attribute("role")).isEqualTo("img");
        assertThat(root.children(SVG, "title")).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo("Quy trình <1> & \"2\"");
            assertThat(root.attribute("aria-labelledby")).contains(it.attribute("id"));
        });
        assertThat(root.children(SVG, "desc")).hasSize(1);
        assertThat(root.all().filter(it -> it.attributes().containsKey("style")))
                .isEmpty();
        assertThat(root.all()
                        .filter(it -> it.is(SVG, "text")
                                && it.attribute("font-weight").equals("bold"))
                        .map(it -> Integer.parseInt(it.text())))
                .containsExactlyElementsOf(numbers(definition));
    }

    private static List<Integer> numbers(RouteDefinition definition) {
        return Stream.iterate(1, it -> it + 1).limit(definition.items().size()).toList();
    }
}
