package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The audit log of the current tenant, for looks at people that no dossier records. Lines are never changed. */
@Repository
public class AuditLog {

    private final JdbcClient db;

    AuditLog(JdbcClient db) {
        this.db = db;
    }

    /**
     * Notes a look.
     *
     * @param as the position in which it was done
     * @param purpose why, e.g. {@code intake}
     * @param subject who was looked at
     * @param act what was done, e.g. {@code look-up}
     * @param what by which it was looked for; only its fingerprint is kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void looked(SignedIn by, Position as, String purpose, UUID subject, String act, String what, Instant at) {
        db.sql("""
                        insert into audit_entry (tenant_id, id, at, actor, position, role, purpose, subject, act, before, after)
                        values (:tenant, :id, :at, :actor, :position, :role, :purpose, :subject, :act, null, :after)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", Ids.next())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", by.account().value())
                .param("position", as.id().value())
                .param("role", as.role())
                .param("purpose", purpose)
                .param("subject", subject)
                .param("act", act)
                .param("after", fingerprint(what))
                .update();
    }

    private static byte[] fingerprint(String what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
