package vn.motcua.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.document.FileId;
import vn.motcua.document.StoredFile;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Scope;

/** The threads of the current tenant. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ThreadStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FileRow>> FILES = new TypeReference<>() {};

    private final JdbcClient db;

    ThreadStore(JdbcClient db) {
        this.db = db;
    }

    private record FileRow(UUID id, String name, String file) {}

    /** All messages, the first one first. */
    List<ThreadMessage> of(DossierId dossier) {
        return db.sql("""
                        select m.id, m.side, m.unit, m.body, m.written_at,
                            (r.until is null or m.written_at > r.until) as unread,
                            (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'file', f.file)
                                    order by f.id), '[]')
                                from thread_file f where f.tenant_id = m.tenant_id and f.message = m.id) as files
                        from thread_message m
                        left join thread_read r on r.tenant_id = m.tenant_id and r.dossier = m.dossier and r.side <> m.side
                        where m.tenant_id = :tenant and m.dossier = :dossier order by m.written_at, m.id
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> message(row))
                .list();
    }

    /** How many messages of the other side that side has not read. */
    int unread(DossierId dossier, Side reader) {
        return db.sql("""
                        select count(*) from thread_message m
                        where m.tenant_id = :tenant and m.dossier = :dossier and m.side = :other
                            and m.written_at > coalesce((select r.until from thread_read r where r.tenant_id = m.tenant_id
                                and r.dossier = m.dossier and r.side = :side), '-infinity')
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("side", reader.name())
                .param("other", reader.other().name())
                .query(Integer.class)
                .single();
    }

    /** That side has read all that was written until then. */
    void read(DossierId dossier, Side reader, Instant until) {
        db.sql("""
                        insert into thread_read (tenant_id, dossier, side, until)
                        values (:tenant, :dossier, :side, :until)
                        on conflict (tenant_id, dossier, side) do update
                            set until = greatest(thread_read.until, excluded.until)
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("side", reader.name())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many that side has written since. */
    int writtenSince(DossierId dossier, Side side, Instant since) {
        return db.sql("""
                        select count(*) from thread_message
                        where tenant_id = :tenant and dossier = :dossier and side = :side and written_at > :since
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("side", side.name())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Whether that command was carried out before. */
    boolean has(UUID command) {
        return db.sql("select exists (select 1 from thread_message where tenant_id = :tenant and command = :command)")
                .param("tenant", tenant())
                .param("command", command)
                .query(Boolean.class)
                .single();
    }

    /** Writes it; empty when the same command did before. */
    Optional<UUID> add(
            UUID command,
            DossierId dossier,
            Side side,
            UUID account,
            Optional<UnitId> unit,
            String text,
            List<StoredFile> files,
            Instant now) {
        var id = Ids.next();
        var added = db.sql("""
                        insert into thread_message (tenant_id, id, command, dossier, side, account, unit, body, written_at)
                        values (:tenant, :id, :command, :dossier, :side, :account, :unit, :body, :now)
                        on conflict (tenant_id, command) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("command", command)
                .param("dossier", dossier.value())
                .param("side", side.name())
                .param("account", account)
                .param("unit", unit.map(UnitId::value).orElse(null), Types.OTHER)
                .param("body", text)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        files.forEach(it -> add(id, it));
        return Optional.of(id);
    }

    private void add(UUID message, StoredFile file) {
        db.sql("""
                        insert into thread_file (tenant_id, message, id, name, file, size)
                        values (:tenant, :message, :id, :name, :file, :size)
                        """)
                .param("tenant", tenant())
                .param("message", message)
                .param("id", Ids.next())
                .param("name", file.name())
                .param("file", file.id().sha256())
                .param("size", file.size())
                .update();
    }

    private static ThreadMessage message(ResultSet row) throws SQLException {
        return new ThreadMessage(
                row.getObject("id", UUID.class),
                Side.valueOf(row.getString("side")),
                Optional.ofNullable(row.getObject("unit", UUID.class)).map(UnitId::new),
                row.getString("body"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("files"), FILES).stream()
                        .map(it -> new ThreadMessage.Attached(it.id(), it.name(), FileId.of(it.file())))
                        .toList(),
                row.getBoolean("unread"));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
