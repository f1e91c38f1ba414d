package vn.motcua.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.shared.Ids;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;
import vn.motcua.shared.VietnamTime;

/**
 * Watches the last days of supplements and other waits: warns the applicant {@code motcua.supplement.remind} days before, three unless
 * set, and gives a dossier back to its officer when the day has passed and nothing came. What is to be done is read from
 * the dossiers each time, so a stop of the program loses nothing; each thing has its own command, so that several copies
 * of the program do it once.
 */
@Component
public class SupplementDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(SupplementDeadlines.class);

    private final JdbcClient db;
    private final Units units;
    private final Commands commands;
    private final DueMoments dues;
    private final Clock clock;
    private final int remind;
    private final int page;
    private final TransactionTemplate transaction;

    SupplementDeadlines(
            JdbcClient db,
            Units units,
            Commands commands,
            DueMoments dues,
            Clock clock,
            @Value("${motcua.supplement.remind:3}") int remind,
            @Value("${motcua.deadlines.page:200}") int page,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.units = units;
        this.commands = commands;
        this.dues = dues;
        this.clock = clock;
        this.remind = remind;
        this.page = page;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round through all tenants; how many dossiers it gave back. */
    @Scheduled(
            initialDelayString = "${motcua.deadlines.after:PT10M}",
            fixedDelayString = "${motcua.deadlines.every:PT15M}")
    public int go() {
        int lapsed = OneByOne.sum(
                "last days of waits", units.tenants().stream().map(Tenant::id).toList(), this::round);
        if (lapsed > 0) {
            LOG.info("supplements lapsed: {}", lapsed);
        }
        return lapsed;
    }

    /** The same in one tenant. */
    int round(TenantId tenant) {
        var now = clock.instant();
        var today = VietnamTime.dayOf(now);
        var things = List.<IntSupplier>of(
                () -> {
                    each(
                            tenant,
                            near(tenant, today.plusDays(remind)),
                            "reminded",
                            now,
                            work -> work.dossier().supplements().remind(now));
                    return 0;
                },
                () -> each(
                        tenant,
                        waited(tenant, today),
                        "wait-lapsed",
                        now,
                        work -> work.dossier().waitings().lapse(dues.afterWaiting(work), now)),
                () -> each(
                        tenant,
                        past(tenant, today),
                        "lapsed",
                        now,
                        work -> work.dossier().supplements().lapse(dues.afterWaiting(work), now)));
        return OneByOne.sum("last days of waits in tenant " + tenant, things, IntSupplier::getAsInt);
    }

    private int each(TenantId tenant, Iterable<Turn> turns, String what, Instant now, Function<Work, Change> rule) {
        return OneByOne.sum(what, turns, it -> done(tenant, it, what, now, rule) ? 1 : 0);
    }

    /** A dossier that is due for something, since when it has been in its stage, and its last day. */
    private record Turn(DossierId dossier, Instant since, LocalDate day) {

        static final Turn BEFORE_ALL = new Turn(new DossierId(new UUID(0, 0)), Instant.EPOCH, LocalDate.EPOCH);
    }

    /** What another copy of the program or somebody else did meanwhile is not done again. */
    private boolean done(TenantId tenant, Turn turn, String what, Instant now, Function<Work, Change> rule) {
        var command = Ids.once(turn.dossier() + " " + turn.since() + " " + what);
        try {
            return commands.byItself(new DossierRef(tenant, turn.dossier()), command, now, rule);
        } catch (Refused refused) {
            LOG.debug("not {}: {} {}", what, turn.dossier(), refused.code().name());
            return false;
        }
    }

    /** The dossiers whose last day has passed. */
    private Iterable<Turn> past(TenantId tenant, LocalDate today) {
        return all(tenant, """
                select d.id, d.stage_since, d.supplement_until as day from dossier d
                where d.tenant_id = :tenant and d.supplement_until < :day and (d.supplement_until, d.id) > (:after, :id)
                order by d.supplement_until, d.id limit :page
                """, today);
    }

    /** The dossiers that waited for something else until a day that has passed. */
    private Iterable<Turn> waited(TenantId tenant, LocalDate today) {
        return all(tenant, """
                select d.id, d.stage_since, d.wait_until as day from dossier d
                where d.tenant_id = :tenant and d.wait_until < :day and (d.wait_until, d.id) > (:after, :id)
                order by d.wait_until, d.id limit :page
                """, today);
    }

    /** The dossiers whose last day is near and whose applicant was not warned of it. */
    private Iterable<Turn> near(TenantId tenant, LocalDate soon) {
        return all(tenant, """
                select d.id, d.stage_since, d.supplement_until as day from dossier d
                where d.tenant_id = :tenant and d.supplement_until <= :day and (d.supplement_until, d.id) > (:after, :id)
                    and not exists (
                        select 1 from dossier_event e
                        where e.tenant_id = d.tenant_id and e.dossier = d.id and e.kind = 'supplement-reminded'
                            and e.effective_at >= d.stage_since)
                order by d.supplement_until, d.id limit :page
                """, soon);
    }

    /** Page after page, so that what cannot be done now keeps no later one out. */
    private Iterable<Turn> all(TenantId tenant, String sql, LocalDate day) {
        return () -> Stream.iterate(
                        page(tenant, sql, day, Turn.BEFORE_ALL),
                        it -> !it.isEmpty(),
                        it -> page(tenant, sql, day, it.getLast()))
                .flatMap(List::stream)
                .iterator();
    }

    private List<Turn> page(TenantId tenant, String sql, LocalDate day, Turn last) {
        return Scope.of(tenant)
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> db.sql(sql)
                        .param("tenant", tenant.value())
                        .param("day", day)
                        .param("after", last.day())
                        .param("id", last.dossier().value())
                        .param("page", page)
                        .query((row, _) -> new Turn(
                                new DossierId(row.getObject("id", UUID.class)),
                                row.getObject("stage_since", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("day", LocalDate.class)))
                        .list())));
    }
}
