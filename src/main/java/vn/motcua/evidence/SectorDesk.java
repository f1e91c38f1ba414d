package vn.motcua.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.RevisionId;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * What a ministry sees of its sector in the provinces: figures, a list, the course of one dossier. Nobody's name, number,
 * answers or papers, nothing to change, and each look is a line in the log of the tenant whose dossier it is.
 */
@Service
public class SectorDesk {

    private static final Duration LATELY = Duration.ofDays(90);

    private final JdbcClient db;
    private final Access access;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SectorDesk(JdbcClient db, Access access, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.access = access;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What was filed in a tenant during the last ninety days.
     *
     * @param open not decided yet
     * @param late of these, beyond what was promised
     * @param decidedLate decided after that
     */
    public record Figures(Tenant tenant, long filed, long open, long late, long decided, long decidedLate) {}

    /**
     * A dossier without anybody's data.
     *
     * @param stage name of its stage
     * @param applicant the first letters of the name
     */
    public record Row(
            UUID id,
            Optional<String> number,
            RevisionId revision,
            UnitId unit,
            String stage,
            Instant filedAt,
            Optional<Instant> dueAt,
            Optional<String> outcome,
            Optional<Boolean> onTime,
            String applicant) {}

    /** Something that was done to it, in the words of the log. */
    public record Step(Instant at, String act, Optional<String> role) {}

    /** One dossier with its course. */
    public record Course(Row dossier, List<Step> steps) {}

    /** A page of a list, the latest first; {@code older} says where it goes on. */
    public record Page(List<Row> rows, Optional<UUID> older) {}

    /** The tenants in which there was something of their sector; refuses who supervises none as not there. */
    public List<Figures> figures(OfficerAt who) {
        return in(
                who,
                sector -> units.tenants().stream()
                        .filter(it -> !it.id().equals(who.tenant()))
                        .flatMap(it -> figures(sector, it).stream())
                        .filter(it -> it.filed() > 0)
                        .toList());
    }

    /** The dossiers of their sector in that tenant. */
    public Page list(OfficerAt who, TenantId tenant, Optional<UUID> before, int limit) {
        if (units.tenant(tenant).isEmpty()) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        return in(who, sector -> {
            var found = rows(who, sector, tenant, null, before.orElse(null), limit + 1);
            return found.size() <= limit
                    ? new Page(found, Optional.empty())
                    : new Page(
                            found.subList(0, limit),
                            Optional.of(found.get(limit - 1).id()));
        });
    }

    /** One of them; of another sector, or of none, is not there. */
    public Course open(OfficerAt who, TenantId tenant, UUID dossier) {
        return in(who, sector -> {
            var row = rows(who, sector, tenant, dossier, null, 1).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            var steps = db.sql("select at, act, role from motcua_supervised_course(:owner, :sector, :one)")
                    .param("owner", tenant.value())
                    .param("sector", sector.code())
                    .param("one", dossier)
                    .query((line, _) -> new Step(
                            moment(line, "at").orElseThrow(),
                            line.getString("act"),
                            Optional.ofNullable(line.getString("role"))))
                    .list();
            return new Course(row, steps);
        });
    }

    /** A sector as somebody supervises it: the code of the agency that published its procedures. */
    private record Sector(String code, Position as) {}

    private <T> T in(OfficerAt who, Function<Sector, T> work) {
        var as = access.maySuperviseSector(who).orRefuse().orElseThrow();
        var code =
                units.unit(as.unit()).flatMap(Unit::agencyCode).orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        return who.scope()
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.apply(new Sector(code, as)))));
    }

    private Optional<Figures> figures(Sector sector, Tenant tenant) {
        var now = clock.instant();
        return db.sql("""
                        select filed, open, late, decided, decided_late
                        from motcua_supervised_figures(:owner, :sector, :now, :since)
                        """)
                .param("owner", tenant.id().value())
                .param("sector", sector.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Figures(
                        tenant,
                        row.getLong("filed"),
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("decided"),
                        row.getLong("decided_late")))
                .optional();
    }

    private List<Row> rows(
            OfficerAt who, Sector sector, TenantId tenant, @Nullable UUID one, @Nullable UUID before, int most) {
        var now = clock.instant();
        return db.sql("""
                        select id, number, revision, unit, stage, filed_at, due_at, outcome, on_time, applicant
                        from motcua_supervised(:owner, :sector, :who, :position, :role, :now, :day, :one, :before, :most)
                        """)
                .param("owner", tenant.value())
                .param("sector", sector.code())
                .param("who", who.account().value())
                .param("position", sector.as().id().value())
                .param("role", sector.as().role())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "day",
                        VietnamTime.dayOf(now).atStartOfDay(VietnamTime.ZONE).toOffsetDateTime())
                .param("one", one, Types.OTHER)
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("number")),
                new RevisionId(row.getObject("revision", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("stage"),
                moment(row, "filed_at").orElseThrow(),
                moment(row, "due_at"),
                Optional.ofNullable(row.getString("outcome")),
                Optional.ofNullable(row.getObject("on_time", Boolean.class)),
                row.getString("applicant"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
