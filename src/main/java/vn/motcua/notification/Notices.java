package vn.motcua.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.DossierId;
import vn.motcua.dossier.DossierRef;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.SignedIn;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** What applicants are told in their account, whosever system has the dossier. */
@Service
public class Notices {

    /** In place of a version: what is told of a dossier that does not change any more. */
    private static final int RETENTION = Integer.MAX_VALUE;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Notices(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What they were told, latest first. */
    public List<Notice> of(SignedIn.Applicant who, int most) {
        return nationally(() -> db.sql("""
                        select n.dossier, n.version, n.holder, n.kind, n.said, n.at, bool_and(n.read_at is null) as unread
                        from notification n where n.tenant_id = 0 and n.owner = any(:owners)
                        group by n.dossier, n.version, n.holder, n.kind, n.said, n.at
                        order by n.at desc, n.version desc limit :most
                        """)
                .param("owners", owners(who))
                .param("most", most)
                .query((row, _) -> notice(row))
                .list());
    }

    /** The last thing that was told of a version of that dossier. */
    Optional<Notice> latest(SignedIn.Applicant who, DossierRef dossier) {
        return nationally(() -> db.sql("""
                        select n.dossier, n.version, n.holder, n.kind, n.said, n.at, bool_and(n.read_at is null) as unread
                        from notification n
                        where n.tenant_id = 0 and n.owner = any(:owners) and n.dossier = :dossier
                            and n.version > 0 and n.version < :retention
                        group by n.dossier, n.version, n.holder, n.kind, n.said, n.at
                        order by n.version desc limit 1
                        """)
                .param("owners", owners(who))
                .param("dossier", dossier.id().value())
                .param("retention", RETENTION)
                .query((row, _) -> notice(row))
                .optional());
    }

    /** They have read what happened until then. */
    public void read(SignedIn.Applicant who, Instant until, Instant now) {
        nationally(() -> db.sql("""
                        update notification set read_at = :now
                        where tenant_id = 0 and owner = any(:owners) and at <= :until and read_at is null
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("owners", owners(who))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Tells all these owners; what they were told already is not told again. */
    void tell(List<UUID> owners, Notice notice) {
        nationally(() -> db.sql("""
                        insert into notification (tenant_id, owner, dossier, version, holder, kind, said, at, read_at)
                        select 0, o.owner, :dossier, :version, :holder, :kind, cast(:said as text[]), :at,
                            case when :unread then null else cast(:at as timestamptz) end
                        from unnest(cast(:owners as uuid[])) as o(owner)
                        on conflict (tenant_id, owner, dossier, version) do nothing
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("dossier", notice.dossier().id().value())
                .param("version", notice.version())
                .param("holder", notice.dossier().tenant().value())
                .param("kind", notice.kind())
                .param("said", notice.said().toArray(String[]::new))
                .param("at", notice.at().atOffset(ZoneOffset.UTC))
                .param("unread", notice.unread())
                .update());
    }

    /** Tells them until which day their dossier is kept. */
    public void retentionEnds(List<UUID> owners, DossierRef dossier, String day, Instant now) {
        tell(owners, new Notice(dossier, RETENTION, "retention-ends", List.of(day), now, true));
    }

    /** Forgets all that was told of a dossier. */
    public void forget(DossierRef dossier) {
        nationally(() -> db.sql("delete from notification where tenant_id = 0 and dossier = :dossier")
                .param("dossier", dossier.id().value())
                .update());
    }

    private <T> T nationally(Supplier<T> work) {
        return Scope.of(TenantId.NATIONAL).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }

    private static UUID[] owners(SignedIn.Applicant who) {
        var about = who.representing()
                .map(OrganisationId::value)
                .orElse(who.person().value());
        return Stream.of(who.account().value(), about).distinct().toArray(UUID[]::new);
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                new DossierRef(new TenantId(row.getInt("holder")), new DossierId(row.getObject("dossier", UUID.class))),
                row.getInt("version"),
                row.getString("kind"),
                Arrays.asList((String[]) row.getArray("said").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("unread"));
    }
}
