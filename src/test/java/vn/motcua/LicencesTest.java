package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.support.GeneratedDoc;

/** What the built program contains of others, as its bill of materials (CycloneDX) says, and under which licence. */
class LicencesTest {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    /** Of several that a library offers, one of these is enough. */
    private static final Set<String> TAKEN = Set.of(
            "Apache-2.0",
            "MIT",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "LGPL-2.1-or-later",
            "LGPL-2.1-only",
            "PostgreSQL",
            // Of EU DSS, whose poms name it so: version 2.1, by the address beside it
            "GNU Lesser General Public License",
            // Names that their poms give instead of an SPDX identifier: the first reads as MIT, the second as
            // BSD-3-Clause
            "Bouncy Castle Licence",
            "Go License");

    private final List<JsonNode> libraries = new ArrayList<>();

    /** Maven makes the bill only when it may use the network. */
    LicencesTest() {
        assumeTrue(Files.exists(BILL), "built offline, without a bill of materials");
        JsonMapper.shared().readTree(BILL.toFile()).get("components").values().forEach(libraries::add);
    }

    @Test
    void everyLibraryIsNamedExactly() {
        assertThat(libraries).hasSizeGreaterThan(50).allSatisfy(it -> {
            assertThat(it.path("purl").asString("")).startsWith("pkg:maven/").contains("@");
            assertThat(it.path("hashes")
                            .valueStream()
                            .map(hash -> hash.get("alg").asString()))
                    .contains("SHA-256");
        });
    }

    @Test
    void everyLicenceIsOneThatWeTake() {
        assertThat(libraries)
                .filteredOn(it -> licences(it).stream().noneMatch(TAKEN::contains))
                .extracting(it -> it.get("name").asString() + " " + licences(it))
                .isEmpty();
    }

    @Test
    void theListInTheDocsIsWhatIsBuiltIn() {
        var rows = new TreeMap<String, String>();
        for (var it : libraries) {
            var name = name(it);
            rows.put(
                    name, "| `%s` | %s | %s |".formatted(name, it.get("version").asString(), words(it)));
        }
        GeneratedDoc.isCurrent("licences.md", """
                # Libraries and their licences

                What the built program contains, drawn from its bill of materials (`META-INF/sbom/application.cdx.json` in the jar, CycloneDX).
                Where a library offers several licences, any of them may be chosen. "linux-amd64" stands for the platform of the build.

                | library | version | licence |
                | --- | --- | --- |
                %s
                """.formatted(String.join("\n", rows.values())));
    }

    private static String name(JsonNode it) {
        var group = it.path("group").asString("");
        return group + ":" + it.get("name").asString().replaceFirst("-linux-arm64v8$", "-linux-amd64");
    }

    private static String words(JsonNode it) {
        return String.join(" or ", licences(it));
    }

    private static List<String> licences(JsonNode library) {
        return library.path("licenses")
                .valueStream()
                .map(it -> it.has("expression")
                        ? it.get("expression").asString()
                        : it.path("license")
                                .path("id")
                                .asString(it.path("license").path("name").asString("")))
                .toList();
    }
}
