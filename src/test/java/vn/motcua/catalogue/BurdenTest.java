package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Refused;

/** What a procedure asks of people, so that anybody can add it up. */
class BurdenTest {

    private static final String FILE = "/catalogue/burden.yaml";
    private static final BurdenRates RATES = new BurdenRates(BurdenRates.read(FILE, CatalogueFiles.text(FILE)));
    private static final Map<String, Map<String, String>> PACKAGES = CatalogueFiles.packages();

    @Test
    void anHourCostsWhatAHeadEarnsInIt() {
        assertThat(RATES.incomePerHour()).isEqualTo(Math.round(114_000_000d / 12 / 22 / 8));
        assertThat(RATES.cost(3600)).isEqualTo(RATES.incomePerHour());
        assertThat(RATES.cost(0)).isZero();
    }

    @Test
    void copiesAreCountedLineByLine() {
        var three = one("2.000635", "Ba bản sao");

        assertThat(three.papers())
                .as("proof of residence, as no database gave it")
                .isEqualTo(1);
        assertThat(three.held()).as("the population database has it").isEqualTo(1);
        assertThat(three.prefilled()).isPositive().isLessThan(three.questions());
        assertThat(three.lines())
                .filteredOn(it -> it.activity() == Burden.Activity.PAY)
                .singleElement()
                .satisfies(it -> assertThat(it.money()).isEqualTo(24_000));
        assertThat(three.lines())
                .filteredOn(it -> it.activity() == Burden.Activity.ANSWER)
                .singleElement()
                .satisfies(it -> assertThat(it.times()).isEqualTo(three.questions() - three.prefilled()));
        assertThat(three.cost())
                .isEqualTo(three.lines().stream()
                        .mapToLong(it -> RATES.cost(it.seconds()) + it.money())
                        .sum());
    }

    @Test
    void whoGoesThereSpendsMoreThanWhoFilesAtHome() {
        var burden = Burden.of(ProcedurePackage.read(PACKAGES.getOrDefault("2.000635", Map.of())), RATES);
        var online = burden.cases().stream()
                .filter(it -> it.channel() == Channel.ONLINE)
                .findFirst()
                .orElseThrow();
        var direct = burden.cases().stream()
                .filter(it -> it.channel() == Channel.DIRECT)
                .findFirst()
                .orElseThrow();

        assertThat(direct.seconds()).isGreaterThan(online.seconds());
        assertThat(burden.span(Burden.Case::seconds)).contains(new Burden.Span(online.seconds(), direct.seconds()));
        assertThat(new Burden(List.of()).span(Burden.Case::cost)).isEqualTo(Optional.empty());
    }

    @Test
    void everyPackageThatComesWithTheProgramIsCounted() {
        PACKAGES.forEach((code, files) -> {
            var content = ProcedurePackage.read(files);
            var burden = Burden.of(content, RATES);
            assertThat(burden.cases())
                    .as(code)
                    .hasSameSizeAs(content.examples())
                    .allSatisfy(it -> {
                        assertThat(it.questions()).isPositive();
                        assertThat(it.held()).isLessThanOrEqualTo(it.papers());
                        assertThat(it.prefilled()).isLessThanOrEqualTo(it.questions());
                    });
        });
    }

    @Test
    void aFigureThatIsMissingOrSaidTwiceIsRefused() {
        var text = CatalogueFiles.text(FILE);
        var last = text.lines().toList().getLast();
        assertThatThrownBy(() -> BurdenRates.read(FILE, text.replace(last, ""))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> BurdenRates.read(FILE, text + last + "\n")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> BurdenRates.read(FILE, text.replace("value: 22,", "value: 0,")))
                .isInstanceOf(Refused.class);
        assertThat(RATES.all()).allSatisfy(it -> assertThat(it.source()).isNotBlank());
    }

    private static Burden.Case one(String code, String example) {
        return Burden.of(ProcedurePackage.read(PACKAGES.getOrDefault(code, Map.of())), RATES).cases().stream()
                .filter(it -> it.example().equals(example))
                .findFirst()
                .orElseThrow();
    }
}
