package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The dossiers of the current tenant that wait for the decision of a unit above, for whoever tells its people. */
@Service
public class HeldAbove {

    private final JdbcClient db;

    HeldAbove(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param oneStop the unit that received it
     * @param above the unit that has to decide
     * @param since when it was sent up
     * @param until the last day for the answer; empty where none was said
     */
    public record Held(
            DossierId dossier,
            String number,
            RevisionId revision,
            UnitId oneStop,
            UnitId above,
            Instant since,
            Optional<LocalDate> until) {

        /** The end of its last day; empty where none was said. */
        public Optional<Instant> due() {
            return until.map(
                    it -> it.atTime(23, 59, 59).atZone(VietnamTime.ZONE).toInstant());
        }
    }

    /** That dossier; empty where it waits for no unit above, or no more. */
    @Transactional(readOnly = true)
    public Optional<Held> of(DossierId dossier) {
        return db.sql("""
                        select d.id, d.number, d.revision, d.unit, d.stage_since, d.waiting_for from dossier d
                        where d.tenant_id = :tenant and d.id = :dossier and d.stage = 'AWAITING_ANSWER'
                            and d.waiting_for #>> '{above,unit}' is not null
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("dossier", dossier.value())
                .query((row, _) -> held(row))
                .optional();
    }

    /** Those whose answer was wanted by some day, the earliest first. */
    @Transactional(readOnly = true)
    public List<Held> withADay() {
        return db.sql("""
                        select d.id, d.number, d.revision, d.unit, d.stage_since, d.waiting_for from dossier d
                        where d.tenant_id = :tenant and d.stage = 'AWAITING_ANSWER'
                            and d.waiting_for #>> '{above,unit}' is not null and d.waiting_for ->> 'until' is not null
                        order by d.waiting_for ->> 'until', d.id
                        """)
                .param("tenant", Scope.current().tenant().value())
                .query((row, _) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        var wait = EventJson.MAPPER.readValue(row.getString("waiting_for"), WaitingFor.class);
        return new Held(
                new DossierId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new RevisionId(row.getObject("revision", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                wait.above().orElseThrow().unit(),
                DossierRow.moment(row, "stage_since").orElseThrow(),
                wait.until());
    }
}
