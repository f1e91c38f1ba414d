package vn.motcua.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of links; the scope is the national one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Shares {

    private static final String ROW = """
            select s.id, s.entry, s.note, s.until, g.at as ended_at from vault_share s
            left join vault_share_ending g on g.tenant_id = s.tenant_id and g.share = s.id
            where s.tenant_id = 0 and\s""";

    private final JdbcClient db;

    Shares(JdbcClient db) {
        this.db = db;
    }

    /** Writes it down; says no when that command made one already. */
    boolean add(VaultShare share, byte[] digest, Instant now) {
        return db.sql("""
                                insert into vault_share (tenant_id, id, entry, digest, note, until, made_at)
                                values (0, :id, :entry, :digest, :note, :until, :now) on conflict do nothing
                                """)
                        .param("id", share.id())
                        .param("entry", share.entry())
                        .param("digest", digest)
                        .param("note", share.note())
                        .param("until", utc(share.until()))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Takes it back; says no when it was before. */
    boolean end(UUID share, Instant now) {
        return db.sql("""
                                insert into vault_share_ending (tenant_id, share, at) values (0, :share, :now)
                                on conflict do nothing
                                """).param("share", share).param("now", utc(now)).update() == 1;
    }

    /** The one behind that secret. */
    Optional<VaultShare> find(byte[] digest) {
        return db.sql(ROW + "s.digest = :digest")
                .param("digest", digest)
                .query((row, _) -> share(row))
                .optional();
    }

    /** Those of an entry, the latest first. */
    List<VaultShare> of(UUID entry, int most) {
        return db.sql(ROW + "s.entry = :entry order by s.id desc limit :most")
                .param("entry", entry)
                .param("most", most)
                .query((row, _) -> share(row))
                .list();
    }

    private static VaultShare share(ResultSet row) throws SQLException {
        return new VaultShare(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                row.getString("note"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
