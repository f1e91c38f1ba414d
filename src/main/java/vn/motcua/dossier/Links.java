package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.TimeLimit;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** Which of the current tenant's dossiers are parts of linked filings. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Links {

    /** Columns of {@code dossier_link l} for {@link #read}. */
    static final String COLUMNS = "l.home, l.group_revision, l.part, l.place as link_place, l.time_limit";

    private final JdbcClient db;

    Links(JdbcClient db) {
        this.db = db;
    }

    /** Says of a dossier that was just added that it is a part. */
    void add(DossierId dossier, Link link) {
        db.sql("""
                        insert into dossier_link (tenant_id, dossier, home, group_revision, part, place, time_limit)
                        values (:tenant, :dossier, :home, :group, :part, :place, :limit)
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .param("home", link.home().value())
                .param("group", link.group().value())
                .param("part", link.part())
                .param("place", link.place())
                .param("limit", link.limit().toString())
                .update();
    }

    /** The link of a dossier; empty where it is no part of anything. */
    Optional<Link> of(DossierId dossier) {
        return db
                .sql("select " + COLUMNS + " from dossier_link l where l.tenant_id = :tenant and l.dossier = :dossier")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The dossier that is that part of the filing, where it is here. */
    Optional<DossierId> part(FilingId filing, String part) {
        return db.sql("""
                        select d.id from dossier d
                        join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        where d.tenant_id = :tenant and d.filing = :filing and l.part = :part
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .param("part", part)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** The parts of a filing that are here. */
    List<DossierId> parts(FilingId filing) {
        return db.sql("""
                        select d.id from dossier d
                        join dossier_link l on l.tenant_id = d.tenant_id and l.dossier = d.id
                        where d.tenant_id = :tenant and d.filing = :filing order by l.place
                        """)
                .param("tenant", tenant())
                .param("filing", filing.value())
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The link out of {@link #COLUMNS}; empty where an outer join found none. */
    static Optional<Link> read(ResultSet row) throws SQLException {
        var group = row.getObject("group_revision", UUID.class);
        return group == null
                ? Optional.empty()
                : Optional.of(new Link(
                        new TenantId(row.getInt("home")),
                        new RevisionId(group),
                        row.getString("part"),
                        row.getInt("link_place"),
                        TimeLimit.parse(row.getString("time_limit"))));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
