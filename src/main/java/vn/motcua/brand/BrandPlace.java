package vn.motcua.brand;

import java.util.Optional;
import java.util.UUID;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/**
 * Whose brand it is: the whole tenant's, or that of one unit and those below.
 *
 * @param unit empty for the tenant
 */
public record BrandPlace(TenantId tenant, Optional<UnitId> unit) {

    private static final UUID WHOLE = new UUID(0, 0);

    /** The tenant's. */
    public static BrandPlace of(TenantId tenant) {
        return new BrandPlace(tenant, Optional.empty());
    }

    /** As it stands in an address: the tenant's number, a dash, and the unit's id where there is one. */
    public String word() {
        return tenant + unit.map(it -> "-" + it).orElse("");
    }

    /** Reads what {@link #word} wrote; empty when it is none. */
    public static Optional<BrandPlace> read(String word) {
        try {
            int dash = word.indexOf('-');
            var tenant = new TenantId(Integer.parseInt(dash < 0 ? word : word.substring(0, dash)));
            return Optional.of(new BrandPlace(
                    tenant, dash < 0 ? Optional.empty() : Optional.of(UnitId.of(word.substring(dash + 1)))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** As it stands in the database. */
    UUID column() {
        return unit.map(UnitId::value).orElse(WHOLE);
    }

    static BrandPlace of(int tenant, UUID column) {
        return new BrandPlace(
                new TenantId(tenant), column.equals(WHOLE) ? Optional.empty() : Optional.of(new UnitId(column)));
    }
}
