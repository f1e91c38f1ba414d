package vn.motcua.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** The devices that give out numbers at the current tenant's one-stops. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Kiosks {

    private final JdbcClient db;

    Kiosks(JdbcClient db) {
        this.db = db;
    }

    /** Adds one; false when that id is there already. */
    boolean add(UnitId unit, UUID id, String name, String secret, String by, Instant now) {
        return db.sql("""
                        insert into queue_kiosk (tenant_id, id, unit, name, secret_hash, made_at, made_by)
                        values (:tenant, :id, :unit, :name, :hash, :now, :by)
                        on conflict (tenant_id, id) do nothing
                        """)
                        .param("tenant", tenant())
                        .param("id", id)
                        .param("unit", unit.value())
                        .param("name", name)
                        .param("hash", LinkSecret.digest(secret))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Whether a device in use has that secret. */
    boolean known(UnitId unit, String secret) {
        return db.sql("""
                        select 1 from queue_kiosk
                        where tenant_id = :tenant and unit = :unit and secret_hash = :hash and ended_at is null
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .param("hash", LinkSecret.digest(secret))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Those in use, the oldest first. */
    List<Kiosk> of(UnitId unit) {
        return db.sql("""
                        select k.id, k.name, k.made_at, k.made_by from queue_kiosk k
                        where k.tenant_id = :tenant and k.unit = :unit and k.ended_at is null order by k.made_at, k.id
                        """)
                .param("tenant", tenant())
                .param("unit", unit.value())
                .query((row, _) -> new Kiosk(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("made_by")))
                .list();
    }

    /** Its link opens nothing any more; false when there is no such device. */
    boolean end(UnitId unit, UUID id, Instant now) {
        return db.sql("""
                        update queue_kiosk set ended_at = :now
                        where tenant_id = :tenant and unit = :unit and id = :id and ended_at is null
                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant())
                        .param("unit", unit.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
