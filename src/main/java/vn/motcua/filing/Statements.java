package vn.motcua.filing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.NewPaper;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.shared.Scope;

/** What officers stated about scans of a dossier: that they match the originals shown at the counter. */
@Repository
public class Statements {

    /** Before the id of a paper in an address: the page on which it is signed that it was compared. */
    public static final String SIGNED = "statement-";

    private final JdbcClient db;
    private final Trail trail;

    Statements(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /**
     * That a scan matches the original.
     *
     * @param file its content hash
     * @param by the name of the officer
     * @param signed the page on which it is signed; empty until it is
     */
    public record Statement(String file, String by, Instant at, Optional<FileId> signed) {}

    /** What was stated about the papers of a dossier of the current tenant, by their content hash. */
    @Transactional(readOnly = true)
    public Map<String, Statement> of(DossierId dossier) {
        return db
                .sql("""
                        select s.file, s.stater_name, s.stated_at, n.page from paper_statement s
                        left join signed_statement n on n.tenant_id = s.tenant_id and n.dossier = s.dossier
                            and n.file = s.file and n.document = s.document
                        where s.tenant_id = :tenant and s.dossier = :dossier
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> new Statement(
                        row.getString("file"),
                        row.getString("stater_name"),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("page")).map(FileId::of)))
                .list()
                .stream()
                .collect(Collectors.toMap(Statement::file, Function.identity(), (one, _) -> one));
    }

    /**
     * The signed page that an address names.
     *
     * @param paper as in the address
     * @param papers of the dossier, their content hashes by their ids
     * @return empty when the address names none, or none is signed
     */
    @Transactional(readOnly = true)
    public Optional<FileId> signed(DossierId dossier, String paper, Map<String, String> papers) {
        if (!paper.startsWith(SIGNED)) {
            return Optional.empty();
        }
        return Optional.ofNullable(papers.get(paper.substring(SIGNED.length())))
                .flatMap(file -> Optional.ofNullable(of(dossier).get(file)))
                .flatMap(Statement::signed);
    }

    /** Takes the statements of a draft over to what was filed, and into the log. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(OfficerAt who, Draft draft, DossierId dossier) {
        keep(
                who,
                dossier,
                draft.papers().stream()
                        .flatMap(it -> it.comparedAt().stream()
                                .map(at -> new Compared(it.file().sha256(), it.document(), at)))
                        .toList());
    }

    /** The officer states of each of these papers that has a scan that it matches the original; also into the log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void state(OfficerAt who, DossierId dossier, List<NewPaper> papers, Instant now) {
        keep(
                who,
                dossier,
                papers.stream()
                        .flatMap(it -> it.file().stream().map(file -> new Compared(file, it.document(), now)))
                        .toList());
    }

    private record Compared(String file, String document, Instant at) {}

    private void keep(OfficerAt who, DossierId dossier, List<Compared> compared) {
        var stated = 0;
        for (var paper : compared) {
            stated += db.sql("""
                            with stated as (
                                insert into paper_statement (tenant_id, dossier, file, document, stated_at, stated_by, stater_name)
                                values (:tenant, :dossier, :file, :document, :at, :by, :name) on conflict do nothing
                                returning tenant_id, dossier, file, document
                            )
                            insert into statement_due (tenant_id, dossier, file, document)
                            select tenant_id, dossier, file, document from stated
                            """)
                    .param("tenant", Scope.current().tenant().value())
                    .param("dossier", dossier.value())
                    .param("file", paper.file())
                    .param("document", paper.document())
                    .param("at", paper.at().atOffset(ZoneOffset.UTC))
                    .param("by", who.account().value())
                    .param("name", who.name())
                    .update();
        }
        if (stated > 0) {
            trail.leave(new Look(
                    who.account().value(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.INTAKE,
                    dossier.value(),
                    "compared-with-originals",
                    Fields.of(Fields.PAPERS)));
        }
    }
}
