package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.form.Words;

/** The list of a package's expressions leaves none out. */
class WrittenRuleTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Map<String, Set<String>> KEYS = Map.of(
            "form.yaml", Set.of("when", "self", "required", "must", "calculate", "if"),
            "procedure.yaml", Set.of("required", "amount"));

    static Stream<String> codes() {
        return CatalogueFiles.packages().keySet().stream();
    }

    private static ProcedurePackage content(String code) {
        return ProcedurePackage.read(
                Objects.requireNonNull(CatalogueFiles.packages().get(code)));
    }

    private static List<WrittenRule> rules(ProcedurePackage content) {
        return WrittenRule.of(content, it -> new Words(it.toString(), it.toString()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyExpressionOfAPackageIsListed(String code) {
        var content = content(code);
        var written = new ArrayList<String>();
        KEYS.forEach((file, keys) -> collect(YAML.readTree(content.files().getOrDefault(file, "")), keys, written));
        written.removeIf(it -> it.matches("true|false|\\d*"));

        assertThat(written)
                .isSubsetOf(rules(content).stream().map(WrittenRule::expression).toList());
    }

    /** Words of documents have {@code when} too: only texts count, and channels' amounts are numbers. */
    private static void collect(JsonNode node, Set<String> keys, List<String> written) {
        node.propertyStream().forEach(it -> {
            if (keys.contains(it.getKey()) && it.getValue().isValueNode()) {
                written.add(it.getValue().asString());
            }
            collect(it.getValue(), keys, written);
        });
        if (node.isArray()) {
            node.forEach(it -> collect(it, keys, written));
        }
    }

    @Test
    void eachSaysWhereItStandsAndInWhichExamplesItHolds() {
        var content = content("1.013225");
        var rules = rules(content);

        assertThat(rules)
                .filteredOn(it -> it.part() == WrittenRule.Part.LIMIT)
                .singleElement()
                .satisfies(it -> assertThat(it.place()).isEqualTo("timeLimit.exceptions[1].when"));
        assertThat(rules)
                .filteredOn(it -> it.part() == WrittenRule.Part.FEE)
                .singleElement()
                .satisfies(it -> assertThat(it.examples(content).orElseThrow()).isNotEmpty());
        var names = content.examples().stream().map(Example::name).toList();
        assertThat(rules)
                .allSatisfy(
                        it -> assertThat(it.examples(content).orElse(List.of())).isSubsetOf(names));
    }

    @Test
    void aRuleThatNobodyAnswersIsAdvice() {
        assertThat(PackageLint.of(content("1.000894")))
                .filteredOn(it -> it.rule() == LintFinding.Rule.NOBODY_ANSWERS)
                .extracting(it -> it.what().arguments().getFirst())
                .contains("registry('maritalStatus')", "dataAvailable('maritalStatus')")
                .doesNotContain("dataAvailable('residence')");
    }
}
