package vn.motcua.brand;

import java.time.Instant;
import java.time.ZoneOffset;
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
import vn.motcua.shared.Scope;

/** Brands of the current tenant that somebody looks at before they are published; and which pictures brands need. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class BrandDrafts implements FileUse {

    private final JdbcClient db;

    BrandDrafts(JdbcClient db) {
        this.db = db;
    }

    /** One of them. */
    public record Draft(UUID id, BrandPlace place, Brand brand, UUID madeBy) {}

    /** Keeps it; the same twice is once. */
    public void keep(Draft draft, Instant now) {
        db.sql("""
                        insert into brand_draft (tenant_id, id, unit, name, name_en, paper_name, accent, address, hotline,
                            footer, footer_en, emblem, made_by, made_at)
                        values (:tenant, :id, :unit, :name, :nameEn, :paperName, :accent, :address, :hotline,
                            :footer, :footerEn, :emblem, :by, :at)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", draft.id())
                .param("unit", draft.place().column())
                .params(Brands.parameters(draft.brand()))
                .param("by", draft.madeBy())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** That one of the current tenant. */
    public Optional<Draft> find(UUID id) {
        return db.sql("select tenant_id, id, unit, made_by, " + Brands.COLUMNS + """
                         from brand_draft where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("id", id)
                .query((row, _) -> new Draft(
                        row.getObject("id", UUID.class),
                        BrandPlace.of(row.getInt("tenant_id"), row.getObject("unit", UUID.class)),
                        Brands.brand(row),
                        row.getObject("made_by", UUID.class)))
                .optional();
    }

    @Override
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("""
                        select emblem from brand where tenant_id = :tenant and emblem = any(:asked)
                        union select emblem from brand_draft where tenant_id = :tenant and emblem = any(:asked)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("emblem")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
