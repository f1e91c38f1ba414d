package vn.motcua.document;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/** The files that the current tenant has: one row per content, whose bytes lie in the {@link FileStore}. */
@Component
public class StoredFiles {

    private final JdbcClient jdbc;
    private final FileStore store;
    private final List<FilesArrive> told;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, FileStore store, List<FilesArrive> told, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.told = List.copyOf(told);
        this.clock = clock;
    }

    /** The file of that id in the current tenant, if it has one. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(FileId file) {
        return jdbc.sql("""
                        select file_id, name, kind, size_bytes, uploaded_by, uploaded_at, virus_checked
                        from stored_file
                        where tenant_id = :tenant and file_id = :file
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("file", file.sha256())
                .query((row, _) -> new StoredFile(
                        FileId.of(row.getString("file_id")),
                        row.getString("name"),
                        FileKind.valueOf(row.getString("kind")),
                        row.getLong("size_bytes"),
                        Optional.ofNullable(row.getObject("uploaded_by", UUID.class)),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("virus_checked")))
                .optional();
    }

    /** The same, refusing with {@link DocumentRefusal#FILE_NOT_FOUND}. */
    @Transactional(readOnly = true)
    public StoredFile get(FileId file) {
        return find(file).orElseThrow(() -> new Refused(DocumentRefusal.FILE_NOT_FOUND));
    }

    /** Keeps a file that the program itself made, such as a printed result. */
    @Transactional
    public StoredFile keep(InputStream content, String name, FileKind kind) {
        return keep(content, name, kind, Optional.empty());
    }

    /** Keeps a file that the program made and somebody signed elsewhere: it comes from outside like an upload of that account. */
    @Transactional
    public StoredFile keepSigned(InputStream content, String name, FileKind kind, UUID by) {
        return keep(content, name, kind, Optional.of(by));
    }

    private StoredFile keep(InputStream content, String name, FileKind kind, Optional<UUID> by) {
        var id = store.put(content);
        var file = new StoredFile(id, FileNames.clean(name, kind), kind, store.size(id), by, now(), true);
        adopt(file);
        return file;
    }

    /** Lets the current tenant have a file that another tenant has, e.g. one uploaded before the dossier was received. */
    @Transactional
    public void adopt(StoredFile file) {
        jdbc.sql("""
                insert into stored_file
                    (tenant_id, file_id, name, kind, size_bytes, uploaded_by, uploaded_at, virus_checked, touched_at)
                values (:tenant, :file, :name, :kind, :size, :by, :at, :checked, :now)
                on conflict (tenant_id, file_id) do update
                    set virus_checked = stored_file.virus_checked or excluded.virus_checked,
                        touched_at = greatest(stored_file.touched_at, excluded.touched_at),
                        uploaded_by = case when excluded.uploaded_by is null then null else stored_file.uploaded_by end
                """)
                .param("tenant", Scope.current().tenant().value())
                .param("file", file.id().sha256())
                .param("name", file.name())
                .param("kind", file.kind().name())
                .param("size", file.size())
                .param("by", file.uploadedBy().orElse(null))
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .param("checked", file.virusChecked())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
        told.forEach(it -> it.arrived(file));
    }

    private Instant now() {
        return clock.instant();
    }
}
