package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    void nineteenProceduresCanBeRun() {
        assertThat(CatalogueFiles.packages()).hasSize(19);
    }

    @Test
    void noExpressionNamesWhatTheFormDoesNotAsk() {
        var faults = new ArrayList<String>();
        packages().forEach(it -> {
            try {
                ProcedurePackage.read(it.getValue());
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

    @ParameterizedTest
    @MethodSource("packages")
    void theRouteReceivesApprovesAndHandsOver(Map.Entry<String, Map<String, String>> entry) {
        var procedure = ProcedurePackage.read(entry.getValue());
        assertThat(procedure.record().code()).isEqualTo(entry.getKey());
        assertThat(procedure.route().advice()).isEmpty();
    }
}
