package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import vn.motcua.catalogue.Channel;
import vn.motcua.catalogue.Circumstances;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.deadline.Due;
import vn.motcua.deadline.Reason;
import vn.motcua.identity.Actors;
import vn.motcua.identity.OrganisationId;
import vn.motcua.identity.PersonId;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;

/** What lies in the folders of the current tenant's dossiers: papers, history, the applicant, the due moment. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Folders {

    private static final TypeReference<List<Paper>> PAPERS = new TypeReference<>() {};
    private static final TypeReference<List<Folder.Line>> HISTORY = new TypeReference<>() {};
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private static final String FOLDER = """
            select f.tracking_code, f.person, f.organisation, f.applicant_name, f.personal_number, f.phone, f.email, f.address,
                f.receive_by, f.receive_at, due.due_at, due.rule, due.calendar, due.provisional, due.explanation,
                coalesce((select l.place::bigint from dossier_link l where l.tenant_id = d.tenant_id and l.dossier = d.id),
                    (select o.place::bigint from dossier_origin o where o.tenant_id = d.tenant_id and o.dossier = d.id),
                    (select case when count(*) > 1 or d.stage = 'PASSED_ACROSS' then count(*) filter (where s.id <= d.id) end
                    from dossier s where s.tenant_id = d.tenant_id and s.filing = d.filing)) as place,
                (select coalesce(jsonb_agg(to_jsonb(p) - 'tenant_id' - 'dossier' order by p.added_at, p.id), '[]')
                    from dossier_paper p where p.tenant_id = d.tenant_id and p.dossier = d.id) as papers,
                (select jsonb_agg(jsonb_build_object('version', e.version, 'kind', e.kind, 'data', e.data,
                        'actor', e.actor, 'actor_name', e.actor_name, 'role', e.role,
                        'on_behalf', case when e.position is null and e.acting_for is not null
                            and (e.role is not null or e.actor_name <> f.applicant_name) then f.applicant_name end,
                        'acting_for', case when e.position is not null then e.acting_for end, 'recorded_at', e.recorded_at,
                        'effective_at', e.effective_at, 'booked',
                        (select jsonb_build_object('unit', b.unit, 'year', b.year, 'number', b.number) from book_entry b
                            where b.tenant_id = e.tenant_id and b.dossier = e.dossier and b.version = e.version))
                    order by e.version)
                    from dossier_event e where e.tenant_id = d.tenant_id and e.dossier = d.id) as history
            from dossier d
            join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
            left join lateral (
                select c.due_at, c.rule, c.calendar, c.provisional, c.explanation from due_computation c
                where c.tenant_id = d.tenant_id and c.dossier = d.id order by c.version desc limit 1
            ) due on true
            where d.tenant_id = :tenant and d.id = :id
            """;

    /** The same, leaving a line in the audit log in the same round trip. */
    private static final String LOOK = """
            with looked as (
                insert into audit_record (tenant_id, at, actor, position, role, purpose, subject, act, fields, after)
                select d.tenant_id, :now, :actor, cast(:position as uuid), cast(:role as text), 'settle', d.id, :act, :fields,
                    d.digest
                from dossier d where d.tenant_id = :tenant and d.id = :id
            )
            """ + FOLDER;

    private final JdbcClient db;
    private final Actors actors;

    Folders(JdbcClient db, Actors actors) {
        this.db = db;
        this.actors = actors;
    }

    /** The folder, for whose it is. */
    Folder of(DossierId id) {
        return db.sql(FOLDER)
                .param("tenant", tenant())
                .param("id", id.value())
                .query((row, _) -> folder(row))
                .single();
    }

    /** The folder, for an officer; who looks is written down. */
    Folder look(DossierId id, SignedIn by, Optional<Position> as, Opening what, Instant now) {
        return db.sql(LOOK)
                .param("tenant", tenant())
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("actor", by.account().value())
                .param("act", what.act())
                .param("fields", what.fields())
                .param("position", as.map(it -> it.id().toString()).orElse(null))
                .param("role", as.map(Position::role).orElse(null))
                .query((row, _) -> folder(row))
                .single();
    }

    /** What a computation about the dossier needs. */
    UnitId receivingUnit(DossierId id) {
        return db.sql("select d.unit from dossier d where d.tenant_id = :tenant and d.id = :id")
                .param("tenant", tenant())
                .param("id", id.value())
                .query((row, _) -> new UnitId(row.getObject("unit", UUID.class)))
                .single();
    }

    ReadingDesk.Contents contents(DossierId id) {
        return db.sql("""
                        select d.revision, d.procedure, d.channel, d.filed_at, d.unit, f.available,
                            d.stage not in ('TURNED_AWAY', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS')
                                and d.outcome is distinct from 'DENIED' as living,
                            (select a.answers from dossier_answers a where a.tenant_id = d.tenant_id and a.dossier = d.id
                                order by a.version desc limit 1) as answers,
                            array(select e.kind || ' ' || e.data from dossier_event e
                                where e.tenant_id = d.tenant_id and e.dossier = d.id and e.data <> '{}'
                                    and e.kind in ('payment-awaited', 'answer-awaited', 'wait-ended')
                                order by e.version) as awaited
                        from dossier d join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                        where d.tenant_id = :tenant and d.id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id.value())
                .query((row, _) -> new ReadingDesk.Contents(
                        new RevisionId(row.getObject("revision", UUID.class)),
                        Circumstances.of(
                                row.getString("procedure"),
                                Channel.valueOf(row.getString("channel")),
                                DossierRow.moment(row, "filed_at").orElseThrow(),
                                new UnitId(row.getObject("unit", UUID.class)),
                                DossierRow.texts(row, "available")),
                        Work.answers(DossierRow.text(row, "answers").orElse("{}")),
                        Obligation.of(awaited(row)),
                        row.getBoolean("living")))
                .single();
    }

    private static List<DossierEvent> awaited(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("awaited").getArray())
                .map(it -> it.split(" ", 2))
                .map(it -> EventJson.read(it[0], it[1]))
                .toList();
    }

    private Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                new TrackingCode(row.getString("tracking_code")),
                new Applicant(
                        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new),
                        Optional.ofNullable(row.getObject("organisation", UUID.class))
                                .map(OrganisationId::new),
                        row.getString("applicant_name"),
                        DossierRow.text(row, "personal_number"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("address")),
                HandOver.How.valueOf(row.getString("receive_by")),
                row.getString("receive_at"),
                Dossiers.ROWS.readValue(row.getString("papers"), PAPERS),
                named(Dossiers.ROWS.readValue(row.getString("history"), HISTORY)),
                Optional.ofNullable(row.getObject("place", Long.class)).map(Long::intValue),
                due(row));
    }

    /** With the names of those whom a stand-in acted for; most dossiers have none. */
    private List<Folder.Line> named(List<Folder.Line> history) {
        var positions = history.stream()
                .flatMap(it -> it.actingFor().stream())
                .distinct()
                .toList();
        if (positions.isEmpty()) {
            return history;
        }
        var holders = actors.holders(positions);
        return history.stream().map(it -> it.inPlaceOf(holders)).toList();
    }

    private static Optional<Due> due(ResultSet row) throws SQLException {
        var at = DossierRow.moment(row, "due_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Due(
                        at.get(),
                        row.getString("rule"),
                        row.getString("calendar"),
                        Dossiers.ROWS.readValue(row.getString("explanation"), REASONS),
                        row.getBoolean("provisional")));
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
