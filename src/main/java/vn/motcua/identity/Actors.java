package vn.motcua.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** Who stands behind the accounts and positions of the current tenant that a log names. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Actors {

    private final JdbcClient db;

    Actors(JdbcClient db) {
        this.db = db;
    }

    /** The names of these accounts; those of other tenants are left out. */
    public Map<UUID, String> names(Collection<UUID> accounts) {
        var names = new HashMap<UUID, String>();
        db.sql("select a.id, a.name from account a where a.tenant_id = :tenant and a.id = any(cast(:ids as uuid[]))")
                .param("tenant", Scope.current().tenant().value())
                .param("ids", accounts.toArray(UUID[]::new))
                .query((row, _) ->
                        Optional.ofNullable(names.put(row.getObject("id", UUID.class), row.getString("name"))))
                .list();
        return names;
    }

    /** Who holds these positions. */
    public Map<UUID, String> holders(Collection<UUID> positions) {
        var names = new HashMap<UUID, String>();
        db.sql("""
                        select p.id, o.name from position p
                        join officer o on o.tenant_id = p.tenant_id and o.id = p.officer
                        where p.tenant_id = :tenant and p.id = any(cast(:ids as uuid[]))
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("ids", positions.toArray(UUID[]::new))
                .query((row, _) ->
                        Optional.ofNullable(names.put(row.getObject("id", UUID.class), row.getString("name"))))
                .list();
        return names;
    }

    /** The units of these positions; those of other tenants are left out. */
    public Map<UUID, UnitId> units(Collection<UUID> positions) {
        var units = new HashMap<UUID, UnitId>();
        db.sql("select p.id, p.unit from position p where p.tenant_id = :tenant and p.id = any(cast(:ids as uuid[]))")
                .param("tenant", Scope.current().tenant().value())
                .param("ids", positions.toArray(UUID[]::new))
                .query((row, _) -> Optional.ofNullable(
                        units.put(row.getObject("id", UUID.class), new UnitId(row.getObject("unit", UUID.class)))))
                .list();
        return units;
    }
}
