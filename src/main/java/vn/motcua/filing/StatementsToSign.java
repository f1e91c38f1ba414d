package vn.motcua.filing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Scope;

/** The statements of the current tenant that are still to be signed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StatementsToSign implements FileUse {

    private final JdbcClient db;

    StatementsToSign(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param name of the scan as the dossier has it
     */
    record Due(DossierId dossier, FileId file, String document, String name, AccountId by, Instant at) {}

    /** The next ones, in hand until the lease ends; copies of the program that ask at the same moment get others. */
    List<Due> lease(Instant now, Instant until, int most) {
        return db.sql("""
                        with next as (
                            select d.tenant_id, d.dossier, d.file, d.document from statement_due d
                            where d.tenant_id = :tenant and d.next_try_at <= :now
                            order by d.next_try_at, d.dossier limit :most for update skip locked
                        ), leased as (
                            update statement_due d set next_try_at = :until, attempts = attempts + 1
                            from next n
                            where (d.tenant_id, d.dossier, d.file, d.document) = (n.tenant_id, n.dossier, n.file, n.document)
                            returning d.tenant_id, d.dossier, d.file, d.document
                        )
                        select s.dossier, s.file, s.document, s.stated_by, s.stated_at,
                            coalesce((select min(p.name) from dossier_paper p where p.tenant_id = s.tenant_id
                                and p.dossier = s.dossier and p.file = s.file), '') as name
                        from leased l
                        join paper_statement s on s.tenant_id = l.tenant_id and s.dossier = l.dossier
                            and s.file = l.file and s.document = l.document
                        """)
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(
                        new DossierId(row.getObject("dossier", UUID.class)),
                        FileId.of(row.getString("file")),
                        row.getString("document"),
                        row.getString("name"),
                        new AccountId(row.getObject("stated_by", UUID.class)),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** It could not be signed now. */
    void failed(Due due, String why, Instant now) {
        of(due, db.sql("""
                        update statement_due set last_error = :why,
                            next_try_at = :now + least(interval '1 hour', interval '15 seconds' * attempts)
                        where tenant_id = :tenant and dossier = :dossier and file = :file and document = :document
                        """))
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is signed. */
    void signed(Due due, FileId page, String signer, String agency, Instant now) {
        of(due, db.sql("""
                        insert into signed_statement (tenant_id, dossier, file, document, page, signer, agency, signed_at)
                        values (:tenant, :dossier, :file, :document, :page, :signer, :agency, :now) on conflict do nothing
                        """))
                .param("page", page.sha256())
                .param("signer", signer)
                .param("agency", agency)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        drop(due);
    }

    /** It is not to be signed any more: it is signed, or cannot be. */
    void drop(Due due) {
        of(due, db.sql("""
                        delete from statement_due
                        where tenant_id = :tenant and dossier = :dossier and file = :file and document = :document
                        """)).update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("select page from signed_statement where tenant_id = :tenant and page = any(:asked)")
                .param("tenant", tenant())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("page")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static JdbcClient.StatementSpec of(Due due, JdbcClient.StatementSpec sql) {
        return sql.param("tenant", tenant())
                .param("dossier", due.dossier().value())
                .param("file", due.file().sha256())
                .param("document", due.document());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
