package vn.motcua.vault;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.identity.AccountId;
import vn.motcua.identity.SessionAccount;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.TenantId;

/** The certified e-copies that are to be made, and those that are made; the scope is the national one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Copies {

    private final JdbcClient db;

    Copies(JdbcClient db) {
        this.db = db;
    }

    /**
     * One that is to be made.
     *
     * @param officer who compared it
     * @param unit for which they did
     */
    record Due(UUID entry, SessionAccount officer, UnitId unit, Instant comparedAt) {}

    /** It is to be made; said twice is said once. */
    void ask(Due due) {
        db.sql("""
                        insert into vault_copy_due (tenant_id, entry, at_tenant, account, unit, compared_at)
                        values (0, :entry, :tenant, :account, :unit, :at) on conflict do nothing
                        """)
                .param("entry", due.entry())
                .param("tenant", due.officer().tenant().value())
                .param("account", due.officer().account().value())
                .param("unit", due.unit().value())
                .param("at", due.comparedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The next ones, in hand until the lease ends; copies of the program that ask at the same moment get others. */
    List<Due> lease(Instant now, Instant until, int most) {
        return db.sql("""
                        with next as (
                            select d.tenant_id, d.entry from vault_copy_due d
                            where d.tenant_id = 0 and d.next_try_at <= :now
                            order by d.next_try_at, d.entry limit :most for update skip locked
                        )
                        update vault_copy_due d set next_try_at = :until, attempts = attempts + 1
                        from next n where d.tenant_id = n.tenant_id and d.entry = n.entry
                        returning d.entry, d.at_tenant, d.account, d.unit, d.compared_at
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(
                        row.getObject("entry", UUID.class),
                        new SessionAccount(
                                new TenantId(row.getInt("at_tenant")),
                                new AccountId(row.getObject("account", UUID.class))),
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("compared_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** It could not be made now. */
    void failed(UUID entry, String why, Instant now) {
        db.sql("""
                        update vault_copy_due set last_error = :why,
                            next_try_at = :now + least(interval '1 hour', interval '15 seconds' * attempts)
                        where tenant_id = 0 and entry = :entry
                        """)
                .param("entry", entry)
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is made. */
    void made(UUID entry, FileId file, String signer, String agency, Instant now) {
        db.sql("""
                        insert into vault_copy (tenant_id, entry, file, signer, agency, made_at)
                        values (0, :entry, :file, :signer, :agency, :now) on conflict do nothing
                        """)
                .param("entry", entry)
                .param("file", file.sha256())
                .param("signer", signer)
                .param("agency", agency)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        drop(entry);
    }

    /** It is not to be made any more: it is made, or cannot be. */
    void drop(UUID entry) {
        db.sql("delete from vault_copy_due where tenant_id = 0 and entry = :entry")
                .param("entry", entry)
                .update();
    }
}
