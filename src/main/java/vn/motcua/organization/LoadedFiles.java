package vn.motcua.organization;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/** Which version of a file of reference data is in the tables of the scope's tenant: loading again changes nothing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LoadedFiles {

    private final JdbcClient db;
    private final Clock clock;

    LoadedFiles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whether what is loaded under that name has that digest. */
    public boolean has(String name, String digest) {
        return db.sql("""
                        select exists (
                            select 1 from loaded_file where tenant_id = :tenant and name = :name and digest = :digest)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("name", name)
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    /** Notes that it is loaded now, in the transaction that loads it. */
    public void remember(String name, String digest) {
        db.sql("""
                        insert into loaded_file (tenant_id, name, digest, loaded_at) values (:tenant, :name, :digest, :now)
                        on conflict (tenant_id, name) do update
                        set digest = excluded.digest, loaded_at = excluded.loaded_at
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("name", name)
                .param("digest", digest)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
