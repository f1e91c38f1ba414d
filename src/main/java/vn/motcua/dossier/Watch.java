package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Interval;
import vn.motcua.identity.OfficerId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Language;
import vn.motcua.shared.Scope;

/** Which work of the current tenant is due soon or late, for whoever reminds people of it. Says nothing of applicants. */
@Service
public class Watch {

    private static final int MOST = 20_000;

    private final JdbcClient db;
    private final Procedures procedures;
    private final AgencyCalendars calendars;

    Watch(JdbcClient db, Procedures procedures, AgencyCalendars calendars) {
        this.db = db;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    /**
     * A step that somebody should finish.
     *
     * @param officer who has taken it; empty while it lies in the unit's tray
     * @param begun when the clock of the dossier began
     * @param due when its result is due
     * @param since when the dossier came to the step
     * @param stopped the waiting since then that the time limit leaves out
     */
    public record Work(
            DossierId dossier,
            DossierNumber number,
            RevisionId revision,
            String step,
            UnitId unit,
            String role,
            Optional<OfficerId> officer,
            Instant begun,
            Instant due,
            Instant since,
            List<Interval> stopped) {

        /** Keeps its own copy. */
        public Work {
            stopped = List.copyOf(stopped);
        }
    }

    /**
     * The open steps of dossiers whose clock runs, those that are due earliest first; also of those that are decided, until
     * their result is issued: the applicant was promised that, and not a decision in a drawer.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Work> running() {
        return db.sql("""
                        select d.id, d.number, d.revision, t.node, t.unit, t.role, t.officer, t.since, d.received_at, d.due_at,
                            (select coalesce(jsonb_agg(jsonb_build_object('from', w.from_at, 'to', w.until_at)), '[]')
                                from dossier_wait w where w.tenant_id = t.tenant_id and w.dossier = t.dossier
                                    and w.stops and w.until_at > t.since) as stopped
                        from route_token t
                        join dossier d on d.tenant_id = t.tenant_id and d.id = t.dossier
                        where t.tenant_id = :tenant and t.state = 'OPEN'
                            and (t.lane = 'RUNNING' or d.stage = 'RESOLVED' and d.result_file is null) and t.unit is not null
                        order by t.urgent_at, t.dossier, t.no limit :most
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("most", MOST)
                .query((row, _) -> work(row))
                .list();
    }

    /** By when that step itself should be done, inside the dossier's time; empty where its route names no hours for it. */
    public Optional<Instant> stepDue(Work work) {
        return StepDue.of(
                procedures.of(work.revision()).route().step(work.step()),
                work.since(),
                work.stopped(),
                Optional.of(work.due()),
                calendars.hours(work.unit()),
                calendars.of(work.unit()));
    }

    /** Where a dossier lies now. */
    public record Seat(UnitId unit, String role, Optional<OfficerId> officer) {}

    /** The open steps of that dossier; while the program does one, with whoever finished a step last before it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Seat> seats(DossierId dossier) {
        return db.sql("""
                        select t.unit, t.role, case when t.role <> 'by-itself' then t.officer else (
                                select b.officer from route_token b
                                where b.tenant_id = t.tenant_id and b.dossier = t.dossier and b.no < t.no
                                    and b.state = 'DONE' and b.officer <> :program
                                order by b.no desc limit 1) end as officer
                        from route_token t
                        where t.tenant_id = :tenant and t.dossier = :dossier and t.state = 'OPEN' and t.unit is not null
                        order by t.no
                        """)
                .param("tenant", Scope.current().tenant().value())
                .param("program", ByItself.OFFICER.value())
                .param("dossier", dossier.value())
                .query((row, _) -> new Seat(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("role"),
                        Optional.ofNullable(row.getObject("officer", UUID.class))
                                .map(OfficerId::new)))
                .list();
    }

    /** How a step of that procedure is called. */
    public String stepName(Work work, Language language) {
        return procedures.of(work.revision()).route().step(work.step()).name().in(language);
    }

    /** How that procedure is called. */
    public String procedureName(RevisionId revision, Language language) {
        return procedures.of(revision).name(language);
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(
                new DossierId(row.getObject("id", UUID.class)),
                new DossierNumber(row.getString("number")),
                new RevisionId(row.getObject("revision", UUID.class)),
                row.getString("node"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("role"),
                Optional.ofNullable(row.getObject("officer", UUID.class)).map(OfficerId::new),
                DossierRow.moment(row, "received_at").orElseThrow(),
                DossierRow.moment(row, "due_at").orElseThrow(),
                DossierRow.moment(row, "since").orElseThrow(),
                EventJson.MAPPER.readValue(row.getString("stopped"), StepDue.STOPPED));
    }
}
