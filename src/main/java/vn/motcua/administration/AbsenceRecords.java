package vn.motcua.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.Absence.Claims;
import vn.motcua.administration.Absence.Reason;
import vn.motcua.identity.OfficerId;
import vn.motcua.shared.Scope;

/** The leaves of the current tenant's officers. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AbsenceRecords {

    private static final String COLUMNS =
            "select id, officer, from_day, until_day, reason, claims, stand_in, recorded_by from absence ";

    private final JdbcClient db;

    AbsenceRecords(JdbcClient db) {
        this.db = db;
    }

    /** One that has to begin, with who recorded it. */
    record Due(Absence absence, UUID recordedBy) {}

    void keep(Absence it, UUID by, Instant now) {
        db.sql("""
                        insert into absence (tenant_id, id, officer, from_day, until_day, reason, claims, stand_in,
                            recorded_by, recorded_at)
                        values (:tenant, :id, :officer, :from, :until, :reason, :claims, cast(:standIn as uuid), :by, :now)
                        on conflict (tenant_id, id) do nothing
                        """)
                .param("tenant", tenant())
                .param("id", it.id())
                .param("officer", it.officer().value())
                .param("from", it.from())
                .param("until", it.until())
                .param("reason", it.reason().name())
                .param("claims", it.claims().name())
                .param("standIn", it.standIn().map(OfficerId::toString).orElse(null))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that are not over. */
    List<Absence> current(LocalDate day) {
        return db.sql(COLUMNS + """
                        where tenant_id = :tenant and ended_at is null and until_day >= :day order by from_day, id
                        """)
                .param("tenant", tenant())
                .param("day", day)
                .query((row, _) -> absence(row))
                .list();
    }

    /** Those that should have begun; held until the transaction ends. */
    List<Due> due(LocalDate day) {
        return db.sql(COLUMNS + """
                        where tenant_id = :tenant and begun_at is null and ended_at is null and from_day <= :day
                        order by from_day, id for update skip locked
                        """)
                .param("tenant", tenant())
                .param("day", day)
                .query((row, _) -> new Due(absence(row), row.getObject("recorded_by", UUID.class)))
                .list();
    }

    void begun(UUID id, Instant now) {
        db.sql("update absence set begun_at = :now where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, Instant now) {
        db.sql("update absence set ended_at = :now where tenant_id = :tenant and id = :id and ended_at is null")
                .param("tenant", tenant())
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                new OfficerId(row.getObject("officer", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                Reason.valueOf(row.getString("reason")),
                Claims.valueOf(row.getString("claims")),
                Optional.ofNullable(row.getObject("stand_in", UUID.class)).map(OfficerId::new));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
