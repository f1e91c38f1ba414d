package vn.motcua.papers;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.document.PaperSize;
import vn.motcua.organization.UnitId;

/**
 * On which sheet slips 01 to 06 are printed: A5 as the rule says (Thông tư 01/2018/TT-VPCP, Điều 9), or A4 for a unit whose
 * printer has nothing else. Books are always A4.
 *
 * @param slips the sheet of every unit that is not named
 * @param slipsOf the sheet of a unit, by its id
 */
@ConfigurationProperties("motcua.papers")
record Sheets(
        @DefaultValue("A5") PaperSize slips, @DefaultValue Map<UUID, PaperSize> slipsOf) {

    PaperSize of(UnitId unit) {
        return slipsOf.getOrDefault(unit.value(), slips);
    }
}
