package vn.motcua.journey;

import static vn.motcua.journey.State.at;
import static vn.motcua.journey.State.filled;
import static vn.motcua.journey.State.wrong;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.motcua.route.BpmnWriter;
import vn.motcua.route.RouteDefinition;
import vn.motcua.support.Person;

/** How to reach the pages of routes: those in force, and files that are tried. */
final class RoutePagesTable {

    private static final String PAGE = "/admin/procedures/%s/route";
    private static final String BIRTH = PAGE.formatted("1.001193");
    private static final Path DRAWN = Path.of("src/test/resources/vn/motcua/route");

    private RoutePagesTable() {}

    static Map<String, Supplier<List<State>>> states() {
        return Map.of(
                "/admin/procedures/routes",
                () -> List.of(filled("all routes", Offices.ADMINISTRATOR, "/admin/procedures/routes")),
                PAGE.formatted("{code}"),
                () -> List.of(
                        filled("in force", Offices.ADMINISTRATOR, BIRTH),
                        wrong(
                                "no file chosen",
                                Offices.ADMINISTRATOR,
                                it -> it.open(BIRTH).press("#look")),
                        wrong("not XML", Offices.ADMINISTRATOR, it -> file(it, "steps: []")),
                        wrong("steps that no program can do", Offices.ADMINISTRATOR, it -> file(it, automatic())),
                        wrong(
                                "drawn elsewhere, without roles",
                                Offices.ADMINISTRATOR,
                                it -> file(it, drawn("camunda"))),
                        wrong(
                                "ways side by side, and nobody enters what the result says",
                                Offices.ADMINISTRATOR,
                                it -> file(it, bpmn(DRAWN.resolve("land-change.yaml")))),
                        filled(
                                "its own route again",
                                Offices.ADMINISTRATOR,
                                it -> file(it, bpmn(Path.of("src/main/resources/procedures/1.001193/route.yaml")))),
                        at("unknown", Offices.ADMINISTRATOR, 404, PAGE.formatted("0.000000"))));
    }

    private static void file(Person person, String content) {
        person.open(BIRTH);
        person.page()
                .setInputFiles(
                        "#file",
                        new FilePayload("quy-trinh.bpmn", "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        person.press("#look");
    }

    private static String automatic() {
        return drawn("modeler").replace("bpmn:userTask", "bpmn:serviceTask").replace("floors &gt; 3", "");
    }

    private static String drawn(String tool) {
        return text(DRAWN.resolve("bpmn/" + tool + ".bpmn"));
    }

    private static String bpmn(Path route) {
        return BpmnWriter.write(RouteDefinition.read(text(route)), "1.000000", "Thử");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
