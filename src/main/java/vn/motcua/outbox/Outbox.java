package vn.motcua.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.shared.Scope;

/** The entries of the current tenant. They are written by the dossier's write unit; here they are leased and taken away. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Outbox {

    private static final int LONGEST_ERROR = 2_000;

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /**
     * The next entries, at most one of each dossier: a later one waits until those before it are gone. They are this
     * program's until the lease ends; copies of the program that ask at the same moment get others.
     */
    List<Happening> lease(Instant now, Instant until, int most) {
        return db.sql("""
                        with next as (
                            select o.tenant_id, o.id from outbox o
                            where o.tenant_id = :tenant and o.next_try_at <= :now
                                and not exists (
                                    select 1 from outbox e
                                    where e.tenant_id = o.tenant_id and e.subject = o.subject and e.version < o.version)
                            order by o.next_try_at, o.id
                            limit :most
                            for update of o skip locked
                        )
                        update outbox o set attempts = o.attempts + 1, next_try_at = :until
                        from next n where o.tenant_id = n.tenant_id and o.id = n.id
                        returning o.tenant_id, o.id, o.subject, o.version, o.kind, o.recorded_at, o.old,
                            o.attempts
                        """)
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> happening(row))
                .list();
    }

    /** It arrived everywhere. Whoever leased it meanwhile, because this took too long, takes it away themselves. */
    void arrived(Happening happening) {
        db.sql("delete from outbox where tenant_id = :tenant and id = :id and attempts = :attempt")
                .param("tenant", tenant())
                .param("id", happening.id())
                .param("attempt", happening.attempt())
                .update();
    }

    /** It did not arrive, for that reason; it is tried again then. */
    void failed(Happening happening, String why, Instant again) {
        db.sql("""
                        update outbox set next_try_at = :again, last_error = :why
                        where tenant_id = :tenant and id = :id and attempts = :attempt
                        """)
                .param("tenant", tenant())
                .param("id", happening.id())
                .param("attempt", happening.attempt())
                .param("again", again.atOffset(ZoneOffset.UTC))
                .param("why", why.substring(0, Math.min(why.length(), LONGEST_ERROR)))
                .update();
    }

    private static Happening happening(ResultSet row) throws SQLException {
        return new Happening(
                row.getObject("id", UUID.class),
                new DossierRef(Scope.current().tenant(), new DossierId(row.getObject("subject", UUID.class))),
                row.getInt("version"),
                row.getString("kind"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("old"),
                row.getInt("attempts"));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
