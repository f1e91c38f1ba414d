package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.InboxPage.Counters;
import vn.motcua.dossier.InboxPage.Row;
import vn.motcua.dossier.InboxQuery.Cursor;
import vn.motcua.dossier.InboxQuery.Filter;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.VietnamTime;

/** What lies on an officer's desk: the open steps of their positions, most urgent first. */
@Service
public class Inbox {

    private static final Duration SOON = Duration.ofDays(1);

    /** What the agency has to hurry with: its clock runs, or the result is decided and not issued (as in {@link Watch}). */
    private static final String HURRIES = """
            (o.lane = 'RUNNING' or o.lane = 'DECIDED' and exists (select 1 from dossier i
                        where i.tenant_id = o.tenant_id and i.id = o.dossier and i.stage = 'RESOLVED' and i.result_file is null))""";

    private static final String DUE_SOON = "o.urgent_at >= :now and o.urgent_at < :soon and " + HURRIES;
    private static final String OVERDUE = "o.urgent_at < :now and " + HURRIES;

    private static final String COUNTERS = """
            select count(*) as all_open,
                count(*) filter (where o.officer = :me) as mine,
                count(*) filter (where o.officer is null) as tray,
                count(*) filter (where o.lane = 'INTAKE') as intake,
                count(*) filter (where %s) as due_soon,
                count(*) filter (where %s) as overdue,
                count(*) filter (where o.lane = 'RUNNING') as running,
                count(*) filter (where o.lane = 'WAITING') as waiting,
                count(*) filter (where o.lane = 'DECIDED') as decided
            from unnest(cast(:units as uuid[]), cast(:roles as text[])) as p(unit, role)
            join route_token o
                on o.tenant_id = :tenant and o.unit = p.unit and o.role = p.role and o.state = 'OPEN'
            """.formatted(DUE_SOON, OVERDUE);

    /** Of the procedure and step that the list is of. */
    private static final String OF_THE_LIST = """
            (:step = '' or o.node = :step)
                        and (:procedure = '' or exists (select 1 from dossier p
                            where p.tenant_id = o.tenant_id and p.id = o.dossier and p.procedure = :procedure))
                        and (:tag = '' or exists (select 1 from dossier_tag g where g.tenant_id = o.tenant_id
                            and g.dossier = o.dossier and g.tag = cast(nullif(:tag, '') as uuid) and g.off_at is null))""";

