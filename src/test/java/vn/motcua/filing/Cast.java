package vn.motcua.filing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.document.FileKind;
import vn.motcua.document.StoredFile;
import vn.motcua.document.StoredFiles;
import vn.motcua.document.Uploads;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Personas;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.support.SamplePaper;

/** The people of the demonstration by name, and what tests need to act in their name. */
@TestComponent
final class Cast {

    private final Accounts accounts;
    private final Personas personas;
    private final StoredFiles files;
    private final Uploads uploads;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Cast(
            Accounts accounts,
            Personas personas,
            StoredFiles files,
            Uploads uploads,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.personas = personas;
        this.files = files;
        this.uploads = uploads;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lý Thị Mẩy, of Tả Van. */
    SignedIn.Citizen may() {
        return (SignedIn.Citizen) named("Lý Thị Mẩy");
    }

    /** Giàng A Sình, of Tả Van too. */
    SignedIn.Citizen sinh() {
        return (SignedIn.Citizen) named("Giàng A Sình");
    }

    /** Who has that name. */
    SignedIn named(String name) {
        return personas.groups(Language.VI).stream()
                .flatMap(it -> it.cards().stream())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .flatMap(it -> personas.account(it.account()))
                .flatMap(accounts::signedIn)
                .orElseThrow();
    }

    /** A file that they have uploaded. */
    StoredFile file(SignedIn who, String name) {
        return who.scope().call(() -> files.keep(SamplePaper.png(), name, FileKind.PNG));
    }

    /** A picture that they have uploaded. */
    StoredFile uploaded(SignedIn who, byte[] picture) {
        return uploads.accept(new java.io.ByteArrayInputStream(picture), "anh.png", uploads.usualLimits(), who.scope());
    }

    /** How many rows of a table the tenant has, seen in the name of that account. */
    long rows(String table, TenantId tenant, SignedIn who) {
        return Objects.requireNonNull(new Scope(tenant, who.scope().account())
                .call(() -> transaction.execute(_ -> db.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())));
    }

    /** What that asks of the tenant's tables, seen in the name of that account: each row as texts by column, null empty. */
    List<Map<String, String>> select(TenantId tenant, SignedIn who, String sql, Object... arguments) {
        return Objects.requireNonNull(new Scope(tenant, who.scope().account())
                .call(() -> transaction.execute(_ -> db.sql(sql)
                        .params(arguments)
                        .query((row, _) -> {
                            var texts = new java.util.TreeMap<String, String>();
                            var columns = row.getMetaData();
                            for (int i = 1; i <= columns.getColumnCount(); i++) {
                                var text = row.getString(i);
                                texts.put(columns.getColumnLabel(i), text == null ? "" : text);
                            }
                            return Map.copyOf(texts);
                        })
                        .list())));
    }

    /** Gives a draft a revision of its procedure with more questions, which stand before the birth date of the child. */
    void askAlso(SignedIn who, DraftId draft, String fields) {
        var revision = java.util.UUID.randomUUID();
        Scope.of(TenantId.NATIONAL)
                .run(() -> transaction.executeWithoutResult(_ -> db.sql("""
                        insert into procedure_revision (tenant_id, id, code, content_hash, record, files, recorded_at)
                        select r.tenant_id, :revision, r.code, md5(cast(:revision as text)) || md5(r.content_hash), r.record,
                            jsonb_set(r.files, '{form.yaml}', to_jsonb(replace(r.files ->> 'form.yaml',
                                '      - id: child.birthDate\n', :fields))), r.recorded_at
                        from procedure p join procedure_revision r on r.id = p.current_revision
                        where p.tenant_id = 0 and p.code = :code
                        """)
                        .param("revision", revision)
                        .param("fields", fields)
                        .param("code", Birth.CODE)
                        .update()));
        who.scope()
                .run(() -> transaction.executeWithoutResult(
                        _ -> db.sql("update draft set revision = :revision where id = :draft")
                                .param("revision", revision)
                                .param("draft", draft.value())
                                .update()));
    }

    /** The answers of a dossier. */
    String answers(Filed filed, SignedIn who) {
        return Objects.requireNonNull(new Scope(filed.tenant(), who.scope().account())
                .call(() ->
                        transaction.execute(_ -> db.sql("select answers::text from dossier_answers where dossier = :id")
                                .param("id", filed.dossier().value())
                                .query(String.class)
                                .single())));
    }
}
