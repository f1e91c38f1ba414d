package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.DeskAct;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * Tags of dossiers (nhãn): each unit has one list, and whoever works there puts them on dossiers that they see and takes them
 * off. The applicant never sees them; who did it when stays written.
 */
@Service
public class Tags {

    /** Characters of a tag. */
    public static final int LONGEST = 40;
    /** Tags of a unit. */
    public static final int MOST = 40;

    private final JdbcClient db;
    private final Commands commands;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    Tags(JdbcClient db, Commands commands, Access access, Trail trail, Clock clock) {
        this.db = db;
        this.commands = commands;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /** A tag of a unit. */
    public record Tag(UUID id, String name) {}

    /** The lists of the units in which the officer works today. */
    public List<Tag> offered(SignedIn.OfficerAt who) {
        return commands.inTenant(who.tenant(), who, () -> list(units(who)));
    }

    /** Those on a dossier that this officer has open. */
    public List<Tag> of(SignedIn.OfficerAt who, Opened dossier) {
        return commands.inTenant(who.tenant(), who, () -> on(dossier.id()));
    }

    /**
     * The tags of the officer's own units that the dossier has from now on; what other units put there stays.
     *
     * @param chosen of their lists; others are left out
     * @param fresh the name of one more, which comes into the list of their unit; may be empty
     */
    public void set(SignedIn.OfficerAt who, DossierId dossier, Collection<UUID> chosen, String fresh) {
        var name = Text.clean(fresh);
        commands.inTenant(who.tenant(), who, () -> {
            var seen = commands.seen(
                    new DossierRef(who.tenant(), dossier),
                    who,
                    it -> access.may(who, DeskAct.SEE, it.subject()),
                    clock.instant());
            var wanted = new HashSet<>(chosen);
            if (!name.isEmpty()) {
                var unit = seen.as()
                        .map(Position::unit)
                        .or(() -> units(who).stream().findFirst());
                unit.ifPresent(it -> wanted.add(made(who, it, name)));
            }
            var changed = list(units(who)).stream()
                    .mapToInt(it -> put(who, dossier, it, wanted.contains(it.id())))
                    .sum();
            if (changed > 0) {
                trail.leave(new Look(
                        who.account().value(),
                        seen.as().map(it -> it.id().value()),
                        seen.as().map(Position::role),
                        Purpose.SETTLE,
                        dossier.value(),
                        "tags-changed",
                        Fields.of(Fields.HISTORY)));
            }
            return wanted;
        });
    }

    private UUID made(SignedIn.OfficerAt who, UnitId unit, String name) {
        if (name.length() > LONGEST) {
            throw new Refused(NoteRefusal.TAG_TOO_LONG, LONGEST);
        }
        var known = list(Set.of(unit));
        var folded = Text.fold(name);
        for (var it : known) {
            if (Text.fold(it.name()).equals(folded)) {
                return it.id();
            }
        }
        if (known.size() >= MOST) {
            throw new Refused(NoteRefusal.TAGS_TOO_MANY, MOST);
        }
        return db.sql("""
                        insert into unit_tag (tenant_id, id, unit, name, folded, made_by, made_at)
                        values (motcua_tenant(), :id, :unit, :name, :folded, :by, :now)
                        on conflict (tenant_id, unit, folded) do update set name = unit_tag.name
                        returning id
                        """)
                .param("id", Ids.next())
                .param("unit", unit.value())
                .param("name", name)
                .param("folded", folded)
                .param("by", who.account().value())
                .param("now", now())
                .query(UUID.class)
                .single();
    }

    private int put(SignedIn.OfficerAt who, DossierId dossier, Tag tag, boolean wanted) {
        var sql = wanted ? """
                insert into dossier_tag (tenant_id, dossier, id, tag, put_by, put_at)
                values (motcua_tenant(), :dossier, :id, :tag, :by, :now) on conflict do nothing
                """ : """
                update dossier_tag set off_by = :by, off_at = :now
                where tenant_id = motcua_tenant() and dossier = :dossier and tag = :tag and off_at is null
                """;
        var statement = db.sql(sql);
        if (wanted) {
            statement = statement.param("id", Ids.next());
        }
        return statement
                .param("dossier", dossier.value())
                .param("tag", tag.id())
                .param("by", who.account().value())
                .param("now", now())
                .update();
    }

    private List<Tag> list(Set<UnitId> units) {
        return db.sql("""
                        select g.id, g.name from unit_tag g
                        where g.tenant_id = motcua_tenant() and g.unit = any(cast(:units as uuid[]))
                        order by g.folded, g.id
                        """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, _) -> tag(row))
                .list();
    }

    private List<Tag> on(DossierId dossier) {
        return db.sql("""
                        select g.id, g.name from dossier_tag t
                        join unit_tag g on g.tenant_id = t.tenant_id and g.id = t.tag
                        where t.tenant_id = motcua_tenant() and t.dossier = :dossier and t.off_at is null
                        order by g.folded, g.id
                        """)
                .param("dossier", dossier.value())
                .query((row, _) -> tag(row))
                .list();
    }

    private Set<UnitId> units(SignedIn.OfficerAt who) {
        var units = new java.util.LinkedHashSet<UnitId>();
        who.positionsOn(VietnamTime.dayOf(clock.instant())).forEach(it -> units.add(it.unit()));
        return units;
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(row.getObject("id", UUID.class), row.getString("name"));
    }

    private java.time.OffsetDateTime now() {
        Instant now = clock.instant();
        return now.atOffset(ZoneOffset.UTC);
    }
}
