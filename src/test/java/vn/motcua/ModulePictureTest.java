package vn.motcua;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.motcua.support.GeneratedDoc;

class ModulePictureTest {

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
