package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NumberPatternTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 9);

    @Test
    void anAgencyNumbersByDayAndSerial() {
        assertThat(NumberPattern.USUAL.number("H15.02", DAY, 7)).hasToString("H15.02-260609-0007");
        assertThat(NumberPattern.parse("{agency}-{yyyyMMdd}-{serial:7}").number("G09.20", DAY, 92_637))
                .hasToString("G09.20-20260609-0092637");
    }

    @Test
    void theSerialBeginsAgainWithTheDateThatThePatternShows() {
        assertThat(NumberPattern.USUAL.period(DAY)).isNotEqualTo(NumberPattern.USUAL.period(DAY.plusDays(1)));
        var yearly = NumberPattern.parse("{agency}/{yyyy}/{serial:6}");
        assertThat(yearly.period(DAY)).isEqualTo(yearly.period(DAY.plusDays(1)));
    }

    @Test
    void aSerialThatOutgrowsItsWidthIsWrittenInFull() {
        assertThat(NumberPattern.USUAL.number("H15", DAY, 12_345)).hasToString("H15-260609-12345");
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        for (var pattern :
                new String[] {"", "{agency}", "{serial:4}-{serial:4}", "{agency}-{colour}-{serial:4}", "{serial:4"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> NumberPattern.parse(pattern));
        }
    }

    @Test
    void aTrackingCodeIsReadHoweverItIsTyped() {
        var code = new TrackingCode("7KQM2ZP4XW9TH3RB");
        assertThat(code.grouped()).isEqualTo("7KQM 2ZP4 XW9T H3RB");
        assertThat(TrackingCode.typed(" 7kqm-2zp4 xw9t.h3rb ")).contains(code);
        assertThat(TrackingCode.typed("7KQM 2ZP4 XW9T H3R0"))
                .as("no zero in it")
                .isEmpty();
        assertThat(TrackingCode.typed("H15.02-260609-0007")).isEmpty();
        assertThat(code.toString()).doesNotContain("7KQM");
    }

    @Test
    void trackingCodesDoNotRepeat() {
        var seen = new HashSet<TrackingCode>();
        var source = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 10_000; i++) {
            seen.add(TrackingCode.random(source));
        }
        assertThat(seen).hasSize(10_000);
    }
}
