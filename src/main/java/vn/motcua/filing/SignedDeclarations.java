package vn.motcua.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.document.FileUse;
import vn.motcua.dossier.DossierId;
import vn.motcua.identity.AccountId;
import vn.motcua.shared.Scope;

/** Declarations that applicants signed with their own certificates: of drafts, and of dossiers that were filed with one. */
@Repository
public class SignedDeclarations implements FileUse {

    /** In an address it stands in the place of a paper's id. */
    public static final String PAPER = "signed-declaration";

    /** The name under which it is saved. */
    public static final String NAME = "to-khai-da-ky.pdf";

    private final JdbcClient db;

    SignedDeclarations(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param signer whose certificate it is
     * @param provider the name of the service at which they signed
     */
    public record Signed(FileId file, String signer, String provider, Instant at) {}

    /**
     * One of a draft.
     *
     * @param content the digest of what was signed, {@link SignedContent}
     */
    record OfDraft(Signed signed, String content) {}

    /** The one that was filed with a dossier of the current tenant. */
    @Transactional(readOnly = true)
    public Optional<Signed> of(DossierId dossier) {
        return db.sql("""
                        select file, signer, provider, signed_at from signed_declaration
                        where tenant_id = :tenant and dossier = :dossier
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> signed(row))
                .optional();
    }

    /** The same, as long as these are the answers that were signed: a supplement may have changed them. */
    @Transactional(readOnly = true)
    public Optional<Signed> of(DossierId dossier, Map<String, Object> answers) {
        return db.sql("""
                        select file, signer, provider, signed_at from signed_declaration
                        where tenant_id = :tenant and dossier = :dossier and answers = :answers
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("answers", SignedContent.answers(answers))
                .query((row, _) -> signed(row))
                .optional();
    }

    /** The one of a draft of the current account, whether the draft is still what was signed or not. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<OfDraft> of(DraftId draft) {
        return db.sql("select file, signer, provider, signed_at, content from draft_signature where draft = :draft")
                .param("draft", draft.value())
                .query((row, _) -> new OfDraft(signed(row), row.getString("content")))
                .optional();
    }

    /** Keeps it with the draft; an earlier one goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(DraftId draft, AccountId owner, OfDraft one) {
        db.sql("""
                        insert into draft_signature (tenant_id, draft, owner, content, file, signer, provider, signed_at)
                        values (:tenant, :draft, :owner, :content, :file, :signer, :provider, :at)
                        on conflict (tenant_id, draft) do update set content = excluded.content, file = excluded.file,
                            signer = excluded.signer, provider = excluded.provider, signed_at = excluded.signed_at
                        """)
                .param("draft", draft.value())
                .param("owner", owner.value())
                .param("content", one.content())
                .params(columns(one.signed()))
                .update();
    }

    /** It is filed with that dossier, with these answers. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(DossierId dossier, Signed one, Map<String, Object> answers) {
        db.sql("""
                        insert into signed_declaration (tenant_id, dossier, answers, file, signer, provider, signed_at)
                        values (:tenant, :dossier, :answers, :file, :signer, :provider, :at)
                        """)
                .param("dossier", dossier.value())
                .param("answers", SignedContent.answers(answers))
                .params(columns(one))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<FileId> needed(Set<FileId> asked) {
        return db
                .sql("""
                        select file from draft_signature where tenant_id = :tenant and file = any(:asked)
                        union select file from signed_declaration where tenant_id = :tenant and file = any(:asked)
                        """)
                .param("tenant", tenant())
                .param("asked", asked.stream().map(FileId::sha256).toArray(String[]::new))
                .query((row, _) -> FileId.of(row.getString("file")))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> columns(Signed one) {
        return Map.of(
                "tenant", tenant(),
                "file", one.file().sha256(),
                "signer", one.signer(),
                "provider", one.provider(),
                "at", one.at().atOffset(ZoneOffset.UTC));
    }

    private static Signed signed(ResultSet row) throws SQLException {
        return new Signed(
                FileId.of(row.getString("file")),
                row.getString("signer"),
                row.getString("provider"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
