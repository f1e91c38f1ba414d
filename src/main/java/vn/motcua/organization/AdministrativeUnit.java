package vn.motcua.organization;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.shared.Language;

/**
 * A province or a ward for as long as it existed under that code and name. Since 01/07/2025 there are two levels; old
 * codes were given again to new units, so a code means something only together with a day.
 *
 * @param tier province or ward
 * @param code two digits for a province, five for a ward
 * @param kind {@code tinh}, {@code thanh_pho_truc_thuoc_tw}, {@code xa}, {@code phuong}, {@code thi_tran}, {@code dac_khu}
 * @param name without its kind, e.g. {@code Tả Van}
 * @param fullName with its kind, e.g. {@code Xã Tả Van}
 * @param fullNameEn the same in English
 * @param province the code of the province of a ward, of itself for a province
 * @param from first day, {@link LocalDate#MIN} when before our records
 * @param to last day, empty while in force
 */
public record AdministrativeUnit(
        Tier tier,
        String code,
        String kind,
        String name,
        String fullName,
        String fullNameEn,
        String province,
        LocalDate from,
        Optional<LocalDate> to) {

    /** The two levels; districts ended on 30/06/2025. */
    public enum Tier {
        PROVINCE,
        WARD
    }

    /** Whether it was in force on that day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && to.map(it -> !day.isAfter(it)).orElse(true);
    }

    /** Its full name in that language. */
    public String fullName(Language language) {
        return language == Language.EN ? fullNameEn : fullName;
    }
}
