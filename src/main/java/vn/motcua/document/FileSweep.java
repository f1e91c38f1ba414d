package vn.motcua.document;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Deletes uploaded files that nothing points to any more: files of drafts that were filed, thrown away or have expired,
 * and files that never became a paper. What the program itself made is never swept. Several copies of the program may
 * sweep at once: each takes rows that no other holds.
 */
@Component
public class FileSweep {

    /** How long a file may lie without a paper: somebody may just be writing it. */
    private static final Duration UNTOUCHED = Duration.ofDays(1);

    private static final int AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

    private final JdbcClient db;
    private final FileStore store;
    private final List<FileUse> uses;
    private final List<FilesGone> told;
    private final Clock clock;
    private final TransactionTemplate transaction;

    FileSweep(
            JdbcClient db,
            FileStore store,
            List<FileUse> uses,
            List<FilesGone> told,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.store = store;
        this.uses = List.copyOf(uses);
        this.told = List.copyOf(told);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sweeps all tenants; how many files were deleted. */
    @Scheduled(initialDelayString = "${motcua.sweep.after:PT20M}", fixedDelayString = "${motcua.sweep.every:PT6H}")
    public int sweep() {
        int swept = OneByOne.sum("files that nothing points to", tenants(), this::sweep);
        if (swept > 0) {
            LOG.info("swept: {} files that nothing pointed to", swept);
        }
        return swept;
    }

    /**
     * Deletes at once those of these contents that nothing of the tenant points to any more, also what the program made, and
     * their bytes when no other tenant has them. Doing it again does nothing.
     */
    public void release(TenantId tenant, Set<FileId> files) {
        var now = clock.instant();
        var gone = in(tenant, () -> {
            var free = new HashSet<>(files);
            uses.forEach(it -> free.removeAll(it.needed(files)));
            db.sql("delete from stored_file where tenant_id = :tenant and file_id = any(:gone)")
                    .param("tenant", tenant.value())
                    .param("gone", free.stream().map(FileId::sha256).toArray(String[]::new))
                    .update();
            return free;
        });
        gone.stream().filter(it -> in(tenant, () -> nobodyHas(it))).forEach(it -> store.remove(it, now));
    }

    private int sweep(TenantId tenant) {
        int swept = 0;
        var after = "";
        for (; ; ) {
            var from = after;
            var batch = in(tenant, () -> batch(from));
            batch.gone().stream()
                    .filter(it -> in(tenant, () -> nobodyHas(it)))
                    .forEach(it -> store.remove(it, before()));
            swept += batch.gone().size();
            if (batch.seen().size() < AT_ONCE) {
                return swept;
            }
            after = batch.seen().getLast().sha256();
        }
    }

    private record Batch(List<FileId> seen, Set<FileId> gone) {}

    /** Looks at the next files of the tenant and deletes the rows of those that nobody needs. */
    private Batch batch(String after) {
        var tenant = Scope.current().tenant().value();
        var seen = db.sql("""
                        select file_id from stored_file
                        where tenant_id = :tenant and file_id > :after and uploaded_by is not null
                            and touched_at < :before
                        order by file_id limit :most for update skip locked
                        """)
                .param("tenant", tenant)
                .param("after", after)
                .param("before", before().atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, _) -> FileId.of(row.getString("file_id")))
                .list();
        var gone = new HashSet<>(seen);
        uses.forEach(it -> gone.removeAll(it.needed(Set.copyOf(seen))));
        db.sql("delete from stored_file where tenant_id = :tenant and file_id = any(:gone)")
                .param("tenant", tenant)
                .param("gone", gone.stream().map(FileId::sha256).toArray(String[]::new))
                .update();
        told.forEach(it -> it.gone(Set.copyOf(gone)));
        return new Batch(seen, gone);
    }

    private boolean nobodyHas(FileId file) {
        return db.sql("select not exists (select 1 from stored_file where file_id = :file)")
                .param("file", file.sha256())
                .query(Boolean.class)
                .single();
    }

    private List<TenantId> tenants() {
        return in(
                TenantId.NATIONAL,
                () -> db.sql("select distinct tenant_id from stored_file order by tenant_id")
                        .query((row, _) -> new TenantId(row.getInt("tenant_id")))
                        .list());
    }

    private java.time.Instant before() {
        return clock.instant().minus(UNTOUCHED);
    }

    private <T> T in(TenantId tenant, java.util.function.Supplier<T> work) {
        return Scope.of(tenant)
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> {
                    db.sql("select set_config('motcua.sweeping', 'files', true)")
                            .query(String.class)
                            .single();
                    return work.get();
                })));
    }
}
