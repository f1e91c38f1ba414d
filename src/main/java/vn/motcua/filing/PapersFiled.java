package vn.motcua.filing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Scope;
import vn.motcua.vault.FiledPapers;
import vn.motcua.vault.HeldPaper;

/** Answers what became of papers when a dossier was filed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class PapersFiled implements FiledPapers {

    private final JdbcClient db;
    private final PaperOrigins origins;

    PapersFiled(JdbcClient db, PaperOrigins origins) {
        this.db = db;
        this.origins = origins;
    }

    @Override
    public List<UUID> reused(DossierId dossier) {
        return origins.of(dossier).values().stream()
                .flatMap(it -> it.held().stream())
                .map(HeldPaper::entry)
                .toList();
    }

    @Override
    public List<Confirmed> confirmed(DossierId dossier) {
        return db.sql("""
                        select document, file, stated_by, stater_name, stated_at from paper_statement
                        where tenant_id = :tenant and dossier = :dossier order by document, file
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> new Confirmed(
                        row.getString("document"),
                        FileId.of(row.getString("file")),
                        new AccountId(row.getObject("stated_by", UUID.class)),
                        row.getString("stater_name"),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
