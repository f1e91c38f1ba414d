package vn.motcua.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.deadline.Deadlines;
import vn.motcua.identity.Access;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.Unit;
import vn.motcua.organization.Units;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/**
 * The dossiers that a leader answers for and about whose being late something can be said now, a page at a time: those that lie with
 * the leader's units or units below, and for whose due moment it is time by the calendar of the unit that received them.
 */
@Component
class ApologyCandidates {

    /** How many at once. */
    static final int PAGE = 100;

    /** No due moment that lies further ahead can have its last day to apologise now: holidays are shorter. */
    private static final int DAYS_AHEAD = 31;

    private static final String OPEN = """
            select d.id, d.due_at from dossier d
            join unnest(cast(:receiving as uuid[]), cast(:since as timestamptz[]), cast(:until as timestamptz[]))
                as w(unit, since, until) on w.unit = d.unit
            where d.tenant_id = :tenant and d.stage in ('IN_PROCESS', 'AWAITING_ANSWER') and d.due_promised is null
                and d.due_renewed is null and d.due_at >= :first and d.due_at < :last
                and d.due_at >= w.since and d.due_at < w.until
                and exists (select 1 from route_token t where t.tenant_id = d.tenant_id and t.dossier = d.id
                    and t.state = 'OPEN' and t.unit = any(cast(:units as uuid[])))
            """;

    static final String EARLIEST_FIRST =
            OPEN + " and (d.due_at, d.id) > (:at, :id) order by d.due_at, d.id limit :most";
    static final String LATEST_FIRST =
            OPEN + " and (d.due_at, d.id) < (:at, :id) order by d.due_at desc, d.id desc limit :most";

    private static final UUID NO_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final JdbcClient db;
    private final Units units;
    private final AgencyCalendars calendars;
    private final Access access;

    ApologyCandidates(JdbcClient db, Units units, AgencyCalendars calendars, Access access) {
        this.db = db;
        this.units = units;
        this.calendars = calendars;
        this.access = access;
    }

    /** How far it has come with a dossier. */
    enum Span {
        /** The last while before the last moment that the law leaves to extend it; what is due earliest first. */
        IN_TIME,
        /** That moment has passed and the due moment has not; what is due earliest first. */
        TOO_LATE_TO_EXTEND,
        /** Late; what has become so last first. */
        LATE
    }

    /** A dossier and when it is due. */
    record Candidate(DossierRef dossier, Instant due) {}

    /** From when to when the due moment lies of what one unit received. */
    private record Window(UUID unit, Instant since, Instant until) {}

    /**
     * The next ones of the current tenant.
     *
     * @param ahead how long before its end the last while begins
     * @param after the last one of the page before; empty for the beginning
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Candidate> page(
            SignedIn.OfficerAt who, Span span, Duration ahead, Instant now, Optional<Candidate> after) {
        var led = led(who, now);
        var windows = windows(span, ahead, now);
        if (led.length == 0 || windows.isEmpty()) {
            return List.of();
        }
        var first = windows.stream().map(Window::since).min(Instant::compareTo).orElseThrow();
        var last = windows.stream().map(Window::until).max(Instant::compareTo).orElseThrow();
        var down = span == Span.LATE;
        var tenant = Scope.current().tenant();
        return db.sql(down ? LATEST_FIRST : EARLIEST_FIRST)
                .param("tenant", tenant.value())
                .param("units", led)
                .param("receiving", windows.stream().map(Window::unit).toArray(UUID[]::new))
                .param(
                        "since",
                        windows.stream().map(it -> it.since().toString()).toArray(String[]::new))
                .param(
                        "until",
                        windows.stream().map(it -> it.until().toString()).toArray(String[]::new))
                .param("first", utc(first))
                .param("last", utc(last))
                .param("at", utc(after.map(Candidate::due).orElse(down ? last : first)))
                .param("id", after.map(it -> it.dossier().id().value()).orElse(down ? LAST_ID : NO_ID))
                .param("most", PAGE)
                .query((row, _) -> new Candidate(
                        new DossierRef(tenant, new DossierId(row.getObject("id", UUID.class))),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The units whose dossiers they answer for: those that they lead, and all below. */
    private UUID[] led(SignedIn.OfficerAt who, Instant now) {
        return who.positionsOn(VietnamTime.dayOf(now)).stream()
                .filter(it -> access.leads(it) && access.worksOnDossiers(it))
                .flatMap(it -> units.subtree(it.unit()).stream())
                .map(it -> it.id().value())
                .distinct()
                .toArray(UUID[]::new);
    }

    private List<Window> windows(Span span, Duration ahead, Instant now) {
        var windows = new ArrayList<Window>();
        for (var unit : units.of(Scope.current().tenant())) {
            var window = window(unit, span, ahead, now);
            if (window.since().isBefore(window.until())) {
                windows.add(window);
            }
        }
        return windows;
    }

    /** The last moment to extend is the same for all that is due on one day, so that whole days are looked for. */
    private Window window(Unit unit, Span span, Duration ahead, Instant now) {
        var id = unit.id().value();
        if (span == Span.LATE) {
            return new Window(id, Instant.EPOCH, now);
        }
        var here = units.living(unit.id(), Optional.empty()).map(Unit::id).orElse(unit.id());
        var hours = calendars.hours(here);
        var calendar = calendars.of(here);
        var today = VietnamTime.dayOf(now);
        var first = today;
        while (now.isAfter(Deadlines.apologyBy(begins(first), hours, calendar))
                && first.isBefore(today.plusDays(DAYS_AHEAD))) {
            first = first.plusDays(1);
        }
        if (span == Span.TOO_LATE_TO_EXTEND) {
            return new Window(id, now, begins(first));
        }
        var end = first;
        while (!now.isBefore(Deadlines.apologyBy(begins(end), hours, calendar).minus(ahead))
                && end.isBefore(today.plusDays(DAYS_AHEAD + ahead.toDays()))) {
            end = end.plusDays(1);
        }
        return new Window(id, begins(first), begins(end));
    }

    private static Instant begins(LocalDate day) {
        return day.atStartOfDay(VietnamTime.ZONE).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
