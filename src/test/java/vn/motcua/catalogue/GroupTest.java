package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Facts;
import vn.motcua.form.Finding;
import vn.motcua.form.FormDefinition;

/** A group of linked procedures asks once, hands each part what it needs, and is refused where it could not work. */
class GroupTest {

    private static final Map<String, String> BIRTH = CatalogueFiles.packages().getOrDefault("3.000722", Map.of());
    private static final Map<String, String> DEATH = CatalogueFiles.packages().getOrDefault("2.002913", Map.of());
    private static final Map<String, String> BEFORE = CatalogueFiles.packages().getOrDefault("2.000986", Map.of());
    private static final Facts FACTS = Facts.of("ONLINE", LocalDateTime.parse("2026-11-23T08:00"));

    @Test
    void whatThePartsShareIsAskedOnce() {
        var form = ProcedurePackage.read(BIRTH).form().definition();

        assertThat(form.fields().map(it -> it.id()))
                .doesNotHaveDuplicates()
                .contains("child.fullName", "ct01.headName", "m.hospital")
                .doesNotContain("ct01.fullName", "ct01.citizenId", "m.fullName", "m.citizenId", "m.guardian");
    }

    @Test
    void aPartGetsItsAnswersFromTheDeclarationAndFromWhatCameBefore() {
        var group = ProcedurePackage.read(BIRTH).group().orElseThrow();
        var given = new LinkedHashMap<String, Object>();
        given.put("child.fullName", "Giàng Thị Mỵ");
        given.put("child.birthDate", "2026-11-07");
        given.put("requester.fullName", "Lý Thị Mẩy");
        given.put("ct01.newAddress", Map.of("province", "15", "ward", "03037"));
        given.putAll(
                Group.named("birth", Map.of("decision.personalNumber", "010326000123"), java.util.Optional.empty()));

        assertThat(group.answers("insurance", given, FACTS))
                .containsEntry("m.fullName", "Giàng Thị Mỵ")
                .containsEntry("m.birthDate", "2026-11-07")
                .containsEntry("m.citizenId", "010326000123")
                .containsEntry("m.guardian", "Lý Thị Mẩy")
                .containsEntry("m.address", Map.of("province", "15", "ward", "03037"))
                .containsEntry("m.group", "TE");
        assertThat(group.place("residence", given)).contains("03037");
    }

    @Test
    void aDayIsTakenOutOfAMomentAndATextIsComputed() {
        var group = ProcedurePackage.read(DEATH).group().orElseThrow();
        var given = Map.<String, Object>of("deceased.deathTime", "2026-11-20T04:30", "deceased.fullName", "Lý A Páo");

        assertThat(group.answers("funeral", given, FACTS)).containsEntry("d.deathDate", "2026-11-20");
        assertThat(group.answers("residence", given, FACTS))
                .containsEntry("removal.reason", "DEATH")
                .containsEntry("ct01.request", "Xóa đăng ký thường trú của Lý A Páo do đã chết");
    }

    @Test
    void onlyThePartsThatAreWantedAreOpened() {
        var group = ProcedurePackage.read(DEATH).group().orElseThrow();

        assertThat(group.chosen(Map.of("funeral.want", true), FACTS))
                .extracting(Group.Part::id)
                .containsExactly("death", "residence", "funeral");
        assertThat(group.chosen(Map.of("funeral.want", false), FACTS))
                .extracting(Group.Part::id)
                .containsExactly("death", "residence");
    }

    /** The linked birth at the counter: once the birth is registered, residence and insurance begin together. */
    @Test
    void theGroupAtTheCounterHasThreePartsInALimitOfItsOwn() {
        var procedure = ProcedurePackage.read(BEFORE);
        var group = procedure.group().orElseThrow();

        assertThat(group.parts()).extracting(Group.Part::id).containsExactly("birth", "residence", "insurance");
        assertThat(group.part("residence").after()).containsExactly("birth");
        assertThat(group.part("insurance").after()).containsExactly("birth");
        assertThat(group.limited()).isTrue();
        assertThat(group.limit()).isEqualTo(TimeLimit.workingDays(20));
        assertThat(procedure.record().channels())
                .extracting(PublishedChannel::method)
                .containsOnly(Channel.DIRECT);
        assertThat(group.answers("residence", Map.of("child.fullName", "Giàng Thị Mỵ"), FACTS))
                .containsEntry("ct01.fullName", "Giàng Thị Mỵ");
        assertThat(group.papersFromResults("insurance")).containsEntry("khai-sinh", "birth");
    }

