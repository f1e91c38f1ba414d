package vn.motcua.vault;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.shared.Scope;

/** Which files vaults need. */
@Repository
class VaultFileUse implements FileUse {

    private final JdbcClient db;

    VaultFileUse(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("""
                        select file from vault_entry where tenant_id = :tenant and file = any(:asked)
                        union select file from vault_copy where tenant_id = :tenant and file = any(:asked)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
