package vn.motcua.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.document.FileId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;

class AccentTest {

    /** The first two are WCAG's own ends of the scale, the third is known from its examples (#777 is just too light). */
    @ParameterizedTest
    @CsvSource({"0, 21.0", "16777215, 1.0", "7829367, 4.48", "744028, 7.98"})
    void contrastIsCountedAsTheGuidelinesCount(int rgb, double ratio) {
        assertThat(Accent.contrast(rgb, 0xFFFFFF)).isCloseTo(ratio, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#E9A915", "#777777", "#00A0A0", "#FFFFFF", "#6B7D81"})
    void whatCannotBeReadIsRefused(String hex) {
        assertThatThrownBy(() -> Accent.of("own", hex))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ACCENT_TOO_LIGHT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "teal", "#12345", "#1234567", "red;}body{display:none", "#12345g"})
    void whatIsNoColourIsRefused(String hex) {
        assertThatThrownBy(() -> Accent.of("own", hex)).isInstanceOf(Refused.class);
    }

    @Test
    void eachColourOfThePaletteCanBeReadInItsLightestPlace() {
        var palette = new Palette(new BrandSettings(Map.of("navy", "#14213D"), Map.of()));

        assertThat(palette.all()).hasSize(8).extracting(Accent::word).contains("teal", "navy");
        assertThat(palette.all()).allMatch(it -> it.contrast() >= Accent.LEAST);
        assertThatThrownBy(() -> palette.accent("son")).isInstanceOf(Refused.class);
    }

    @Test
    void anOperatorsColourThatCannotBeReadStopsTheStart() {
        assertThatThrownBy(() -> new Palette(new BrandSettings(Map.of("yellow", "#FFD666"), Map.of())))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatAUnitLeavesEmptyIsAsItIsAboveExceptTheNameOnPapers() {
        var emblem = Optional.of(FileId.of("a".repeat(64)));
        var above = new Brand("Lào Cai", "Lao Cai", "UBND TỈNH", "blue", "Đường 1", "1900 1", "Cuối", "", emblem);
        var own = new Brand("", "", "", "green", "", "1900 2", "", "", Optional.empty());

        assertThat(own.over(above))
                .isEqualTo(new Brand("Lào Cai", "Lao Cai", "", "green", "Đường 1", "1900 2", "Cuối", "", emblem));
        assertThat(new Brand("Tả Van", "", "", "", "", "", "", "", Optional.empty())
                        .over(above)
                        .name(Language.EN))
                .isEqualTo("Tả Van");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "<b>1900</b>", "1", "javascript:1900 1", "1900 1234 1900 1234 1900 1234 1900"})
    void aNumberThatCannotBeDialledIsRefused(String hotline) {
        assertThatThrownBy(() -> new Brand("", "", "", "", "", hotline, "", "", Optional.empty()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPlaceIsReadAsItIsWritten() {
        assertThat(BrandPlace.read("15").map(BrandPlace::word)).contains("15");
        assertThat(BrandPlace.read("15-00000000-0000-7000-8000-000000000001").map(BrandPlace::word))
                .contains("15-00000000-0000-7000-8000-000000000001");
        assertThat(BrandPlace.read("-1")).isEmpty();
        assertThat(BrandPlace.read("15-x")).isEmpty();
        assertThat(BrandPlace.read("mười lăm")).isEmpty();
    }
}