    private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new DossierId(new UUID(0, 0)), 0);

    private final JdbcClient db;
    private final Commands commands;
    private final Procedures procedures;
    private final Officers officers;
    private final Trail trail;
    private final AgencyCalendars calendars;
    private final Clock clock;

    Inbox(
            JdbcClient db,
            Commands commands,
            Procedures procedures,
            Officers officers,
            Trail trail,
            AgencyCalendars calendars,
            Clock clock) {
        this.db = db;
        this.commands = commands;
        this.procedures = procedures;
        this.officers = officers;
        this.trail = trail;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** A page of the officer's inbox. */
    public InboxPage page(SignedIn.OfficerAt who, InboxQuery query, Language language) {
        return commands.inTenant(who.tenant(), who, () -> {
            var page = read(who, query, language);
            var now = clock.instant();
            trail.once(
                    page.rows().stream()
                            .map(it -> look(it, who, now))
                            .distinct()
                            .toList(),
                    VietnamTime.dayOf(now).atStartOfDay(VietnamTime.ZONE).toInstant());
            return page;
        });
    }

    /** The dossiers before and after one in the list; empty where there is none. */
    public record Beside(Optional<DossierId> before, Optional<DossierId> after) {}

    /** Which dossiers stand beside that one in the list, also when it has just left it; nobody's data is shown. */
    public Beside beside(SignedIn.OfficerAt who, InboxQuery query, DossierId here) {
        return commands.inTenant(
                who.tenant(),
                who,
                () -> place(here)
                        .map(it -> new Beside(beside(who, query, it, true), beside(who, query, it, false)))
                        .orElseGet(() -> new Beside(Optional.empty(), Optional.empty())));
    }

    /** Where it stands, or stood when it lay here last. */
    private Optional<Cursor> place(DossierId here) {
        return db.sql("""
                        select t.urgent_at, t.dossier, t.no from route_token t
                        where t.tenant_id = motcua_tenant() and t.dossier = :here
                        order by (t.state = 'OPEN') desc, t.no desc limit 1
                        """)
                .param("here", here.value())
                .query((row, _) -> cursor(row))
                .optional();
    }

    private Optional<DossierId> beside(SignedIn.OfficerAt who, InboxQuery query, Cursor here, boolean before) {
        return ask(beside(condition(query.filter()), before), who, clock.instant())
                .param("urgentAt", here.urgentAt().atOffset(ZoneOffset.UTC))
                .param("here", here.dossier().value())
                .param("visit", here.visit())
                .param("step", query.step())
                .param("procedure", query.procedure())
                .param("tag", Ids.of(query.tag()).map(UUID::toString).orElse(""))
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .optional();
    }

    private static String beside(String condition, boolean before) {
        return """
                select t.dossier
                from unnest(cast(:units as uuid[]), cast(:roles as text[])) as p(unit, role)
                cross join lateral (
                    select o.dossier, o.no, o.urgent_at
                    from route_token o
                    where o.tenant_id = :tenant and o.unit = p.unit and o.role = p.role and o.state = 'OPEN'
                        and (o.urgent_at, o.dossier, o.no) %1$s (:urgentAt, :here, :visit) and o.dossier <> :here
                        and %3$s and %4$s
                    order by o.urgent_at %2$s, o.dossier %2$s, o.no %2$s limit 1
                ) t
                order by t.urgent_at %2$s, t.dossier %2$s, t.no %2$s limit 1
                """.formatted(before ? "<" : ">", before ? "desc" : "asc", OF_THE_LIST, condition);
    }

    private InboxPage read(SignedIn.OfficerAt who, InboxQuery query, Language language) {
        var now = clock.instant();
        var after = query.after().orElse(BEGINNING);
        var found = ask(page(condition(query.filter())), who, now)
                .param("urgentAt", after.urgentAt().atOffset(ZoneOffset.UTC))
                .param("dossier", after.dossier().value())
                .param("visit", after.visit())
                .param("step", query.step())
                .param("procedure", query.procedure())
                .param("tag", Ids.of(query.tag()).map(UUID::toString).orElse(""))
                .param("most", query.size() + 1)
                .query((row, _) -> new Line(row(row, who, now, language), cursor(row)))
                .list();
        var shown = found.subList(0, Math.min(query.size(), found.size()));
        return new InboxPage(
                named(shown.stream().map(Line::row).toList(), who),
                counters(who, now),
                found.size() > query.size() ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    /** Whoever stands in the list with their name was looked at. */
    private static Look look(Row row, SignedIn.OfficerAt who, Instant now) {
        var as = who.positionsOn(VietnamTime.dayOf(now)).stream().findFirst();
        return new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.SETTLE,
                row.dossier().value(),
                "listed",
                Fields.of(Fields.IDENTITY));
    }

    private Counters counters(SignedIn.OfficerAt who, Instant now) {
        return ask(COUNTERS, who, now)
                .query((row, _) -> new Counters(
                        row.getInt("all_open"),
                        row.getInt("mine"),
                        row.getInt("tray"),
                        row.getInt("intake"),
                        row.getInt("due_soon"),
                        row.getInt("overdue"),
                        row.getInt("running"),
                        row.getInt("waiting"),
                        row.getInt("decided")))
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, SignedIn.OfficerAt who, Instant now) {
        var positions = who.positionsOn(VietnamTime.dayOf(now));
        return db.sql(sql)
                .param("tenant", who.tenant().value())
                .param("me", who.officer().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(SOON).atOffset(ZoneOffset.UTC))
                .param("units", positions.stream().map(it -> it.unit().value()).toArray(UUID[]::new))
                .param("roles", positions.stream().map(Position::role).toArray(String[]::new));
    }

    /** One short index range for each position, then the most urgent of them all. */
    private static String page(String condition) {
        return """
                select t.dossier, t.no, t.node, t.unit, t.officer, t.since, t.urgent_at, t.lane,
                    d.number, d.revision, d.stage, d.filed_at, d.due_at, d.result_file, f.applicant_name,
                    (select coalesce(jsonb_agg(jsonb_build_object('from', w.from_at, 'to', w.until_at)), '[]')
                        from dossier_wait w
                        where w.tenant_id = t.tenant_id and w.dossier = t.dossier and w.stops and w.until_at > t.since) as stopped,
                    array(select g.name from dossier_tag h join unit_tag g on g.tenant_id = h.tenant_id and g.id = h.tag
                        where h.tenant_id = t.tenant_id and h.dossier = t.dossier and h.off_at is null
                        order by g.folded) as tags
                from unnest(cast(:units as uuid[]), cast(:roles as text[])) as p(unit, role)
                cross join lateral (
                    select o.tenant_id, o.dossier, o.no, o.node, o.unit, o.officer, o.since, o.urgent_at, o.lane
                    from route_token o
                    where o.tenant_id = :tenant and o.unit = p.unit and o.role = p.role and o.state = 'OPEN'
                        and (o.urgent_at, o.dossier, o.no) > (:urgentAt, :dossier, :visit)
                        and %s and %s
                    order by o.urgent_at, o.dossier, o.no limit :most
                ) t
                join dossier d on d.tenant_id = t.tenant_id and d.id = t.dossier
                join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
                order by t.urgent_at, t.dossier, t.no limit :most
                """.formatted(OF_THE_LIST, condition);
    }

    private static String condition(Filter filter) {
        return switch (filter) {
            case ALL -> "true";
            case MINE -> "o.officer = :me";
            case TRAY -> "o.officer is null";
            case INTAKE -> "o.lane = 'INTAKE'";
            case DUE_SOON -> DUE_SOON;
            case OVERDUE -> OVERDUE;
            case RUNNING -> "o.lane = 'RUNNING'";
            case WAITING -> "o.lane = 'WAITING'";
            case DECIDED -> "o.lane = 'DECIDED'";
        };
    }

    private Row row(ResultSet row, SignedIn.OfficerAt who, Instant now, Language language) throws SQLException {
        var procedure = procedures.of(new RevisionId(row.getObject("revision", UUID.class)));
        var officer = Optional.ofNullable(row.getObject("officer", UUID.class)).map(OfficerId::new);
        var lane = Lane.valueOf(row.getString("lane"));
        var stage = StageKind.valueOf(row.getString("stage"));
        var due = DossierRow.moment(row, "due_at");
        var hurries = lane == Lane.RUNNING || (stage == StageKind.RESOLVED && row.getString("result_file") == null);
        var unit = new UnitId(row.getObject("unit", UUID.class));
        var since = DossierRow.moment(row, "since").orElseThrow();
        var step = procedure.route().step(row.getString("node"));
        var stepDue = lane == Lane.WAITING
                ? Optional.<Instant>empty()
                : StepDue.of(
                        step,
                        since,
                        EventJson.MAPPER.readValue(row.getString("stopped"), StepDue.STOPPED),
                        due,
                        calendars.hours(unit),
                        calendars.of(unit));
        return new Row(
                new DossierId(row.getObject("dossier", UUID.class)),
                DossierRow.text(row, "number").map(DossierNumber::new),
                procedure.name(language),
                row.getString("applicant_name"),
                stage,
                step.id(),
                step.name().in(language),
                unit,
                officer.map(OfficerId::toString),
                officer.equals(Optional.of(who.officer())),
                DossierRow.moment(row, "filed_at").orElseThrow(),
                since,
                stepDue,
                due,
                lane,
                hurries && due.filter(now::isAfter).isPresent(),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    /** Ids of officers become names; one unit's at a time, and none when nobody but the asker has taken anything. */
    private List<Row> named(List<Row> rows, SignedIn.OfficerAt who) {
        var names = new HashMap<String, String>();
        names.put(who.officer().toString(), who.name());
        rows.stream()
                .filter(it -> it.officer().isPresent() && !it.mine())
                .map(Row::unit)
                .distinct()
                .flatMap(it -> officers.in(it).stream())
                .forEach(it -> names.put(it.id().toString(), it.name()));
        return rows.stream()
                .map(it -> it.takenBy(it.officer().map(id -> names.getOrDefault(id, ""))))
                .toList();
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(
                row.getObject("urgent_at", OffsetDateTime.class).toInstant(),
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getInt("no"));
    }

    private record Line(Row row, Cursor cursor) {}
}
