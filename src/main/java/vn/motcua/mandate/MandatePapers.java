package vn.motcua.mandate;

import java.time.Instant;
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
import vn.motcua.identity.MandateId;
import vn.motcua.shared.Scope;

/** The documents of mandates; whoever may see the mandate sees them. They are kept as long as it proves something. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MandatePapers implements FileUse {

    private final JdbcClient db;

    MandatePapers(JdbcClient db) {
        this.db = db;
    }

    void add(MandateId mandate, MandatePaper paper, Instant now) {
        db.sql("""
                        insert into mandate_paper (tenant_id, mandate, id, name, file, size, added_at)
                        values (0, :mandate, :id, :name, :file, :size, :now)
                        """)
                .param("mandate", mandate.value())
                .param("id", paper.id())
                .param("name", paper.name())
                .param("file", paper.file().sha256())
                .param("size", paper.size())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<MandatePaper> of(MandateId mandate) {
        return db.sql("""
                        select id, name, file, size from mandate_paper
                        where tenant_id = 0 and mandate = :mandate order by added_at, id
                        """)
                .param("mandate", mandate.value())
                .query((row, _) -> new MandatePaper(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new FileId(row.getString("file")),
                        row.getLong("size")))
                .list();
    }

    @Override
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("select file from mandate_paper where tenant_id = :tenant and file = any(:asked)")
                .param("tenant", Scope.current().tenant().value())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
