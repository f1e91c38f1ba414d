package vn.motcua.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Access;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.privacy.CorrectionDesk;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What an officer should look after now: their own work that is due, and what is late below them. */
@Service
public class Reminders {

    /** Nothing is due soon that is due later than this, whatever its share. */
    private static final Duration HORIZON = Duration.ofDays(45);

    private final Watch watch;
    private final Apologies apologies;
    private final CorrectionDesk corrections;
    private final Officers officers;
    private final Units units;
    private final Access access;
    private final ReminderSettings settings;
    private final Clock clock;
    private final TransactionTemplate reading;

    Reminders(
            Watch watch,
            Apologies apologies,
            CorrectionDesk corrections,
            Officers officers,
            Units units,
            Access access,
            ReminderSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.watch = watch;
        this.apologies = apologies;
        this.corrections = corrections;
        this.officers = officers;
        this.units = units;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * Something to look after.
     *
     * @param own whether it is their own work, or lies in their unit's tray; otherwise it is late below them
     */
    public record Reminder(Watch.Work work, Urgency urgency, boolean own) {}

    /** The work of a tenant that hurries at one moment, and which of its units have a leader. */
    record Morning(List<Watch.Work> work, Set<UnitId> led, Instant now) {}

    /** What that officer is reminded of: late first, then what is due earliest. */
    public List<Reminder> of(SignedIn.OfficerAt who) {
        return of(who, Scope.of(who.tenant()).call(this::morning));
    }

    /** How many requests for correction of their units have waited longer than the law allows. */
    public int lateCorrections(SignedIn.OfficerAt who) {
        return corrections.late(who);
    }

    /** The apologies that they should make. */
    public List<Apologies.Draft> apologies(SignedIn.OfficerAt who) {
        return apologies.drafts(who, settings.apologyAhead(), clock.instant());
    }

    /** Of the current tenant. */
    Morning morning() {
        return Objects.requireNonNull(reading.execute(_ -> {
            var now = clock.instant();
            var today = VietnamTime.dayOf(now);
            var led = new HashSet<UnitId>();
            officers.all().stream()
                    .flatMap(it -> it.positions().stream())
                    .filter(it -> leads(it, today))
                    .forEach(it -> led.add(it.unit()));
            return new Morning(watch.dueBefore(now.plus(HORIZON)), led, now);
        }));
    }

    List<Reminder> of(SignedIn.OfficerAt who, Morning morning) {
        var rule = settings.escalation();
        var positions = who.positionsOn(VietnamTime.dayOf(morning.now()));
        var tree = units.tree();
        return morning.work().stream()
                .flatMap(work -> rule.urgency(work.begun(), work.due(), morning.now()).stream()
                        .flatMap(urgency -> concern(
                                who,
                                positions,
                                work,
                                urgency,
                                () -> Escalation.chain(
                                        tree,
                                        work.unit(),
                                        morning.led()::contains,
                                        rule.superiors(work.due(), morning.now())))
                                .stream()))
                .sorted(Comparator.comparing(Reminder::urgency)
                        .thenComparing(it -> it.work().due())
                        .thenComparing(it -> it.work().dossier().value()))
                .toList();
    }

    private Optional<Reminder> concern(
            SignedIn.OfficerAt who,
            List<Position> positions,
            Watch.Work work,
            Urgency urgency,
            java.util.function.Supplier<List<UnitId>> chain) {
        var own = work.officer()
                .map(who.officer()::equals)
                .orElseGet(() -> positions.stream()
                        .anyMatch(
                                it -> it.unit().equals(work.unit()) && it.role().equals(work.role())));
        if (own) {
            return Optional.of(new Reminder(work, urgency, true));
        }
        if (urgency != Urgency.LATE) {
            return Optional.empty();
        }
        var told = chain.get();
        return positions.stream().anyMatch(it -> access.leads(it) && told.contains(it.unit()))
                ? Optional.of(new Reminder(work, urgency, false))
                : Optional.empty();
    }

    private boolean leads(Position position, LocalDate today) {
        return position.heldOn(today) && access.leads(position);
    }
}
