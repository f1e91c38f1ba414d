package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.RecordBeside.Disagreement;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.form.Facts;

/** What the published record says beside the package: shown where they disagree about time or money. */
class RecordBesideTest {

    private static final String STAY = "1.004194";
    private static final Map<String, Map<String, String>> PACKAGES = CatalogueFiles.packages();

    @Test
    void anotherAmountAtTheCounterIsADisagreement() {
        assertThat(compared(STAY, published(STAY).channels()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Disagreement.Money.class,
                        it -> assertThat(it.published().method()).isEqualTo(Channel.DIRECT));
    }

    @Test
    void anotherTimeIsADisagreement() {
        var longer = channel(PublishedTime.of(BigDecimal.valueOf(5), PublishedTime.Unit.WORKING_DAY));
        assertThat(compared(STAY, List.of(longer)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Disagreement.Time.class,
                        it -> assertThat(it.here().getFirst()).isEqualTo(TimeLimit.workingDays(3)));
        var calendar = channel(PublishedTime.of(BigDecimal.valueOf(3), PublishedTime.Unit.DAY));
        assertThat(compared(STAY, List.of(calendar))).hasSize(1);
    }

    @Test
    void theSameTimeIsNone() {
        var same = channel(PublishedTime.of(new BigDecimal("3.0"), PublishedTime.Unit.WORKING_DAY));
        assertThat(compared(STAY, List.of(same))).isEmpty();
    }

    @Test
    void whatCannotBeComparedIsNone() {
        var withoutUnit = channel(PublishedTime.of(BigDecimal.ONE, PublishedTime.Unit.UNSPECIFIED));
        var zero = new PublishedChannel(
                Channel.DIRECT,
                List.of(),
                List.of("theo quy định"),
                List.of(new PublishedChannel.Fee("", BigDecimal.ZERO, "VND", "")),
                "");
        assertThat(compared(STAY, List.of(withoutUnit, zero))).isEmpty();
        assertThat(compared("1.001193", published("1.001193").channels())).isEmpty();
    }

    private static PublishedChannel channel(PublishedTime time) {
        return new PublishedChannel(Channel.ONLINE, List.of(time), List.of(), List.of(), "");
    }

    private static ProcedureRecord published(String code) {
        return CatalogueFiles.records().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Disagreement> compared(String code, List<PublishedChannel> channels) {
        var it = published(code);
        var record = new ProcedureRecord(
                it.code(),
                it.name(),
                it.shortName(),
                it.sector(),
                it.issuer(),
                it.levels(),
                it.serviceLevel(),
                it.partialReason(),
                it.agencyType(),
                it.agencies(),
                it.subjects(),
                it.decision(),
                channels,
                List.of(),
                it.results(),
                it.legalBasis(),
                it.requirements(),
                it.keywords(),
                it.trust(),
                it.detailUrl(),
                it.source());
        var content = ProcedurePackage.read(java.util.Objects.requireNonNull(PACKAGES.get(code)));
        return RecordBeside.of(record, content, way -> Facts.of(way.name(), LocalDateTime.of(2026, 11, 23, 9, 0)))
                .disagreements();
    }
}
