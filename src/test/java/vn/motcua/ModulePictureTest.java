package vn.motcua;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.motcua.support.GeneratedDoc;

class ModulePictureTest {

    /** With this file the program need not read its own classes at each start to learn in what order to migrate. */
    @Test
    void theProgramCarriesTheListOfItsModules() {
        GeneratedDoc.isCurrent(
                Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json"),
                fromTheGroundUp(ApplicationModules.of(Motcua.class)).stream()
                        .map("  \"%s\": {}"::formatted)
                        .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }

    /** Each after those that it uses; among several that could come next the first by name. */
    private static Set<String> fromTheGroundUp(ApplicationModules modules) {
        var uses = modules.stream()
                .collect(Collectors.toMap(
                        it -> it.getIdentifier().toString(),
                        it -> it.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(used -> used.getIdentifier().toString())
                                .collect(Collectors.toSet()),
                        (a, _) -> a,
                        TreeMap::new));
        var done = new LinkedHashSet<String>();
        while (!uses.isEmpty()) {
            var next = uses.entrySet().stream()
                    .filter(it -> done.containsAll(it.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();
            done.add(next);
            uses.remove(next);
        }
        return done;
    }

    @Test
    void thePictureOfTheModulesIsTheOneInTheDocs() {
        var modules = ApplicationModules.of(Motcua.class);
        var arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .filter(it -> !it.getIdentifier().toString().equals("shared"))
                        .map(it -> "    %s --> %s".formatted(module.getIdentifier(), it.getIdentifier())))
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));
        var rows = modules.stream()
                .map(it -> "| `%s` | %s |".formatted(it.getIdentifier(), it.getDisplayName()))
                .sorted()
                .collect(Collectors.joining("\n"));

        GeneratedDoc.isCurrent("modules.md", """
                # Modules

                Drawn from the code. An arrow means "uses"; every module may use `shared`.

                ```mermaid
                graph TD
                %s
                ```

                | module | name |
                | --- | --- |
                %s
                """.formatted(arrows, rows));
    }
}
