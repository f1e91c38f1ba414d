package vn.motcua.dossier;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.shared.Scope;

/**
 * What each change of a dossier brought, as the text whose SHA-256 the audit log keeps: a line for each event with its
 * version, kind, actor, whom they acted for, moments in seconds since 1970 and data, for each paper with its id, document, hash and how many originals and copies were shown, and one with the answers if there were any. The
 * data is written as PostgreSQL writes {@code jsonb}. {@link WriteUnit} makes the same text when it writes.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeTexts {

    private final JdbcClient db;

    ChangeTexts(JdbcClient db) {
        this.db = db;
    }

    /** The texts of a dossier of the current tenant, in the order of its versions. */
    public List<String> of(DossierId dossier) {
        return db.sql("""
                        select concat_ws(E'\\n',
                            string_agg(concat_ws(' ', e.version, e.kind, e.actor, to_jsonb(e.actor_name), e.acting_for,
                                extract(epoch from e.recorded_at), extract(epoch from e.effective_at), e.data),
                                E'\\n' order by e.version),
                            (select string_agg(p.id || ' ' || p.document || ' ' || coalesce(p.file, '-')
                                    || ' ' || p.originals || ' ' || p.copies, E'\\n'
                                    order by p.id)
                                from dossier_paper p
                                where p.tenant_id = :tenant and p.dossier = :dossier and p.version = max(e.version)),
                            (select a.answers::text from dossier_answers a
                                where a.tenant_id = :tenant and a.dossier = :dossier and a.version = max(e.version)))
                            as content
                        from dossier_event e where e.tenant_id = :tenant and e.dossier = :dossier
                        group by e.command order by max(e.version)
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> row.getString("content"))
                .list();
    }

    /** Which of them are dossiers of the current tenant that had ended, and since when. */
    public List<Ended> ended(List<UUID> dossiers) {
        return db.sql("""
                        select d.id, d.stage_since from dossier d
                        where d.tenant_id = :tenant and d.id = any(cast(:ids as uuid[]))
                            and d.stage in ('TURNED_AWAY', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS', 'HANDED_OVER')
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("ids", dossiers.toArray(UUID[]::new))
                .query((row, _) -> new Ended(
                        row.getObject("id", UUID.class),
                        DossierRow.moment(row, "stage_since").orElseThrow()))
                .list();
    }

    /** A dossier that has ended. */
    public record Ended(UUID dossier, java.time.Instant since) {}
}
