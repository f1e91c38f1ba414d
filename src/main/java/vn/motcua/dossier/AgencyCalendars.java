package vn.motcua.dossier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Remembered;
import vn.motcua.shared.Scope;
import vn.motcua.shared.TenantId;

/** On which days and when a unit works: the national calendar with the days that it, or a unit above it, has of its own. */
@Component
public class AgencyCalendars {

    private static final WorkingCalendar NATIONAL = WorkingCalendar.national();

    private final JdbcClient db;
    private final Units units;
    private final Clock clock;
    private final Remembered<Known> known;

    AgencyCalendars(JdbcClient db, Units units, Clock clock, PlatformTransactionManager transactions) {
        this.db = db;
        this.units = units;
        this.clock = clock;
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.known = new Remembered<>(
                () -> Scope.of(TenantId.NATIONAL)
                        .call(() -> reading.execute(_ -> new Known(read(), new ConcurrentHashMap<>()))),
                Duration.ofMinutes(1),
                clock);
    }

    private record Known(Map<UnitId, List<AgencyDay>> days, Map<UnitId, WorkingCalendar> calendars) {}

    /** The last day that the national calendar knows; an agency's own days do not go further. */
    public static LocalDate lastDay() {
        return LocalDate.of(NATIONAL.days().getLast().date().getYear(), 12, 31);
    }

    /** Whether offices of the whole country rest on that day. */
    public static boolean nationalRest(LocalDate day) {
        return NATIONAL.rests(day);
    }

    /** The calendar of that unit. */
    public WorkingCalendar of(UnitId unit) {
        var now = known.get();
        if (now.days().isEmpty()) {
            return NATIONAL;
        }
        return now.calendars().computeIfAbsent(unit, it -> {
            var days = new LinkedHashMap<LocalDate, AgencyDay>();
            var above = new ArrayList<>(units.tree().above(it)).reversed();
            above.forEach(one -> now.days().getOrDefault(one, List.of()).forEach(day -> days.put(day.day(), day)));
            now.days().getOrDefault(it, List.of()).forEach(day -> days.put(day.day(), day));
            var own = days.values().stream()
                    .filter(day -> day.kind() != AgencyDay.Kind.NATIONAL)
                    .map(AgencyDay::special)
                    .toList();
            return own.isEmpty() ? NATIONAL : NATIONAL.with(own);
        });
    }

    /** When the unit's counter is open: as it, or the nearest unit above it, has said; the usual hours where none has. */
    public OpeningHours hours(UnitId unit) {
        return Stream.concat(Stream.of(unit), units.tree().above(unit).stream())
                .flatMap(it -> units.unit(it).flatMap(Unit::openingHours).stream())
                .findFirst()
                .map(OpeningHours::parse)
                .orElseGet(OpeningHours::usual);
    }

    /** The own days of a unit, by day. */
    public List<AgencyDay> days(UnitId unit) {
        return known.get().days().getOrDefault(unit, List.of());
    }

    /** Writes days of the current tenant's units, new or changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Collection<AgencyDay> days) {
        Instant now = clock.instant();
        for (var it : days) {
            db.sql("""
                            insert into agency_day (tenant_id, unit, day, kind, name, document, hours, since)
                            values (:tenant, :unit, :day, :kind, :name, :document, :hours, :now)
                            on conflict (tenant_id, unit, day) do update set kind = excluded.kind, name = excluded.name,
                                document = excluded.document, hours = excluded.hours, since = excluded.since
                            """)
                    .param("tenant", Scope.current().tenant().value())
                    .param("unit", it.unit().value())
                    .param("day", it.day())
                    .param("kind", it.kind().name())
                    .param("name", it.name())
                    .param("document", it.document())
                    .param("hours", OpeningHours.written(it.hours()))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forget();
            }
        });
    }

    private Map<UnitId, List<AgencyDay>> read() {
        var found = new LinkedHashMap<UnitId, List<AgencyDay>>();
        db.sql("select unit, day, kind, name, document, hours from agency_day order by day, unit")
                .query((row, _) -> new AgencyDay(
                        new UnitId(row.getObject("unit", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        AgencyDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("document"),
                        Optional.of(row.getString("hours"))
                                .filter(it -> !it.isEmpty())
                                .map(OpeningHours::sessionsOf)
                                .orElse(List.of())))
                .list()
                .forEach(it ->
                        found.computeIfAbsent(it.unit(), _ -> new ArrayList<>()).add(it));
        return found;
    }
}
