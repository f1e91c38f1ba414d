package vn.motcua.desk;

import java.time.Clock;
import java.time.Duration;
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
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * The scans that an officer chose for a supplement at the counter and that are not in the dossier yet: kept through a refused form,
 * and as long as the form may come again. Nobody else is shown them; the scope is the officer's.
 */
@Repository
public class CounterScans implements FileUse {

    /** More than this for one line nobody reads. */
    static final int FOR_ONE_LINE = 20;

    /** Whoever has not sent the form by then chooses anew. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    CounterScans(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param line of the request that it answers, from 0
     */
    public record Scan(UUID id, int line, String name, FileId file) {}

    /**
     * What this officer chose, in the order in which it came.
     *
     * @param asked since when the supplement is asked for
     */
    @Transactional(readOnly = true)
    public List<Scan> of(OfficerAt who, DossierId dossier, Instant asked) {
        return db.sql("""
                        select c.id, c.line, c.name, c.file from counter_scan c
                        where c.tenant_id = :tenant and c.dossier = :dossier and c.account = :account
                            and c.asked_at = :asked and c.added_at > :old
                        order by c.id
                        """)
                .param("tenant", who.tenant().value())
                .param("dossier", dossier.value())
                .param("account", who.account().value())
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .param("old", old())
                .query((row, _) -> new Scan(
                        row.getObject("id", UUID.class),
                        row.getInt("line"),
                        row.getString("name"),
                        FileId.of(row.getString("file"))))
                .list();
    }

    /** Keeps one more for that line; the same content again changes nothing. What is old goes, whosever it was. */
    @Transactional
    public void keep(OfficerAt who, DossierId dossier, Instant asked, int line, StoredFile file) {
        if (of(who, dossier, asked).stream().filter(it -> it.line() == line).count() >= FOR_ONE_LINE) {
            throw new Refused(DeskRefusal.TOO_MANY_FILES_AT_A_LINE, FOR_ONE_LINE);
        }
        db.sql("delete from counter_scan where tenant_id = :tenant and added_at <= :old")
                .param("tenant", who.tenant().value())
                .param("old", old())
                .update();
        db.sql("""
                        insert into counter_scan (tenant_id, dossier, account, id, asked_at, line, name, file, added_at)
                        values (:tenant, :dossier, :account, :id, :asked, :line, :name, :file, :now) on conflict do nothing
                        """)
                .param("tenant", who.tenant().value())
                .param("dossier", dossier.value())
                .param("account", who.account().value())
                .param("id", Ids.next())
                .param("asked", asked.atOffset(ZoneOffset.UTC))
                .param("line", line)
                .param("name", file.name())
                .param("file", file.id().sha256())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes one away; another's stays. */
    @Transactional
    public void drop(OfficerAt who, DossierId dossier, UUID scan) {
        db.sql("""
                        delete from counter_scan
                        where tenant_id = :tenant and dossier = :dossier and account = :account and id = :id
                        """)
                .param("tenant", who.tenant().value())
                .param("dossier", dossier.value())
                .param("account", who.account().value())
                .param("id", scan)
                .update();
    }

    /** Forgets what anybody chose for a dossier whose supplement is in. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(DossierId dossier) {
        db.sql("delete from counter_scan where tenant_id = :tenant and dossier = :dossier")
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("select file from counter_scan where tenant_id = :tenant and file = any(:asked)")
                .param("tenant", Scope.current().tenant().value())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private OffsetDateTime old() {
        return clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    }
}
