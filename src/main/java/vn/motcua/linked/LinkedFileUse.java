package vn.motcua.linked;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.shared.Scope;

/** Which files parts need that are not open yet. */
@Repository
class LinkedFileUse implements FileUse {

    private final JdbcClient db;

    LinkedFileUse(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("""
                        select p ->> 'file' as file from linked_branch b, jsonb_array_elements(b.papers) p
                        where b.tenant_id = :tenant and b.state in ('WAITING', 'OPENING') and p ->> 'file' = any(:asked)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
