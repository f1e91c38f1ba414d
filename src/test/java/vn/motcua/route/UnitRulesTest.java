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
    void aKindThatIsAskedMayHaveHoursAndASilenceOfItsOwn() {
        var yaml = """
                steps:
                  - {id: reception, name: Tiếp nhận, role: receiver, unit: commune-one-stop, hours: 1, actions: [receive]}
                  - id: opinions
                    kind: consultation
                    name: Lấy ý kiến
                    role: construction-specialist
                    unit: commune-economic-division
                    hours: 16
                    ask: [commune-police, {unit: land-registry, hours: 40, silence: stops}, {unit: tax-office, silence: agrees}]
                    question: Có vướng mắc gì không?
                    silence: reminds
                  - {id: decision, name: Ký, role: leader, unit: commune-committee, hours: 1, actions: [approve]}
                """;
        var definition = RouteDefinition.read(yaml);
        var step = Route.compile(definition, _ -> _ -> true).step("opinions");
        var asking = step.asking().orElseThrow();

        assertThat(asking.unitKinds()).containsExactly("commune-police", "land-registry", "tax-office");
        assertThat(asking.hours("commune-police")).isEqualByComparingTo("16");
        assertThat(asking.hours("land-registry")).isEqualByComparingTo("40");
        assertThat(asking.hours("tax-office")).isEqualByComparingTo("16");
        assertThat(asking.silence("commune-police")).isEqualTo(Asking.Silence.REMINDS);
        assertThat(asking.silence("land-registry")).isEqualTo(Asking.Silence.STOPS);
        assertThat(asking.silence("tax-office")).isEqualTo(Asking.Silence.AGREES);
        assertThat(step.hours().orElseThrow())
                .as("the step takes as long as the longest")
                .isEqualByComparingTo("40");
        assertThat(RouteDefinition.read(RouteYaml.write(definition)).items())
                .as("and it is written as it was read")
                .isEqualTo(definition.items());
    }

    @Test
    void whatAKindHasOfItsOwnIsCheckedWhenItIsRead() {
        var checked = Route.check(RouteDefinition.read("""
                        steps:
                          - id: opinions
                            kind: consultation
                            name: Lấy ý kiến
                            role: specialist
                            unit: division
                            hours: 16
                            ask: [{unit: police, hours: 0, silence: shouts}, {unit: land, days: 3}, {hours: 4}, [tax]]
                            question: Có vướng mắc gì không?
                            silence: reminds
                        """), _ -> _ -> true);

        assertThat(((Route.Faulty) checked).faults())
                .extracting(Fault::kind)
                .contains(
                        Fault.Kind.UNKNOWN_SILENCE,
                        Fault.Kind.NO_TIME_TO_ANSWER,
                        Fault.Kind.UNKNOWN_KEY,
                        Fault.Kind.WRONG_SHAPE);
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
