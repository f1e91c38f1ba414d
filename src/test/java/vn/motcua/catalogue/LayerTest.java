package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

/** A province's own layer over the national package of a procedure. */
class LayerTest {

    private static final LayerCode LAO_CAI = new LayerCode("1.001193", "15");
    private static final Map<String, String> NATIONAL =
            CatalogueFiles.packages().getOrDefault("1.001193", Map.of());
    private static final String HOURS = "changes:\n  - {at: steps.appraisal.hours, was: 4, is: 3}\n";

    @Test
    void whatItChangesHoldsAndAllElseIsNational() {
        var merged = Layer.read(layer(HOURS)).over(NATIONAL, layer(HOURS));
        assertThat(merged.conflicts()).isEmpty();
        assertThat(PackageDifference.between(NATIONAL, merged.files(), Language.VI))
                .filteredOn(it -> it.part() != PackageDifference.Part.LAYER)
                .extracting(it -> it.part() + " " + it.id() + " " + it.details())
                .containsExactly("ROUTE appraisal [Detail[key=hours, before=4, after=3]]");
        assertThat(LayerCheck.of(LAO_CAI, "G15", NATIONAL, layer(HOURS), Set.of()))
                .isEmpty();
        assertThat(Layer.own(merged.files())).isEqualTo(layer(HOURS));
    }

    @Test
    void anUpdateOfTheNationalPartKeepsItUnlessItChangesTheSamePlace() {
        var elsewhere = new HashMap<>(NATIONAL);
        elsewhere.computeIfPresent("form.yaml", (_, it) -> it.replace("Họ, chữ đệm và tên của trẻ", "Tên của trẻ"));
        assertThat(LayerCheck.conflicts(elsewhere, layer(HOURS))).isEmpty();
        assertThat(LayerCheck.of(LAO_CAI, "G15", elsewhere, layer(HOURS), Set.of()))
                .isEmpty();

        var same = new HashMap<>(NATIONAL);
        same.computeIfPresent("route.yaml", (_, it) -> it.replace("hours: 4", "hours: 2"));
        var problems = LayerCheck.of(LAO_CAI, "G15", same, layer(HOURS), Set.of());
        assertThat(problems).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("layer.yaml");
            assertThat(it.line()).isEqualTo(2);
            assertThat(it.words().key()).isEqualTo("catalogue.problem.layer.changed");
            assertThat(it.words().arguments()).containsExactly("steps.appraisal.hours", "4", "2", "3");
        });
        assertThat(LayerCheck.conflicts(same, layer(HOURS.replace("was: 4", "was: 2"))))
                .as("settled")
                .isEmpty();
    }

    @Test
    void whatTheNationTookAwayIsSaid() {
        var problems = LayerCheck.conflicts(NATIONAL, layer(HOURS.replace("appraisal", "no-such-step")));
        assertThat(problems).extracting(it -> it.words().key()).containsExactly("catalogue.problem.layer.gone");
    }

    @Test
    void feesNeedTheResolutionOfTheCouncil() {
        var fee = "changes:\n  - {at: fees.x.amount, was: '1', is: '2'}\n";
        assertThatThrownBy(() -> Layer.read(layer(fee)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("changes[1]");
        var whole = "resolution: {number: 12/2026/NQ-HĐND, date: \"2026-07-10\", issuer: HĐND tỉnh Lào Cai}\n" + fee;
        assertThat(Layer.read(layer(whole)).resolution().orElseThrow().number()).isEqualTo("12/2026/NQ-HĐND");
    }

    @Test
    void itsOwnTextsAreReadAsPeopleWill() {
        var resolution = "resolution: {number: 12/2026/NQ-HĐND, date: \"2026-07-10\", issuer: HĐND tỉnh Lào Cai}\n";
        var says =
                "changes:\n  - {at: fees.ban-sao.says, was: {vi: 8.000 ₫ mỗi bản sao, en: '8,000 ₫ a copy'}, is: %s}\n";
        var plain = resolution + says.formatted("{vi: 8.000 ₫ một bản, en: '8,000 ₫ each'}");
        assertThat(LayerCheck.of(LAO_CAI, "G15", NATIONAL, layer(plain), Set.of()))
                .isEmpty();

        var untranslated = resolution + says.formatted("{vi: 8.000 ₫ một bản, en: 8.000 ₫ một bản}");
        assertThat(LayerCheck.of(LAO_CAI, "G15", NATIONAL, layer(untranslated), Set.of()))
                .singleElement()
                .satisfies(it -> assertThat(it.words().arguments().toString()).contains("ENGLISH_MISSING"));
    }

    /** Nobody may be asked for more than the national record asks. */
    @Test
    void itCannotAskForMoreDocuments() {
        for (var at : new String[] {"documents.giay-chung-sinh.required", "fees.x.id", "sections.child.when"}) {
            var text = "changes:\n  - {at: " + at + ", was: 'a', is: 'b'}\n";
            assertThatThrownBy(() -> Layer.read(layer(text))).as(at).isInstanceOf(Refused.class);
        }
    }

    private static Map<String, String> layer(String text) {
        return Map.of("layer.yaml", text);
    }
}
