package vn.motcua.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Language;

/** Which unit does a step may follow from the answers; and a route may ask several units at once. */
class UnitRulesTest {

    private static final Route ROUTE = Routes.compile("""
            steps:
              - id: appraisal
                name: Thẩm định
                role: construction-specialist
                unit:
                  rules:
                    - when: storeys > 7
                      unit: department-of-construction
                      because: {vi: nhà trên bảy tầng, en: the house has more than seven storeys}
                    - when: heritage
                      unit: department-of-culture
                      because: nhà trong khu di tích
                  otherwise: commune-economic-division
                hours: 8
                actions: [complete]
              - id: opinions
                kind: consultation
                name: {vi: Lấy ý kiến, en: Ask other units}
                role: construction-specialist
                unit: commune-economic-division
                hours: 16
                ask: [commune-police, land-registry]
                question: {vi: Có vướng mắc gì không?, en: Is anything in the way?}
                papers: [ban-ve]
                silence: reminds
              - {id: decision, name: Ký, role: leader, unit: commune-committee, hours: 1, actions: [approve]}
            """);

    @Test
    void theFirstRuleThatHoldsSaysTheUnitAndWhyElseTheUsualOne() {
        var step = ROUTE.step("appraisal");
        assertThat(step.unitKind(Map.of("storeys", 9, "heritage", true))).isEqualTo("department-of-construction");
        assertThat(step.unitKind(Map.of("storeys", 2, "heritage", true))).isEqualTo("department-of-culture");
        assertThat(step.unitKind(Map.of("storeys", 2))).isEqualTo("commune-economic-division");
        assertThat(step.unitRule(Map.of("storeys", 2))).isEmpty();
        assertThat(step.unitRule(Map.of("storeys", 9)).orElseThrow().because().in(Language.EN))
                .isEqualTo("the house has more than seven storeys");
        assertThat(step.unitKinds())
                .containsExactly("commune-economic-division", "department-of-construction", "department-of-culture");
    }

    @Test
    void aConsultationIsAStepThatIsDoneByItselfWhenAllHaveAnswered() {
        var step = ROUTE.step("opinions");
        assertThat(step.actions()).containsExactly(DeskAct.COMPLETE);
        assertThat(step.asking())
                .contains(new Asking(
                        List.of("commune-police", "land-registry"),
                        new BigDecimal("16"),
                        Asking.Silence.REMINDS,
                        new StepName("Có vướng mắc gì không?", "Is anything in the way?"),
                        List.of("ban-ve")));
        assertThat(step.unitKinds()).containsExactly("commune-economic-division", "commune-police", "land-registry");
        var tokens = ROUTE.complete(ROUTE.begin(Map.of()), "appraisal", Map.of());
        assertThat(tokens.openSteps()).containsExactly("opinions");
        assertThat(ROUTE.complete(tokens, "opinions", Map.of()).openSteps()).containsExactly("decision");
    }
}
