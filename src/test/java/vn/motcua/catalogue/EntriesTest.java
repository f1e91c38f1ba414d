package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.motcua.form.Facts;
import vn.motcua.form.Problem;
import vn.motcua.shared.Refused;

/** What officers enter at the steps of a route, on the package of birth registration. */
class EntriesTest {

    private static final Map<String, String> BIRTH =
            Objects.requireNonNull(CatalogueFiles.packages().get("1.001193"));
    private static final String ACTIONS = "    actions: [complete, propose-denial, request-supplement]\n";

    @Test
    void whatIsRequiredIsMissingUntilItIsEntered() {
        var entries = ProcedurePackage.read(BIRTH).entries();
        var facts = Facts.of("ONLINE", LocalDateTime.parse("2026-11-23T08:00"));

        assertThat(entries.problems("appraisal", Map.of(), facts))
                .extracting(Problem::fieldId)
                .containsExactly("decision.personalNumber", "register.book");
        var posted = Map.of(
                "decision.personalNumber",
                List.of("010326000123"),
                "register.book",
                List.of("01/2026"),
                "x",
                List.of("y"));
        var entered = entries.parse("appraisal", posted, Map.of("child.fullName", "Giàng Thị Mỵ"));

        assertThat(entered).containsOnlyKeys("decision.personalNumber", "register.book");
        assertThat(entries.problems("appraisal", entered, facts)).isEmpty();
        assertThat(entries.problems("decision", Map.of(), facts)).isEmpty();
    }

    @Test
    void theApplicantsFormDoesNotAskForIt() {
        var procedure = ProcedurePackage.read(BIRTH);

        assertThat(procedure.form().definition().fields())
                .noneMatch(it -> it.id().equals("register.book"));
        assertThat(procedure.entries().without(Map.of("a", 1, "register.book", "1")))
                .containsOnlyKeys("a");
    }

    @Test
    void aPlaceOnTheResultThatNobodyFillsIsRefused() {
        refuses(with("route.yaml", "decision.personalNumber", "decision.number"), "{{decision.personalNumber}}");
    }

    @Test
    void anIdThatTheFormHasOrTheProgramKnowsIsNotEnteredAgain() {
        refuses(with("route.yaml", "id: register.book", "id: child.fullName"), "mã này đã có ở chỗ khác");
        refuses(with("route.yaml", "id: register.book", "id: register.no"), "mã này đã có ở chỗ khác");
    }

    @Test
    void askedUnitsSeeOnlyPapersThatTheProcedureDemands() {
        refuses(with("route.yaml", "steps:\n", """
                        steps:
                          - {id: opinions, kind: consultation, name: Lấy ý kiến, role: receiver, unit: commune-one-stop, hours: 8, ask: [commune-police], question: Hỏi, papers: [khong-co], silence: agrees}
                        """), "không có giấy tờ “khong-co”");
    }

    @Test
    void onlyAStepThatIsCompletedAsks() {
        refuses(with("route.yaml", ACTIONS, "    actions: [approve]\n"), "chỉ bước có việc complete mới có enter");
    }

    @Test
    void aKindThatDoesNotExistIsRefusedWithItsPlace() {
        refuses(with("route.yaml", "kind: citizenId", "kind: number"), "enter-appraisal");
    }

    @Test
    void officersEnterNoPlaceToSign() {
        var more = "    enter:\n      - {id: register.sign, vi: Ký, en: Sign, kind: signature}\n";
        refuses(with("route.yaml", "    enter:\n", more), "register.sign");
        refuses(with("route.yaml", "    enter:\n", more), "signatureNotHere");
    }

    private static Map<String, String> with(String file, String text, String other) {
        var files = new HashMap<>(BIRTH);
        var before = Objects.requireNonNull(files.get(file));
        assertThat(before).contains(text);
        files.put(file, before.replace(text, other));
        return files;
    }

    private static void refuses(Map<String, String> files, String why) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ProcedurePackage.read(files))
                .satisfies(it -> assertThat(it.arguments().toString()).contains(why));
    }
}
