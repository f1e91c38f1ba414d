package vn.motcua.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
import vn.motcua.shared.Scope;

/** The signed files of the current tenant's receipts, and those that are still to be signed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ReceiptFiles implements FileUse {

    private final JdbcClient db;

    ReceiptFiles(JdbcClient db) {
        this.db = db;
    }

    /**
     * A receipt as it is to be signed.
     *
     * @param cancelled whether with the word that it was cancelled
     */
    record Due(DossierId dossier, ReceiptNumber number, boolean cancelled) {}

    /** It is to be signed. */
    void ask(ReceiptNumber it, boolean cancelled) {
        db.sql("""
                        insert into receipt_paper (tenant_id, symbol, year, no, cancelled)
                        values (:tenant, :symbol, :year, :no, :cancelled)
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", it.year())
                .param("no", it.no())
                .param("cancelled", cancelled)
                .update();
    }

    /** The next ones, in hand until the lease ends; copies of the program that ask at the same moment get others. */
    List<Due> lease(Instant now, Instant until, int most) {
        return db.sql("""
                        with next as (
                            select f.symbol, f.year, f.no, f.cancelled from receipt_paper f
                            where f.tenant_id = :tenant and f.file is null and f.next_try_at <= :now
                            order by f.next_try_at, f.year, f.no limit :most for update skip locked
                        )
                        update receipt_paper f set next_try_at = :until, attempts = f.attempts + 1
                        from next n, receipt r
                        where f.tenant_id = :tenant and f.symbol = n.symbol and f.year = n.year and f.no = n.no
                            and f.cancelled = n.cancelled
                            and r.tenant_id = f.tenant_id and r.symbol = f.symbol and r.year = f.year and r.no = f.no
                        returning r.dossier, f.symbol, f.year, f.no, f.cancelled
                        """)
                .param("tenant", tenant())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> new Due(
                        new DossierId(row.getObject("dossier", UUID.class)),
                        new ReceiptNumber(row.getString("symbol"), row.getInt("year"), row.getInt("no")),
                        row.getBoolean("cancelled")))
                .list();
    }

    /** Takes that one in hand if nobody ever did: whoever opens it before its first round need not wait for it. */
    boolean first(ReceiptNumber it, boolean cancelled, Instant until) {
        return db.sql("""
                                update receipt_paper set next_try_at = :until, attempts = 1
                                where tenant_id = :tenant and symbol = :symbol and year = :year and no = :no
                                    and cancelled = :cancelled and file is null and attempts = 0
                                """)
                        .param("tenant", tenant())
                        .param("symbol", it.symbol())
                        .param("year", it.year())
                        .param("no", it.no())
                        .param("cancelled", cancelled)
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** It is signed; what was signed before stays. */
    void signed(Due it, FileId file, Instant at) {
        db.sql("""
                        update receipt_paper set file = :file, signed_at = :at, last_error = ''
                        where tenant_id = :tenant and symbol = :symbol and year = :year and no = :no
                            and cancelled = :cancelled and file is null
                        """)
                .param("tenant", tenant())
                .param("symbol", it.number().symbol())
                .param("year", it.number().year())
                .param("no", it.number().no())
                .param("cancelled", it.cancelled())
                .param("file", file.sha256())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It could not be signed now. */
    void failed(Due it, String why, Instant now) {
        db.sql("""
                        update receipt_paper set last_error = :why,
                            next_try_at = :now + least(interval '1 hour', interval '15 seconds' * attempts)
                        where tenant_id = :tenant and symbol = :symbol and year = :year and no = :no
                            and cancelled = :cancelled
                        """)
                .param("tenant", tenant())
                .param("symbol", it.number().symbol())
                .param("year", it.number().year())
                .param("no", it.number().no())
                .param("cancelled", it.cancelled())
                .param("why", why)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The signed file; empty while it is not signed. */
    Optional<FileId> of(ReceiptNumber it, boolean cancelled) {
        return db.sql("""
                        select file from receipt_paper
                        where tenant_id = :tenant and symbol = :symbol and year = :year and no = :no
                            and cancelled = :cancelled and file is not null
                        """)
                .param("tenant", tenant())
                .param("symbol", it.symbol())
                .param("year", it.year())
                .param("no", it.no())
                .param("cancelled", cancelled)
                .query((row, _) -> FileId.of(row.getString("file")))
                .optional();
    }

    @Override
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("select file from receipt_paper where tenant_id = :tenant and file = any(:asked)")
                .param("tenant", tenant())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