    @Test
    void aSupersededGroupNamesTheOneThatTookItsPlace() {
        var procedure = ProcedurePackage.read(BEFORE);

        assertThat(procedure.linked()).first().isEqualTo("3.000722");
        assertThat(revision("2.000986").supersededBy()).contains("3.000722");
        assertThat(revision("3.000722").supersededBy()).isEmpty();
        assertThat(revision("1.000894").supersededBy())
                .as("suggests another one, under a condition")
                .isEmpty();
        assertThat(procedure.form().findings(Map.of(), FACTS))
                .extracting(Finding::outcome)
                .contains(new FormDefinition.Outcome.Suggestion("3.000722"));
        assertThat(ProcedurePackage.read(BIRTH).form().findings(Map.of(), FACTS))
                .extracting(Finding::outcome)
                .doesNotContain(new FormDefinition.Outcome.Suggestion("3.000722"));
    }

    private static ProcedureRevision revision(String code) {
        var content = ProcedurePackage.read(CatalogueFiles.packages().getOrDefault(code, Map.of()));
        return new ProcedureRevision(
                new RevisionId(new UUID(0, code.hashCode())), content.record(), Optional.of(content));
    }

    @Test
    void aRevisionOfAGroupKeepsThePartsItWasPublishedWith() {
        var changed = new HashMap<>(BIRTH);
        changed.merge("1.001939/result.yaml", "\n# đổi\n", (text, more) -> text + more);
        var group = ProcedurePackage.read(BIRTH).group().orElseThrow();

        assertThat(group.part("insurance").revision())
                .isEqualTo(Revisions.idOf("1.001939", CatalogueFiles.packages().getOrDefault("1.001939", Map.of())));
        assertThat(ProcedurePackage.read(changed)
                        .group()
                        .orElseThrow()
                        .part("insurance")
                        .revision())
                .isNotEqualTo(group.part("insurance").revision());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group.yaml | after: [birth] | after: [insurance] | không phải một phần đứng trước",
                "group.yaml | birth.decision.personalNumber | birth.decision.number | birth.decision.number",
                "group.yaml | ct01.birthDate: child.birthDate | ct01.birthDate: child.fullName | câu hỏi cần date",
                "group.yaml | m.group: \"'TE'\" | m.group: \"'XX'\" | không phải một trong",
                "group.yaml | m.guardian: requester.fullName | m.nobody: requester.fullName | không hỏi",
                "group.yaml | khai-sinh: birth | khai-sinh: residence | không phải phần mà phần này chờ",
                "group.yaml | place: ct01.newAddress | place: child.fullName | không có câu hỏi địa chỉ",
                "group.yaml | {amount: 2, unit: WORKING_DAY} | {amount: 3, unit: WORKING_DAY} | đường dài nhất",
                "group.yaml | procedure: \"1.001939\" | procedure: \"9.999999\" | không có gói",
                "form.yaml | '- {from: \"1.001939\", field: m.hospital}' | '- {from: \"1.001939\", field: m.clinic}' | m.clinic",
                "form.yaml | '      - {from: \"1.004222\", field: ct01.headCitizenId}' | '' | không ai trả lời câu hỏi bắt buộc"
            })
    void whatCouldNotWorkIsRefusedWithPlaceAndReason(String file, String text, String into, String why) {
        var changed = new HashMap<>(BIRTH);
        assertThat(changed.get(file)).contains(text);
        changed.merge(file, "", (whole, _) -> whole.replace(text, into));

        assertThatThrownBy(() -> ProcedurePackage.read(changed))
                .hasMessageContaining("PACKAGE_FAULTY")
                .hasMessageContaining(why);
    }
}
