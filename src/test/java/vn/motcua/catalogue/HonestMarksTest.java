package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.deadline.TimeLimit;

/** What a package says of how far it was compared, held against what it holds. */
class HonestMarksTest {

    private static final String NOT_COMPARED = "chưa đối chiếu";

    static Stream<String> codes() {
        return CatalogueFiles.packages().keySet().stream();
    }

    private static ProcedurePackage content(String code) {
        return ProcedurePackage.read(
                Objects.requireNonNull(CatalogueFiles.packages().get(code)));
    }

    private static String trust(ProcedurePackage content) {
        return content.trust().getOrDefault("timeAndFee", "");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void nothingThatWasNotComparedStandsUnderAComparedTimeAndFee(String code) {
        var content = content(code);
        var said = new ArrayList<String>();
        content.feeRules().forEach(it -> said.add(it.trust() + " " + it.note()));
        said.add(content.limitRule().note());
        content.limitRule().immediate().ifPresent(said::add);

        if (said.stream().anyMatch(it -> it.contains(NOT_COMPARED))) {
            assertThat(trust(content)).as("%s: %s", code, said).contains(NOT_COMPARED);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aTimeLimitOtherThanThePublishedOneIsMarked(String code) {
        var content = content(code);
        if (trust(content).contains(NOT_COMPARED)) {
            return;
        }
        var limits = Stream.concat(
                        Stream.of(content.limitRule().usual()),
                        content.limitRule().exceptions().stream().map(LimitRule.Special::limit))
                .map(TimeLimit::amount)
                .collect(Collectors.toSet());
        var published = content.record().channels().stream()
                .flatMap(it -> it.times().stream())
                .map(it -> it.amount().intValueExact())
                .collect(Collectors.toSet());

        assertThat(published).as("the record of %s gives a time", code).isNotEmpty();
        assertThat(limits).as(code).containsAll(published);
    }

    /** One text that stood under forms which have nothing to do with it said nothing. */
    @Test
    void noFormIsSaidToBeLikeTheFormOfAnotherProcedure() {
        var byText = new HashMap<String, ArrayList<String>>();
        codes().forEach(it -> byText.computeIfAbsent(
                        content(it).trust().getOrDefault("form", ""), _ -> new ArrayList<>())
                .add(content(it).form().definition().id()));

        byText.forEach((text, forms) -> {
            assertThat(text).as(forms.toString()).isNotEmpty();
            if (!text.startsWith("lấy của từng thủ tục")) {
                assertThat(forms.stream().distinct()).as(text).hasSize(1);
            }
        });
    }

    @Test
    void rulesThatAskARegisterAreSaidToBeSilent() {
        codes().forEach(code -> {
            var content = content(code);
            var asks = content.files().getOrDefault("form.yaml", "").contains("registry(");
            assertThat(content.trust().containsKey("registers")).as(code).isEqualTo(asks);
        });
    }

    @Test
    void theMarkOfAFeeIsKept() {
        assertThat(content("1.004194").feeRules())
                .extracting(FeeRule::trust)
                .singleElement()
                .asString()
                .contains("chưa đối chiếu 15.000");
        assertThat(Map.copyOf(content("1.013831").trust()).get("timeAndFee")).startsWith(NOT_COMPARED);
    }
}
