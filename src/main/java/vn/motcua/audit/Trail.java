package vn.motcua.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Scope;

/**
 * Where modules leave their lines in the log of the current tenant, inside the transaction that reads or changes. A
 * change of a dossier leaves its line by itself, in the statement that saves it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Trail {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;
    private final Clock clock;

    Trail(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Writes one line. */
    public void leave(Look look) {
        leave(List.of(look));
    }

    /** Writes several lines in one statement; none is nothing to do. */
    public void leave(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql("""
                        insert into audit_record (tenant_id, at, actor, position, role, purpose, subject, act, fields)
                        select :tenant, l.at, l.actor, l.position, l.role, l.purpose, l.subject, l.act, l.fields
                        from jsonb_to_recordset(cast(:looks as jsonb)) as l(
                            at timestamptz, actor uuid, position uuid, role text, purpose text, subject uuid, act text,
                            fields text)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param(
                        "looks",
                        JSON.writeValueAsString(
                                looks.stream().map(it -> row(it, now)).toList()))
                .update();
    }

    /**
     * Writes those of them that the log does not have yet since that moment: for lists, which the same officer opens all
     * day long.
     */
    public void once(List<Look> looks, Instant since) {
        if (looks.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.sql("""
                        insert into audit_record (tenant_id, at, actor, position, role, purpose, subject, act, fields)
                        select :tenant, l.at, l.actor, l.position, l.role, l.purpose, l.subject, l.act, l.fields
                        from jsonb_to_recordset(cast(:looks as jsonb)) as l(
                            at timestamptz, actor uuid, position uuid, role text, purpose text, subject uuid, act text,
                            fields text)
                        where not exists (
                            select 1 from audit_record r
                            where r.tenant_id = :tenant and r.subject = l.subject and r.at >= :since
                                and r.actor = l.actor and r.act = l.act)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param(
                        "looks",
                        JSON.writeValueAsString(
                                looks.stream().map(it -> row(it, now)).toList()))
                .update();
    }

    private static Row row(Look look, Instant now) {
        return new Row(
                now,
                look.actor(),
                look.position(),
                look.role(),
                look.purpose().code(),
                look.subject(),
                look.act(),
                look.fields());
    }

    private record Row(
            Instant at,
            UUID actor,
            Optional<UUID> position,
            Optional<String> role,
            String purpose,
            UUID subject,
            String act,
            String fields) {}
}
