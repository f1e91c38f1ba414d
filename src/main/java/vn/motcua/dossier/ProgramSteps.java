package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.organization.Tenant;
import vn.motcua.organization.Units;
import vn.motcua.route.ByProgram;
import vn.motcua.route.OfficerStep;
import vn.motcua.shared.Ids;
import vn.motcua.shared.OneByOne;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/**
 * Does the steps that a route leaves to the program: writes to the applicant, lets a time go by, looks whether something is so.
 * What is to be done is read from the open steps each time, so a stop of the program loses nothing; each visit has its own
 * command, so that several copies of the program do it once. An officer who has just done something to a dossier can take it
 * back first.
 */
@Component
class ProgramSteps {

    private static final int AT_ONCE = 200;
    /** When something was not yet so, or the dossier waits for the applicant. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(ProgramSteps.class);

    private final JdbcClient db;
    private final Units units;
    private final Commands commands;
    private final AgencyCalendars calendars;
    private final ObjectProvider<FeeClearance> fees;
    private final UndoWindow undo;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProgramSteps(
            JdbcClient db,
            Units units,
            Commands commands,
            AgencyCalendars calendars,
            ObjectProvider<FeeClearance> fees,
            UndoWindow undo,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.units = units;
        this.commands = commands;
        this.calendars = calendars;
        this.fees = fees;
        this.undo = undo;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One round through all tenants; how many steps were done. */
    @Scheduled(
            initialDelayString = "${motcua.program-steps.after:PT1M}",
            fixedDelayString = "${motcua.program-steps.every:PT30S}")
    public int go() {
        return OneByOne.sum(
                "steps of the program", units.tenants().stream().map(Tenant::id).toList(), this::round);
    }

    /** The same in one tenant. */
    int round(TenantId tenant) {
        var now = clock.instant();
        return OneByOne.sum("steps of the program", due(tenant, now), it -> does(tenant, it, now) ? 1 : 0);
    }

    /** An open step of the program: the visit of that dossier to it. */
    private record Turn(DossierId dossier, int visit, String step) {}

    /** Done, or to be looked at again. */
    private boolean does(TenantId tenant, Turn turn, Instant now) {
        var ref = new DossierRef(tenant, turn.dossier());
        var program = ByItself.in(tenant);
        var next = now.plus(AGAIN);
        try {
            var at = commands.inTenant(tenant, program, () -> when(commands.unasked(ref, program, now), turn));
            if (at.isAfter(now)) {
                next = at;
            } else {
                var command = Ids.once(turn.dossier() + " " + turn.visit() + " by the program");
                if (commands.byItself(
                        ref,
                        command,
                        now,
                        work -> Housekeeping.byProgram(
                                work.dossier(), turn.step(), turn.visit(), work.path(), work.now()))) {
                    return true;
                }
            }
        } catch (Refused refused) {
            LOG.debug(
                    "not now: {} at {}: {}",
                    turn.dossier(),
                    turn.step(),
                    refused.code().name());
        } catch (RuntimeException broken) {
            again(tenant, turn, next, now); // so that it keeps no other out
            throw broken;
        }
        again(tenant, turn, next, now);
        return false;
    }

    /** From when on it can be done, as far as is known: not while what was done last can be taken back, in another branch too. */
    private Instant when(Work work, Turn turn) {
        var held = work.found().last().at().plusSeconds(undo.seconds());
        if (held.isAfter(work.now())) {
            return held;
        }
        return work.dossier()
                .desk()
                .seat(turn.step())
                .filter(it -> it.visit() == turn.visit())
                .map(it -> ready(
                        work.procedure().route().step(it.step()),
                        it,
                        () -> owed(work.dossier().id()),
                        calendars,
                        work.now()))
                .orElse(work.now().plus(AGAIN));
    }

    /** Where no module takes money, nothing can be due. */
    private FeeClearance.Answer owed(DossierId dossier) {
        var clearance = fees.getIfAvailable();
        return clearance == null ? new FeeClearance.Answer.Settled() : clearance.of(dossier);
    }

    /** From when on the program can do that step at that desk; later than now while something is missing. */
    static Instant ready(
            OfficerStep step,
            Desk.Seat seat,
            Supplier<FeeClearance.Answer> fees,
            AgencyCalendars calendars,
            Instant now) {
        return switch (step.program().orElseThrow()) {
            case ByProgram.Letter _ -> now;
            case ByProgram.Pause _ ->
                StepDue.of(
                                step,
                                seat.since(),
                                List.of(), // of waiting and due moment nothing is asked for a timer
                                Optional.empty(),
                                calendars.hours(seat.unit()),
                                calendars.of(seat.unit()))
                        .orElse(now);
            case ByProgram.Check(var what) ->
                switch (what) {
                    case FEES_SETTLED -> fees.get() instanceof FeeClearance.Answer.Owed ? now.plus(AGAIN) : now;
                };
        };
    }

    /** A calendar may change meanwhile, so each is looked at once a day. */
    private void again(TenantId tenant, Turn turn, Instant at, Instant now) {
        var next = Stream.of(at, now.plus(Duration.ofDays(1)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Scope.of(tenant)
                .run(() -> transaction.executeWithoutResult(_ -> db.sql("""
                        update route_token set next_at = :next
                        where tenant_id = :tenant and dossier = :dossier and no = :no and state = 'OPEN'
                        """)
                        .param("next", next.atOffset(ZoneOffset.UTC))
                        .param("tenant", tenant.value())
                        .param("dossier", turn.dossier().value())
                        .param("no", turn.visit())
                        .update()));
    }

    private List<Turn> due(TenantId tenant, Instant now) {
        return Scope.of(tenant)
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> db.sql("""
                        select t.dossier, t.no, t.node from route_token t
                        where t.tenant_id = :tenant and t.state = 'OPEN' and t.role = 'by-itself'
                            and t.since <= :passed and (t.next_at is null or t.next_at <= :now)
                        order by t.next_at nulls first, t.dossier, t.no limit :most
                        """)
                        .param("tenant", tenant.value())
                        .param("passed", now.minusSeconds(undo.seconds()).atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", AT_ONCE)
                        .query((row, _) -> new Turn(
                                new DossierId(row.getObject("dossier", UUID.class)),
                                row.getInt("no"),
                                row.getString("node")))
                        .list())));
    }
}
