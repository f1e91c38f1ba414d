package vn.motcua.organization;

import vn.motcua.shared.Language;
import vn.motcua.shared.TenantId;

/**
 * Whose system this is: a province, a ministry or a national body.
 *
 * @param id a province's tenant carries the number of its province code; ministries start at 1001
 */
public record Tenant(TenantId id, String name, String nameEn) {

    /** Its name in that language. */
    public String name(Language language) {
        return language == Language.EN && !nameEn.isBlank() ? nameEn : name;
    }
}
