package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.shared.Refused;

/** Every package that comes with the program is sound, and does what its examples say. */
class PackagesTest {

    static Stream<Map.Entry<String, Map<String, String>>> packages() {
        return CatalogueFiles.packages().entrySet().stream();
    }

    @Test
    void thirtyOneProceduresAndThreeGroupsCanBeRun() {
        assertThat(CatalogueFiles.packages()).hasSize(34);
    }

    @Test
    void noExpressionNamesWhatTheFormDoesNotAsk() {
        var faults = new ArrayList<String>();
        packages().forEach(it -> {
            try {
                PublicationRules.ready(it.getValue());
            } catch (Refused e) {
                faults.add(it.getKey() + " " + e.arguments());
            }
        });
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theExamplesHold(Map.Entry<String, Map<String, String>> entry) {
        var procedure = ProcedurePackage.read(entry.getValue());
        assertThat(procedure.examples()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(procedure.examples().stream()
                        .flatMap(it ->
                                it.differences(procedure, OpeningHours.usual(), WorkingCalendar.national()).stream()))
                .isEmpty();
    }

    @Test
    void aTextWithoutItsEnglishIsNotPublished() {
        assertThatThrownBy(() -> PublicationRules.ready(changed("        en: Full name of the child\n", "")))
                .hasMessageContaining("PACKAGE_FAULTY")
                .hasMessageContaining("sections.child.fields.child.fullName");
        assertThatThrownBy(() -> PublicationRules.ready(changed(
                        "        en: Full name of the child\n",
                        "        en: Full name of the child\n        hint: Họ tên\n")))
                .hasMessageContaining("PACKAGE_FAULTY");
    }

    @Test
    void aFormThatDoesNotEndWithADeclarationIsNotPublished() {
        assertThatThrownBy(() -> PublicationRules.ready(changed("        kind: consent\n", "        kind: boolean\n")))
                .hasMessageContaining("PACKAGE_FAULTY")
                .hasMessageContaining("sections.commit");
    }

    @Test
    void whatWasPublishedBeforeARuleCameIsStillRead() {
        assertThat(ProcedurePackage.read(changed("        en: Full name of the child\n", "")))
                .isNotNull();
    }

    /** The registration of births with something else in its form. */
    private static Map<String, String> changed(String text, String into) {
        var files = new HashMap<>(CatalogueFiles.packages().get("1.001193"));
        var form = files.getOrDefault("form.yaml", "");
        assertThat(form).contains(text);
        files.put("form.yaml", form.replace(text, into));
        return files;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theRouteReceivesApprovesAndHandsOver(Map.Entry<String, Map<String, String>> entry) {
        var procedure = ProcedurePackage.read(entry.getValue());
        assertThat(procedure.record().code()).isEqualTo(entry.getKey());
        assertThat(procedure.route().advice()).isEmpty();
    }
}
