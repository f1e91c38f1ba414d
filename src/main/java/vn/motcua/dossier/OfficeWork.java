package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.dossier.DossierEvent.MovedStep;
import vn.motcua.dossier.Housekeeping.Assignee;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.OfficerId;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Language;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;

/**
 * The open work of units and officers of the current tenant, for whoever reorganises them: how much there is, and how it
 * comes to others. It asks nobody's rights; who calls it has asked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OfficeWork {

    private final JdbcClient db;
    private final Dossiers dossiers;
    private final Procedures procedures;

    OfficeWork(JdbcClient db, Dossiers dossiers, Procedures procedures) {
        this.db = db;
        this.dossiers = dossiers;
        this.procedures = procedures;
    }

    /**
     * The open steps of a role in a unit.
     *
     * @param claimed how many of them an officer has taken
     */
    public record Open(UnitId unit, String role, int steps, int claimed) {}

    /**
     * A step that an officer has taken.
     *
     * @param number the dossier number; empty before reception
     * @param step its id on the route
     * @param stepName what it is called
     * @param procedure the procedure's shorter name
     */
    public record Claim(
            DossierId dossier,
            String number,
            String step,
            String stepName,
            String procedure,
            String role,
            UnitId unit,
            OfficerId officer,
            Instant since) {}

    /**
     * A dossier with open steps.
     *
     * @param number its number; its tracking code is nobody's but the applicant's, so empty before reception
     * @param procedure the procedure's shorter name
     * @param place the ward or province of its matter, by code; empty where none was named
     * @param receiving the unit it was filed with
     * @param steps unit and role of each open step
     */
    public record OpenDossier(
            DossierId dossier,
            String number,
            String procedure,
            Optional<String> place,
            UnitId receiving,
            List<Open> steps) {}

    /** Who takes over a step of a unit that ended. */
    public interface TakesOver {

        /** The unit that works there; empty when nobody does. */
        Optional<Unit> of(DossierId dossier, Optional<String> place, UnitId receiving, UnitId ended, String role);
    }

    /** Whether an officer works in that role in that unit. */
    public interface Works {

        /** Whether they do. */
        boolean there(OfficerId officer, UnitId unit, String role);
    }

    /** The open steps that lie in these units. */
    public List<Open> open(Collection<UnitId> units) {
        return db.sql("""
                        select t.unit, t.role, count(*) as steps, count(t.officer) as claimed from route_token t
                        where t.tenant_id = :tenant and t.state = 'OPEN' and t.unit = any(cast(:units as uuid[]))
                        group by t.unit, t.role order by t.role, t.unit
                        """)
                .param("tenant", tenant())
                .param("units", ids(units))
                .query((row, _) -> new Open(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getString("role"),
                        row.getInt("steps"),
                        row.getInt("claimed")))
                .list();
    }

    /** How many dossiers have an open step there. */
    public int dossiers(Collection<UnitId> units) {
        return db.sql("""
                        select count(distinct t.dossier) from route_token t
                        where t.tenant_id = :tenant and t.state = 'OPEN' and t.unit = any(cast(:units as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("units", ids(units))
                .query(Integer.class)
                .single();
    }

    /** The dossiers that have an open step there, by number. */
    public List<OpenDossier> openDossiers(Collection<UnitId> units, Language language) {
        var steps = new LinkedHashMap<DossierId, List<Open>>();
        var all = new LinkedHashMap<DossierId, OpenDossier>();
        db.sql("""
                        select d.id, coalesce(d.number, '') as number, d.revision, d.place, d.unit as receiving, t.unit, t.role,
                            t.officer is not null as claimed
                        from route_token t join dossier d on d.tenant_id = t.tenant_id and d.id = t.dossier
                        where t.tenant_id = :tenant and t.state = 'OPEN' and t.unit = any(cast(:units as uuid[]))
                        order by d.number nulls last, d.id, t.no
                        """).param("tenant", tenant()).param("units", ids(units)).query(row -> {
            var id = new DossierId(row.getObject("id", UUID.class));
            steps.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Open(
                            new UnitId(row.getObject("unit", UUID.class)),
                            row.getString("role"),
                            1,
                            row.getBoolean("claimed") ? 1 : 0));
            all.put(
                    id,
                    new OpenDossier(
                            id,
                            row.getString("number"),
                            procedures
                                    .of(new RevisionId(row.getObject("revision", UUID.class)))
                                    .name(language),
                            Optional.ofNullable(row.getString("place")),
                            new UnitId(row.getObject("receiving", UUID.class)),
                            List.of()));
        });
        return all.values().stream()
                .map(it -> new OpenDossier(
                        it.dossier(),
                        it.number(),
                        it.procedure(),
                        it.place(),
                        it.receiving(),
                        List.copyOf(steps.getOrDefault(it.dossier(), List.of()))))
                .toList();
    }

    /**
     * Brings the open steps of these units, which ended, to whoever does their work on that day. Each dossier is held from
     * here on, so that nobody works on it in between, and gets a line in its history.
     *
     * @param change because of which change; carried out again it moves what has come since, and nothing twice
     * @param decision its decision, as people read it
     * @param next who takes over
     * @param works who keeps what they had taken
     * @return how many dossiers moved
     */
    public int move(
            UUID change,
            SignedIn by,
            String decision,
            UnitTree tree,
            Collection<UnitId> units,
            LocalDate day,
            TakesOver next,
            Works works,
            Instant now) {
        var held = db.sql("""
                        select d.id from dossier d
                        where d.tenant_id = :tenant and d.id in (
                            select t.dossier from route_token t
                            where t.tenant_id = :tenant and t.state = 'OPEN' and t.unit = any(cast(:units as uuid[])))
                        order by d.id for update
                        """)
                .param("tenant", tenant())
                .param("units", ids(units))
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
        int moved = 0;
        for (var id : held) {
            moved += move(id, change, by, decision, tree, units, day, next, works, now) ? 1 : 0;
        }
        return moved;
    }

    /** What these officers have taken. */
    public List<Claim> claims(Collection<OfficerId> officers, Language language) {
        return db.sql("""
                        select t.dossier, coalesce(d.number, '') as number, d.revision, t.node, t.role, t.unit, t.officer,
                            t.since
                        from route_token t join dossier d on d.tenant_id = t.tenant_id and d.id = t.dossier
                        where t.tenant_id = :tenant and t.state = 'OPEN' and t.officer = any(cast(:officers as uuid[]))
                        order by t.urgent_at, t.dossier, t.no
                        """)
                .param("tenant", tenant())
                .param("officers", officers.stream().map(OfficerId::value).toArray(UUID[]::new))
                .query((row, _) -> claim(row, language))
                .list();
    }

    private Claim claim(ResultSet row, Language language) throws SQLException {
        var procedure = procedures.of(new RevisionId(row.getObject("revision", UUID.class)));
        var step = row.getString("node");
        return new Claim(
                new DossierId(row.getObject("dossier", UUID.class)),
                row.getString("number"),
                step,
                procedure.route().step(step).name().in(language),
                procedure.name(language),
                row.getString("role"),
                new UnitId(row.getObject("unit", UUID.class)),
                new OfficerId(row.getObject("officer", UUID.class)),
                DossierRow.moment(row, "since").orElseThrow());
    }

    /**
     * Gives what an officer had taken to a colleague, or back to the tray of the unit; refuses when they do not have it any
     * more.
     *
     * @param as the position in which a leader does it
     */
    public void assign(
            UUID command,
            SignedIn by,
            Optional<Position> as,
            Claim claim,
            String name,
            Optional<OfficerId> to,
            String toName,
            Instant now) {
        assign(command, by, as, claim, name, to, toName, Optional.empty(), now);
    }

    /** Whether that command of theirs was carried out. */
    public boolean assigned(UUID command, SignedIn by) {
        return db.sql("""
                        select exists (
                            select 1 from dossier_event
                            where tenant_id = :tenant and command = :command and actor = :actor)
                        """)
                .param("tenant", tenant())
                .param("command", command)
                .param("actor", by.actor().value())
                .query(Boolean.class)
                .single();
    }

    /** The same with the reason for which a leader does it. */
    public void assign(
            UUID command,
            SignedIn by,
            Optional<Position> as,
            Claim claim,
            String name,
            Optional<OfficerId> to,
            String toName,
            Optional<String> reason,
            Instant now) {
        var found = hold(claim.dossier(), command);
        if (found.repeated().isPresent()) {
            return;
        }
        var change = Housekeeping.assigned(
                found.dossier(),
                claim.step(),
                new Assignee(claim.officer(), name),
                to.map(it -> new Assignee(it, toName)),
                reason,
                now);
        save(change, command, by, as, now);
    }

    private boolean move(
            DossierId id,
            UUID change,
            SignedIn by,
            String decision,
            UnitTree tree,
            Collection<UnitId> units,
            LocalDate day,
            TakesOver takesOver,
            Works works,
            Instant now) {
        var command = Ids.once(change + " " + id + " " + now);
        var dossier = hold(id, command).dossier();
        var steps = new ArrayList<MovedStep>();
        var seats = new ArrayList<Desk.Seat>();
        dossier.desk().seats().stream()
                .filter(it -> units.contains(it.unit()))
                .forEach(seat -> takesOver
                        .of(id, place(id), receiving(id), seat.unit(), seat.role())
                        .filter(it -> !it.id().equals(seat.unit()))
                        .ifPresent(next -> {
                            steps.add(new MovedStep(
                                    seat.step(), seat.unit(), name(tree, seat, day), next.id(), next.name()));
                            var there = seat.at(next.id());
                            seats.add(
                                    seat.officer()
                                                    .filter(it -> works.there(it, next.id(), seat.role()))
                                                    .isPresent()
                                            ? there
                                            : there.free());
                        }));
        if (steps.isEmpty()) {
            return false;
        }
        save(Housekeeping.moved(dossier, steps, seats, decision, now), command, by, Optional.empty(), now);
        return true;
    }

    private Optional<String> place(DossierId id) {
        return db.sql("select place from dossier where tenant_id = :tenant and id = :id and place is not null")
                .param("tenant", tenant())
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private UnitId receiving(DossierId id) {
        return new UnitId(db.sql("select unit from dossier where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id.value())
                .query(UUID.class)
                .single());
    }

    private Loaded hold(DossierId id, UUID command) {
        db.sql("select d.version from dossier d where d.tenant_id = :tenant and d.id = :id for update")
                .param("tenant", tenant())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return dossiers.find(id, command).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private void save(Change change, UUID command, SignedIn by, Optional<Position> as, Instant now) {
        var act = new Act(command, by, change.expectedVersion(), now);
        if (!dossiers.save(change, new Signed(act, as), Content.NONE)) {
            throw new IllegalStateException(
                    "changed while it was held: " + change.after().id());
        }
    }

    private static String name(UnitTree tree, Desk.Seat seat, LocalDate day) {
        return tree.unitOn(seat.unit(), day.minusDays(1)).map(Unit::name).orElse("");
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
