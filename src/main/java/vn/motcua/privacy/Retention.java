package vn.motcua.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.document.FileId;
import vn.motcua.dossier.DestroyedDossiers;
import vn.motcua.dossier.DossierId;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** The dossiers of the current tenant whose time of retention is over, or nearly. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Retention implements DestroyedDossiers {

    private static final String ROWS = """
            select r.dossier, r.unit, r.ended_at, r.ends_on, r.rule, r.noticed_at, r.held_reason, r.proposed_by, r.confirmed_by,
                d.number, d.procedure, d.filing, f.submitter, coalesce(f.organisation, f.person) as about
            from dossier_retention r
            join dossier d on d.tenant_id = r.tenant_id and d.id = r.dossier
            join filing f on f.tenant_id = d.tenant_id and f.id = d.filing
            """;

    private final JdbcClient db;
    private final Clock clock;

    Retention(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param endsOn the last day on which it is kept
     * @param noticedAt when the applicant was told
     * @param held why it is kept longer, empty when it is not
     * @param owners whose it is, as the directory of filings knows them
     */
    record Kept(
            DossierId dossier,
            Optional<String> number,
            String procedure,
            UnitId unit,
            Instant endedAt,
            LocalDate endsOn,
            String rule,
            Optional<Instant> noticedAt,
            Optional<String> held,
            Optional<UUID> proposedBy,
            boolean confirmed,
            List<UUID> owners) {}

    /** Enters those whose time ends within the days of notice; how many are new. */
    int find(RetentionSettings settings, int most) {
        var codes = settings.codes();
        return db.sql("""
                        insert into dossier_retention (tenant_id, dossier, unit, ended_at, ends_on, rule)
                        select k.tenant_id, k.id, k.unit, k.stage_since, k.ends_on, k.years || ' năm'
                        from (
                            select d.tenant_id, d.id, d.unit, d.stage_since, t.years,
                                ((d.stage_since at time zone 'Asia/Ho_Chi_Minh') + make_interval(years => t.years))::date
                                    as ends_on
                            from dossier d
                            cross join lateral (select case
                                when d.stage <> 'HANDED_OVER' then cast(:notSettled as int)
                                else coalesce((
                                    select r.years from unnest(cast(:codes as text[]), cast(:years as int[])) as r(code, years)
                                    where r.code = d.procedure), :usual) end as years) t
                            where d.tenant_id = :tenant and d.stage in ('TURNED_AWAY', 'WITHDRAWN', 'HALTED', 'PASSED_ACROSS', 'HANDED_OVER')
                                and d.stage_since < :atMost
                        ) k
                        where k.ends_on <= :until and not exists (
                            select 1 from dossier_retention r where r.tenant_id = k.tenant_id and r.dossier = k.id)
                        limit :most
                        on conflict do nothing
                        """)
                .param("notSettled", settings.notSettledYears())
                .param("codes", codes)
                .param("years", settings.years(codes))
                .param("usual", settings.years())
                .param("tenant", tenant())
                .param("atMost", today().minusYears(1).plusDays(settings.noticeDays()))
                .param("until", today().plusDays(settings.noticeDays()))
                .param("most", most)
                .update();
    }

    /** Those whose applicant was not told yet. */
    List<Kept> untold(int most) {
        return db.sql(ROWS + "where r.tenant_id = :tenant and r.noticed_at is null order by r.dossier limit :most")
                .param("tenant", tenant())
                .param("most", most)
                .query((row, _) -> kept(row))
                .list();
    }

    /** Their applicant was told. */
    void told(DossierId dossier) {
        db.sql("update dossier_retention set noticed_at = :now where tenant_id = :tenant and dossier = :dossier")
                .param("now", now())
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .update();
    }

    /** Those of these units that were not destroyed, the longest over first. */
    List<Kept> open(Collection<UnitId> units, int most) {
        return db.sql(ROWS + """
                        where r.tenant_id = :tenant and r.destroyed_at is null and r.unit = any(cast(:units as uuid[]))
                        order by r.ends_on, r.dossier limit :most
                        """)
                .param("tenant", tenant())
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("most", most)
                .query((row, _) -> kept(row))
                .list();
    }

    /** Proposes one, told long enough ago, whose time is over and which nobody holds; says whether it was such a one. */
    boolean propose(DossierId dossier, UUID by, int noticeDays) {
        return changed(
                db.sql("""
                        update dossier_retention set proposed_by = :by, proposed_at = :now
                        where tenant_id = :tenant and dossier = :dossier and proposed_by is null and held_at is null
                            and ends_on < :today and noticed_at <= :told
                        """)
                        .param("by", by)
                        .param("now", now())
                        .param("today", today())
                        .param(
                                "told",
                                clock.instant()
                                        .minus(java.time.Duration.ofDays(noticeDays))
                                        .atOffset(ZoneOffset.UTC)),
                dossier);
    }

    /** Confirms what somebody else proposed; says whether it was such a one. */
    boolean confirm(DossierId dossier, UUID by) {
        return changed(db.sql("""
                        update dossier_retention set confirmed_by = :by, confirmed_at = :now
                        where tenant_id = :tenant and dossier = :dossier and proposed_by <> :by and confirmed_by is null
                            and held_at is null
                        """).param("by", by).param("now", now()), dossier);
    }

    /** Takes a proposal back; says whether there was one. */
    boolean refuse(DossierId dossier) {
        return changed(db.sql("""
                        update dossier_retention set proposed_by = null, proposed_at = null
                        where tenant_id = :tenant and dossier = :dossier and proposed_by is not null
                            and confirmed_by is null
                        """), dossier);
    }

    /** Holds one that was not destroyed, whatever was proposed or confirmed; says whether it could. */
    boolean hold(DossierId dossier, UUID by, String reason) {
        return changed(db.sql("""
                        update dossier_retention
                        set held_reason = :reason, held_by = :by, held_at = :now, proposed_by = null, proposed_at = null,
                            confirmed_by = null, confirmed_at = null
                        where tenant_id = :tenant and dossier = :dossier and destroyed_at is null and held_at is null
                        """).param("reason", reason).param("by", by).param("now", now()), dossier);
    }

    /** Lets go of it; says whether it was held. */
    boolean release(DossierId dossier) {
        return changed(db.sql("""
                        update dossier_retention set held_reason = null, held_by = null, held_at = null
                        where tenant_id = :tenant and dossier = :dossier and held_at is not null
                        """), dossier);
    }

    /** The confirmed ones of which something is left. */
    List<DossierId> confirmed(int most) {
        return db.sql("""
                        select dossier from dossier_retention
                        where tenant_id = :tenant and confirmed_by is not null and finished_at is null
                        order by dossier limit :most
                        """)
                .param("tenant", tenant())
                .param("most", most)
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .list();
    }

    /**
     * Destroys what is personal in one; by whom it was confirmed and by which rule, empty when it had been destroyed before.
     */
    Optional<Confirmed> destroy(DossierId dossier) {
        boolean done = db.sql("select motcua_destroy_dossier(:dossier, :now)")
                .param("dossier", dossier.value())
                .param("now", now())
                .query(Boolean.class)
                .single();
        return done
                ? Optional.of(db.sql("""
                                select confirmed_by, rule from dossier_retention
                                where tenant_id = :tenant and dossier = :dossier
                                """)
                        .param("tenant", tenant())
                        .param("dossier", dossier.value())
                        .query((row, _) ->
                                new Confirmed(row.getObject("confirmed_by", UUID.class), row.getString("rule")))
                        .single())
                : Optional.empty();
    }

    /**
     * Destroys what is personal in the receipts of dossiers that were destroyed, where all of them were issued before that year; which dossiers
     * these were. Their files wait to be released.
     */
    List<DossierId> destroyReceipts(int before, int most) {
        return db.sql("select unnest(motcua_destroy_receipts(:before, :now, :most)) as dossier")
                .param("before", before)
                .param("now", now())
                .param("most", most)
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .list();
    }

    /** Who let it be destroyed, and why. */
    record Confirmed(UUID by, String rule) {}

    /** Whose contents are still in the file store. */
    Set<FileId> files(DossierId dossier) {
        return db.sql("select files from dossier_retention where tenant_id = :tenant and dossier = :dossier")
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> Arrays.stream(
                                (String[]) row.getArray("files").getArray())
                        .map(FileId::of)
                        .collect(Collectors.toSet()))
                .single();
    }

    /** Nothing is left of it. */
    void finished(DossierId dossier) {
        db.sql("""
                        update dossier_retention set finished_at = :now, files = '{}'
                        where tenant_id = :tenant and dossier = :dossier
                        """)
                .param("now", now())
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .update();
    }

    @Override
    public Optional<Destroyed> of(DossierId dossier) {
        return db.sql("""
                        select destroyed_at, rule from dossier_retention
                        where tenant_id = :tenant and dossier = :dossier and destroyed_at is not null
                        """)
                .param("tenant", tenant())
                .param("dossier", dossier.value())
                .query((row, _) -> new Destroyed(moment(row, "destroyed_at").orElseThrow(), row.getString("rule")))
                .optional();
    }

    private boolean changed(JdbcClient.StatementSpec statement, DossierId dossier) {
        return statement
                        .param("tenant", tenant())
                        .param("dossier", dossier.value())
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new DossierId(row.getObject("dossier", UUID.class)),
                Optional.ofNullable(row.getString("number")),
                row.getString("procedure"),
                new UnitId(row.getObject("unit", UUID.class)),
                moment(row, "ended_at").orElseThrow(),
                row.getObject("ends_on", LocalDate.class),
                row.getString("rule"),
                moment(row, "noticed_at"),
                Optional.ofNullable(row.getString("held_reason")),
                Optional.ofNullable(row.getObject("proposed_by", UUID.class)),
                row.getObject("confirmed_by", UUID.class) != null,
                java.util.stream.Stream.of("submitter", "about")
                        .flatMap(it -> id(row, it).stream())
                        .distinct()
                        .toList());
    }

    private static Optional<UUID> id(ResultSet row, String column) {
        try {
            return Optional.ofNullable(row.getObject(column, UUID.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private static int tenant() {
        return Scope.current().tenant().value();
    }
}
