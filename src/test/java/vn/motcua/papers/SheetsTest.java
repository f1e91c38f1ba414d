package vn.motcua.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.motcua.document.PaperSize;
import vn.motcua.organization.UnitId;

/** On which sheet slips are printed (TT 01/2018/TT-VPCP, Điều 9). */
class SheetsTest {

    private static final UnitId ONE = new UnitId(new UUID(0, 1));
    private static final UnitId OTHER = new UnitId(new UUID(0, 2));

    @Test
    void slipsAreHalfSheetsUnlessSomebodySaysOtherwise() {
        assertThat(set(Map.of()).of(ONE)).isEqualTo(PaperSize.A5);
    }

    @Test
    void aPrinterWithoutHalfSheetsPrintsAllOnWholeOnes() {
        assertThat(set(Map.of("motcua.papers.slips", "A4")).of(ONE)).isEqualTo(PaperSize.A4);
    }

    @Test
    void oneUnitHasAPrinterOfItsOwn() {
        var sheets = set(Map.of("motcua.papers.slips-of." + ONE.value(), "A4"));

        assertThat(sheets.of(ONE)).isEqualTo(PaperSize.A4);
        assertThat(sheets.of(OTHER)).isEqualTo(PaperSize.A5);
    }

    private static Sheets set(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("motcua.papers", Sheets.class);
    }
}
