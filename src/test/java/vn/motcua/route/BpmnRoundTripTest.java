package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.OutsideXml;
import vn.motcua.shared.OutsideXml.Element;
import vn.motcua.shared.Refused;

/** What is exported as BPMN comes back as it was, and everything in it is drawn. */
class BpmnRoundTripTest {

    private static final List<String> WORDS =
            List.of("Kiểm tra <hồ sơ> & \"ký\"", "a\nb\tc", "một  hai", "x > 3 && y == \"z\"", "'", "]]>", "%{}");

    static Stream<Path> shipped() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/procedures"))) {
            return files.filter(it -> it.endsWith("route.yaml")).sorted().toList().stream();
        }
    }

    @Provide
    Arbitrary<List<RouteDefinition.Item>> routes() {
        return RandomRoutes.routes();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedRouteComesBackAsItWas(Path route) throws IOException {
        var definition = RouteDefinition.read(Files.readString(route));

        assertThat(definition.items()).isNotEmpty();
        comesBack(definition);
        everythingIsDrawn(definition);
    }

    @Test
    void allOfThemWereTried() throws IOException {
        assertThat(shipped()).hasSizeGreaterThan(15);
    }

    @Property
    void anySoundRouteComesBackAsItWasFromBpmnAndFromYaml(
            @ForAll("routes") List<RouteDefinition.Item> items, @ForAll Random random) {
        var definition = new RouteDefinition(dressed(items, random), List.of());

        comesBack(definition);
        everythingIsDrawn(definition);
        assertThat(RouteDefinition.read(RouteYaml.write(definition))).isEqualTo(definition);
    }

    @Test
    void theSameRouteIsWrittenTheSame() throws IOException {
        for (var it : shipped().toList()) {
            var definition = RouteDefinition.read(Files.readString(it));
            assertThat(write(definition)).isEqualTo(write(definition));
        }
    }

    @Test
    void anUnsoundRouteIsNotWritten() {
        assertThatThrownBy(() -> write(new RouteDefinition(List.of(), List.of())))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(RouteRefusal.ROUTE_NOT_SOUND));
    }

    private static void comesBack(RouteDefinition definition) {
        var back = BpmnFile.read(write(definition).getBytes(StandardCharsets.UTF_8));

        assertThat(back.findings()).isEmpty();
        assertThat(back.definition()).contains(definition);
    }

    /** Each node has a shape, each flow an edge from its one node to the other; no shape lies on another. */
    private static void everythingIsDrawn(RouteDefinition definition) {
        var root = read(write(definition));
        var process = root.children(Bpmn.MODEL, "process").getFirst();
        var flows = process.children(Bpmn.MODEL, "sequenceFlow");
        var nodes = process.children().stream()
                .filter(it -> Bpmn.part(it).isNode())
                .map(Bpmn::id)
                .toList();
        assertThat(nodes.stream().filter(it -> !it.startsWith("Merge_")))
                .hasSize(definition.items().size() + 2);
        assertThat(process.children(Bpmn.MODEL, "parallelGateway"))
                .allSatisfy(it -> assertThat(Math.min(
                                it.children(Bpmn.MODEL, "incoming").size(),
                                it.children(Bpmn.MODEL, "outgoing").size()))
                        .as("a gateway that both waits and splits")
                        .isEqualTo(1));
        assertThat(root.all().filter(it -> it.is(Bpmn.DI, "BPMNShape")).map(it -> it.attribute("bpmnElement")))
                .containsExactlyElementsOf(nodes);
        assertThat(root.all().filter(it -> it.is(Bpmn.DI, "BPMNEdge")).map(it -> it.attribute("bpmnElement")))
                .containsExactlyElementsOf(flows.stream().map(Bpmn::id).toList());
        var sketch = RouteSketch.of(definition);
        var layout = RouteLayout.of(sketch);
        var boxes = nodes.stream().map(layout::box).toList();
        for (int i = 0; i < boxes.size(); i++) {
            var one = boxes.get(i);
            assertThat(one.x()).isNotNegative();
            assertThat(one.x() + one.width()).isLessThan(layout.width());
            assertThat(one.y() + one.height()).isLessThan(layout.height());
            boxes.stream().skip(i + 1L).forEach(it -> assertThat(apart(one, it)).isTrue());
        }
        for (int i = 0; i < sketch.arrows().size(); i++) {
            var arrow = sketch.arrows().get(i);
            var line = layout.line(i);
            assertThat(line).hasSizeGreaterThan(1);
            assertThat(touches(line.getFirst(), layout.box(arrow.from()))).isTrue();
            assertThat(touches(line.getLast(), layout.box(arrow.to()))).isTrue();
            for (int at = 1; at < line.size(); at++) {
                var from = line.get(at - 1);
                var to = line.get(at);
                assertThat(from.x() == to.x() || from.y() == to.y()).isTrue();
                assertThat(boxes).noneMatch(it -> crosses(from, to, it));
            }
        }
    }

    private static boolean apart(RouteLayout.Box a, RouteLayout.Box b) {
        return a.x() + a.width() <= b.x()
                || b.x() + b.width() <= a.x()
                || a.y() + a.height() <= b.y()
                || b.y() + b.height() <= a.y();
    }

    private static boolean touches(RouteLayout.Point point, RouteLayout.Box box) {
        return point.x() == box.x() + box.width() / 2 && (point.y() == box.y() || point.y() == box.y() + box.height());
    }

    /** Whether the line runs through the inside of the box. */
    private static boolean crosses(RouteLayout.Point from, RouteLayout.Point to, RouteLayout.Box box) {
        return Math.max(from.x(), to.x()) > box.x()
                && Math.min(from.x(), to.x()) < box.x() + box.width()
                && Math.max(from.y(), to.y()) > box.y()
                && Math.min(from.y(), to.y()) < box.y() + box.height();
    }

    /** With everything that a route may say, at random; the shape stays. */
    private static List<RouteDefinition.Item> dressed(List<RouteDefinition.Item> items, Random random) {
        var dressed = new ArrayList<RouteDefinition.Item>();
        for (int i = 0; i < items.size(); i++) {
            var it = items.get(i);
            var following = i + 1 < items.size() ? items.get(i + 1).id() : Node.END;
            var step = it.kind().equals(NodeKind.STEP.word());
            var implied = !it.kind().equals(NodeKind.SPLIT.word())
                    && it.next().equals(List.of(following))
                    && random.nextBoolean();
            var next = implied ? List.<String>of() : it.next();
            if (!step) {
                dressed.add(RandomRoutes.item(
                        it.id(), NodeKind.of(it.kind()).orElseThrow(), next, it.branches(), it.otherwise()));
                continue;
            }
            var asks = random.nextInt(4) == 0;
            dressed.add(new RouteDefinition.Item(
                    it.id(),
                    it.id(),
                    asks ? NodeKind.CONSULTATION.word() : it.kind(),
                    any(WORDS, random),
                    random.nextBoolean() ? any(WORDS, random) : "",
                    "role-" + random.nextInt(3),
                    "unit",
                    asks || random.nextBoolean()
                            ? Optional.of(new BigDecimal(1 + random.nextInt(80)).divide(BigDecimal.TWO))
                            : Optional.empty(),
                    asks ? List.of() : List.of("return", "complete"),
                    List.of(),
                    next,
                    List.of(),
                    "",
                    random.nextInt(3) == 0
                            ? List.of(new RouteDefinition.UnitWay("f0", "far", any(WORDS, random), "because"))
                            : List.of(),
                    asks
                            ? new RouteDefinition.Asked(
                                    List.of("police", "land"),
                                    "agrees",
                                    any(WORDS, random),
                                    "",
                                    List.of("ban-ve"),
                                    random.nextBoolean()
                                            ? List.of()
                                            : List.of(new RouteDefinition.AskedApart(
                                                    "land", Optional.of(new BigDecimal("40")), "stops")))
                            : RouteDefinition.Asked.NOBODY,
                    !asks && random.nextInt(3) == 0
                            ? "[{\"id\":\"a.b\",\"vi\":\"Số <1> & \\\"2\\\"\",\"min\":0.5,\"required\":true}]"
                            : "",
                    RouteDefinition.Own.NOTHING));
        }
        return dressed;
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String write(RouteDefinition definition) {
        return BpmnWriter.write(definition, "1.000000", "Thủ tục <một> & \"hai\"");
    }

    private static Element read(String xml) {
        try {
            return OutsideXml.read(xml.getBytes(StandardCharsets.UTF_8));
        } catch (OutsideXml.Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
