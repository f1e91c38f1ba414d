package vn.motcua.identity;

import java.util.List;
import vn.motcua.shared.TenantId;

/** An officer (cán bộ, công chức, viên chức) of a tenant with their positions. */
public record Officer(TenantId tenant, OfficerId id, String name, List<Position> positions) {

    /** Keeps its own copy. */
    public Officer {
        positions = List.copyOf(positions);
    }
}
