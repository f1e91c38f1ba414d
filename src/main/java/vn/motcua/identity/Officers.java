package vn.motcua.identity;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The officers of the tenant of the current scope, with their positions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Officers {

    private final JdbcClient db;

    Officers(JdbcClient db) {
        this.db = db;
    }

    /** All of them, by name. */
    public List<Officer> all() {
        return read("true", Map.of());
    }

    /** That officer. */
    public Optional<Officer> officer(OfficerId id) {
        return read("o.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Who holds or held a position in that unit. */
    public List<Officer> in(UnitId unit) {
        return read(
                "exists (select 1 from position m where m.tenant_id = o.tenant_id and m.officer = o.id and m.unit = :unit)",
                Map.of("unit", unit.value()));
    }

    /** Writes an officer and their positions, new or changed. */
    public void save(Officer officer) {
        db.sql("""
                        insert into officer (tenant_id, id, name) values (:tenant, :id, :name)
                        on conflict (tenant_id, id) do update set name = excluded.name
                        """)
                .param("tenant", officer.tenant().value())
                .param("id", officer.id().value())
                .param("name", officer.name())
                .update();
        officer.positions().forEach(it -> save(officer, it));
    }

    private void save(Officer officer, Position position) {
        db.sql("""
                        insert into position (tenant_id, id, officer, unit, role, from_day, to_day, stands_in_for)
                        values (:tenant, :id, :officer, :unit, :role, :from, :to, :for)
                        on conflict (tenant_id, id) do update set to_day = excluded.to_day
                        """)
                .param("tenant", officer.tenant().value())
                .param("id", position.id().value())
                .param("officer", officer.id().value())
                .param("unit", position.unit().value())
                .param("role", position.role())
                .param("from", position.from())
                .param("to", position.to().orElse(null), Types.DATE)
                .param("for", position.standsInFor().map(PositionId::value).orElse(null), Types.OTHER)
                .update();
    }

    private List<Officer> read(String which, Map<String, Object> parameters) {
        var tenant = Scope.current().tenant();
        var names = new LinkedHashMap<OfficerId, String>();
        var positions = new LinkedHashMap<OfficerId, List<Position>>();
        db.sql("""
                        select o.id as officer, o.name, p.id, p.unit, p.role, p.from_day, p.to_day, p.stands_in_for
                        from officer o left join position p
                            on p.tenant_id = o.tenant_id and p.officer = o.id and p.ended_at is null
                        where o.tenant_id = :tenant and\s""" + which + " order by o.name, o.id, p.from_day, p.id")
                .param("tenant", tenant.value())
                .params(parameters)
                .query(row -> {
                    var id = new OfficerId(row.getObject("officer", UUID.class));
                    names.put(id, row.getString("name"));
                    var held = positions.computeIfAbsent(id, _ -> new ArrayList<>());
                    if (row.getObject("id") != null) {
                        held.add(Accounts.position(row));
                    }
                });
        return names.entrySet().stream()
                .map(it ->
                        new Officer(tenant, it.getKey(), it.getValue(), positions.getOrDefault(it.getKey(), List.of())))
                .toList();
    }
}
