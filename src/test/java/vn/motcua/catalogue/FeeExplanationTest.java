package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.FeeExplanation.Offer;
import vn.motcua.form.Facts;
import vn.motcua.form.Words;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Language;
import vn.motcua.shared.Messages;
import vn.motcua.shared.Refused;

/** Of several reliefs the most favourable is taken, and it is said which and which not. */
class FeeExplanationTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T08:00");
    private static final String COPIES = "    trust: \"đã đối chiếu (mức 8.000 đ/bản theo 2.000635)\"\n";

    /** Whatever reliefs there are, in whatever order: never more than usual, and the least of all that apply. */
    @Property(tries = 1000)
    void theMostFavourableIsTakenInAnyOrder(
            @ForAll("amounts") long usual, @ForAll("reliefs") List<Long> amounts, @ForAll Random random) {
        var offers = new ArrayList<Offer>();
        for (int at = 0; at < amounts.size(); at++) {
            offers.add(offer("r" + at, amounts.get(at)));
        }
        var explained = new FeeExplanation(rule(), new Dong(usual), Optional.empty(), offers);
        Collections.shuffle(offers, random);
        var otherwise = new FeeExplanation(rule(), new Dong(usual), Optional.empty(), offers);

        assertThat(otherwise).isEqualTo(explained);
        assertThat(explained.amount().amount())
                .isBetween(0L, usual)
                .isEqualTo(amounts.stream().mapToLong(it -> it).reduce(usual, Math::min));
        assertThat(explained.others().size() + explained.used().stream().count())
                .isEqualTo(amounts.size());
    }

    /** One more relief never makes it dearer. */
    @Property(tries = 1000)
    void aReliefNeverRaises(
            @ForAll("amounts") long usual, @ForAll("reliefs") List<Long> amounts, @ForAll("amounts") long more) {
        var offers = new ArrayList<Offer>();
        for (int at = 0; at < amounts.size(); at++) {
            offers.add(offer("r" + at, amounts.get(at)));
        }
        var before = new FeeExplanation(rule(), new Dong(usual), Optional.empty(), offers).amount();
        offers.add(offer("more", more));

        assertThat(new FeeExplanation(rule(), new Dong(usual), Optional.empty(), offers)
                        .amount()
                        .amount())
                .isLessThanOrEqualTo(before.amount());
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 5_000_000);
    }

    @Provide
    Arbitrary<List<Long>> reliefs() {
        return amounts().list().ofMaxSize(6);
    }

    /** By quantity, channel, date and group, out of a package's text. */
    @Test
    void aPackageSaysWhoPaysLess() {
        var content = ProcedurePackage.read(birth("""
                    reliefs:
                      - {id: online, name: {vi: "Giảm một nửa khi nộp trực tuyến", en: "Half when filed online"}, when: 'channel == "ONLINE"', amount: '4000 * copies.count', legal: "12/2026/NQ-HĐND"}
                      - {id: many, name: {vi: "Từ bản thứ ba trở đi không thu", en: "Nothing from the third copy on"}, when: 'copies.count > 2', amount: '16000'}
                      - {id: later, name: {vi: "Miễn từ năm 2027", en: "Free from 2027"}, when: 'today >= date("2027-01-01")', amount: '0'}
                """));

        assertThat(due(content, 2, "DIRECT", NOW)).isEqualTo(16_000);
        assertThat(due(content, 2, "ONLINE", NOW)).isEqualTo(8_000);
        assertThat(due(content, 5, "DIRECT", NOW)).isEqualTo(16_000);
        assertThat(due(content, 5, "ONLINE", NOW)).isEqualTo(16_000);
        assertThat(due(content, 5, "ONLINE", NOW.plusYears(1))).isZero();
        var said = said(content, 3, "ONLINE", NOW);
        assertThat(said)
                .containsExactly(
                        "Mức thu thông thường: 24.000\u00a0₫ (8.000 ₫ mỗi bản sao), theo 281/2016/TT-BTC.",
                        "Cách tính: Số lượng bản sao: 3 × 8.000\u00a0₫ = 24.000\u00a0₫.",
                        "Được giảm, còn phải nộp 12.000\u00a0₫: Giảm một nửa khi nộp trực tuyến, theo 12/2026/NQ-HĐND.",
                        "Cách tính: Số lượng bản sao: 3 × 4.000\u00a0₫ = 12.000\u00a0₫.",
                        "Cũng áp dụng được nhưng không lợi hơn: Từ bản thứ ba trở đi không thu, phải nộp 16.000\u00a0₫.");
        assertThat(said(content, 3, "DIRECT", NOW.plusYears(1)).get(2)).isEqualTo("Được miễn: Miễn từ năm 2027.");
        assertThat(content.fees(answers(2), Facts.of("ONLINE", NOW)))
                .singleElement()
                .satisfies(it -> assertThat(it.legal()).isEqualTo("12/2026/NQ-HĐND"));
    }

    /** It is said only where it comes to the amount: not of tiers, caps and what no form asks. */
    @Test
    void aLineSaysHowManyTimesHowMuch() {
        var content = ProcedurePackage.read(birth(""));
        assertThat(content.fees(answers(2), Facts.of("DIRECT", NOW)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.reckoned().orElseThrow().vi())
                            .isEqualTo("Số lượng bản sao: 2 × 8.000\u00a0₫ = 16.000\u00a0₫");
                    assertThat(it.over(new Dong(16_000)).reckoned()).isEqualTo(it.reckoned());
                    assertThat(it.over(new Dong(9_000)).reckoned())
                            .as("a part of it")
                            .isEmpty();
                });
        for (var other : List.of(
                "min(10000, 8000 * copies.count)",
                "8000 * copies.count + 1000",
                "copies.count * copies.count * 1000",
                "0.5 * copies.count",
                "50000")) {
            var reckoned = priced(other)
                    .explainedFees(answers(3), Facts.of("DIRECT", NOW))
                    .getLast()
                    .reckoned();
            assertThat(reckoned).as(other).isEmpty();
        }
        assertThat(priced("copies.count * 999000000000000")
                        .explainedFees(answers(1_000_000), Facts.of("DIRECT", NOW))
                        .getLast()
                        .reckoned())
                .as("more than anybody can count")
                .isEmpty();
        var byChannel = priced("copies.want ? copies.count * (channel == \"ONLINE\" ? 5000 : 10000) : 7000");
        assertThat(byChannel
                        .explainedFees(answers(3), Facts.of("ONLINE", NOW))
                        .getLast()
                        .reckoned()
                        .map(Words::en))
                .contains("Number of copies: 3 × 5.000\u00a0₫ = 15.000\u00a0₫");
    }

    /** What hangs on a date that nobody gave relieves nobody. */
    @Test
    void whatIsNotKnownRelievesNobody() {
        var content = ProcedurePackage.read(birth("""
                    reliefs:
                      - {id: age, name: {vi: "Theo tuổi", en: "By age"}, when: 'true', amount: '100 * age(child.birthDate)'}
                """));

        assertThat(due(content, 2, "DIRECT", NOW)).isEqualTo(16_000);
    }

    @Test
    void aConditionThatNamesNothingIsRefused() {
        assertThatThrownBy(() -> ProcedurePackage.read(birth("""
                            reliefs:
                              - {id: poor, name: {vi: "Miễn", en: "Free"}, when: 'hoNgheo', amount: '0'}
                        """)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("hoNgheo");
    }

    private static List<String> said(ProcedurePackage content, long copies, String channel, LocalDateTime at) {
        return FeeReasons.of(
                content.explainedFees(answers(copies), Facts.of(channel, at)).getLast(), Language.VI, new Messages());
    }

    private static long due(ProcedurePackage content, long copies, String channel, LocalDateTime at) {
        return content.fees(answers(copies), Facts.of(channel, at)).stream()
                .mapToLong(it -> it.amount().amount())
                .sum();
    }

    private static Map<String, Object> answers(long copies) {
        return Map.of("copies.want", true, "copies.count", copies);
    }

    private static Map<String, String> birth(String reliefs) {
        var files =
                new HashMap<>(Objects.requireNonNull(CatalogueFiles.packages().get("1.001193")));
        var record = Objects.requireNonNull(files.get("procedure.yaml"));
        assertThat(record).contains(COPIES);
        files.put("procedure.yaml", record.replace(COPIES, COPIES + reliefs));
        return files;
    }

    /** The same with another amount for copies. */
    private static ProcedurePackage priced(String amount) {
        var files = birth("");
        files.computeIfPresent(
                "procedure.yaml", (_, it) -> it.replace("8000 * (copies.want ? copies.count : 0)", amount));
        return ProcedurePackage.read(files);
    }

    private static FeeRule rule() {
        return new FeeRule(
                "f",
                new Words("Lệ phí", "Charge"),
                FeeRule.Kind.CHARGE,
                "1",
                Optional.empty(),
                "",
                FeeDue.RESULT,
                "",
                List.of(),
                "");
    }

    private static Offer offer(String id, long amount) {
        return new Offer(new FeeRelief(id, new Words(id, id), "true", "1", ""), new Dong(amount), Optional.empty());
    }
}
