package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Form;
import vn.motcua.form.FormDefinition;

/** With what an author begins where there is only the published record. */
class PackageSkeletonTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final List<ProcedureRecord> RECORDS = CatalogueFiles.records();

    private static ProcedureRecord record(String code) {
        return RECORDS.stream().filter(it -> it.code().equals(code)).findFirst().orElseThrow();
    }

    private static JsonNode yaml(ProcedureRecord record, String file) {
        return YAML.readTree(Objects.requireNonNull(PackageSkeleton.of(record).get(file)));
    }

    @Test
    void everyRecordOfTheNationGivesOneThatSaysWhatTheRecordSaysAndCannotBePublishedAsItIs() {
        for (var record : RECORDS) {
            var root = yaml(record, "procedure.yaml");
            assertThat(root.path("code").asString()).isEqualTo(record.code());
            assertThat(root.path("documents").size())
                    .as("documents of %s", record.code())
                    .isEqualTo((int) record.cases().stream()
                            .flatMap(it -> it.documents().stream())
                            .distinct()
                            .count());
            assertThat(root.path("channels").size()).isEqualTo(record.channels().size());
            root.path("trust").forEach(it -> assertThat(it.asString()).startsWith("chưa đối chiếu"));
            Form.compile(FormDefinition.read(
                    Objects.requireNonNull(PackageSkeleton.of(record).get("form.yaml"))));
        }
    }

    @Test
    void whatIsNotKnownIsNamedBeforeItCanBeHandedIn() {
        for (var record : RECORDS.subList(0, 40)) {
            var files = PackageSkeleton.of(record);
            assertThat(PackageCheck.of(record.code(), record.issuer().code(), files, Set.of()))
                    .as(record.code())
                    .isNotEmpty();
        }
    }

    @Test
    void aRecordWithTimesThatCanBeCountedIsReadAtOnce() {
        var content = ProcedurePackage.read(PackageSkeleton.of(record("1.001731")));

        assertThat(content.limitRule().usual()).isEqualTo(TimeLimit.workingDays(3));
        assertThat(content.route().steps())
                .extracting(it -> it.id())
                .containsExactly("reception", "appraisal", "decision", "hand-over");
        assertThat(content.route().hours().intValueExact()).isEqualTo(24);
        assertThat(content.feeRules())
                .as("a zero may mean that a circular says how much")
                .isEmpty();
        assertThat(content.documents())
                .extracting(it -> it.name().vi())
                .containsExactlyElementsOf(record("1.001731").documents());
    }

    @Test
    void aTimeWithoutAUnitIsLeftOpen() {
        assertThat(yaml(record("1.004873"), "procedure.yaml").path("timeLimit").has("amount"))
                .isFalse();
    }

    @Test
    void caseAndTimesByTheWayOfFilingBecomeConditions() {
        var record = RECORDS.stream()
                .filter(it ->
                        it.cases().stream().filter(one -> !one.name().isEmpty()).count() > 1
                                && it.cases().stream()
                                        .anyMatch(one -> !one.name().isEmpty()
                                                && !one.documents().isEmpty()))
                .findFirst()
                .orElseThrow();
        var root = yaml(record, "procedure.yaml");

        assertThat(yaml(record, "form.yaml")
                        .path("questions")
                        .get(0)
                        .path("options")
                        .size())
                .isEqualTo((int) record.cases().stream()
                        .filter(it -> !it.name().isEmpty())
                        .count());
        assertThat(root.path("documents")
                        .valueStream()
                        .map(it -> it.path("required").asString()))
                .anySatisfy(it -> assertThat(it).startsWith("case in ["));
    }
}
