package vn.motcua.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.Apologies;
import vn.motcua.dossier.HeldAbove;
import vn.motcua.dossier.Watch;
import vn.motcua.identity.Access;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.UnitTree;
import vn.motcua.organization.Units;
import vn.motcua.privacy.CorrectionDesk;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What an officer should look after now: their own work that is due, and what is late below them. */
@Service
public class Reminders {

    private final Watch watch;
    private final Apologies apologies;
    private final CorrectionDesk corrections;
    private final HeldAbove held;
    private final Officers officers;
    private final Units units;
    private final AgencyCalendars calendars;
    private final Access access;
    private final ReminderSettings settings;
    private final Clock clock;
    private final TransactionTemplate reading;

    Reminders(
            Watch watch,
            Apologies apologies,
            CorrectionDesk corrections,
            HeldAbove held,
            Officers officers,
            Units units,
            AgencyCalendars calendars,
            Access access,
            ReminderSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.watch = watch;
        this.apologies = apologies;
        this.corrections = corrections;
        this.held = held;
        this.officers = officers;
        this.units = units;
        this.calendars = calendars;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /**
     * Something to look after.
     *
     * @param due by when: the dossier's due moment, or the step's own where that hurries more
     * @param ofStep whether that is the step's own
     * @param own whether it is their own work, or lies in their unit's tray; otherwise it is late below them
     */
    public record Reminder(Watch.Work work, Urgency urgency, Instant due, boolean ofStep, boolean own) {}

    /** A dossier that a unit which they lead has to decide for one below, by its day. */
    public record Above(HeldAbove.Held held, Urgency urgency) {}

    /** The work of a tenant that hurries at one moment, what waits for units above, and which of its units have a leader. */
    record Morning(List<Watch.Work> work, List<Above> above, Set<UnitId> led, Instant now) {}

    /** What that officer is reminded of: late first, then what is due earliest. */
    public List<Reminder> of(SignedIn.OfficerAt who) {
        return of(who, Scope.of(who.tenant()).call(this::morning));
    }

    /** How many requests for correction of their units have waited longer than the law allows. */
    public int lateCorrections(SignedIn.OfficerAt who) {
        return corrections.late(who);
    }

    /** What units below wait for from the units that they lead, late first. */
    public List<Above> above(SignedIn.OfficerAt who) {
        return above(
                who,
                Scope.of(who.tenant())
                        .call(() -> Objects.requireNonNull(reading.execute(_ -> above(clock.instant())))));
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
            return new Morning(watch.running(), above(now), led, now);
        }));
    }

    List<Reminder> of(SignedIn.OfficerAt who, Morning morning) {
        var rule = settings.escalation();
        var positions = who.positionsOn(VietnamTime.dayOf(morning.now()));
        var tree = units.tree();
        return morning.work().stream()
                .flatMap(work -> (isOwn(who, positions, work)
                                ? own(work, rule, morning.now())
                                : below(
                                        work,
                                        rule,
                                        morning.now(),
                                        positions,
                                        () -> Escalation.chain(
                                                tree,
                                                work.unit(),
                                                morning.led()::contains,
                                                superiors(rule, work, tree, morning.now()))))
                        .stream())
                .sorted(Comparator.comparing(Reminder::urgency)
                        .thenComparing(Reminder::due)
                        .thenComparing(it -> it.work().dossier().value()))
                .toList();
    }

    List<Above> above(SignedIn.OfficerAt who, List<Above> all) {
        var today = VietnamTime.dayOf(clock.instant());
        var led = who.positionsOn(today).stream()
                .filter(access::leads)
                .map(Position::unit)
                .collect(Collectors.toSet());
        return all.stream().filter(it -> led.contains(it.held().above())).toList();
    }

    /** Before the last day as early as the work of officers; then until it is answered. */
    private List<Above> above(Instant now) {
        var rule = settings.escalation();
        return held.withADay().stream()
                .flatMap(it -> it
                        .due()
                        .flatMap(due -> rule.urgency(it.since(), due, now))
                        .map(urgency -> new Above(it, urgency))
                        .stream())
                .sorted(Comparator.comparing(Above::urgency))
                .toList();
    }

    private static boolean isOwn(SignedIn.OfficerAt who, List<Position> positions, Watch.Work work) {
        return work.officer()
                .map(who.officer()::equals)
                .orElseGet(() -> positions.stream()
                        .anyMatch(
                                it -> it.unit().equals(work.unit()) && it.role().equals(work.role())));
    }

    /** Once for a step, by what hurries more: the dossier's due moment or, from the day on which it is due, the step's own. */
    private Optional<Reminder> own(Watch.Work work, Escalation rule, Instant now) {
        var whole =
                rule.urgency(work.begun(), work.due(), now).map(it -> new Reminder(work, it, work.due(), false, true));
        if (whole.filter(it -> it.urgency() == Urgency.LATE).isPresent()) {
            return whole;
        }
        var step = watch.stepDue(work)
                .flatMap(due -> rule.urgency(work.since(), due, now)
                        .filter(it -> it != Urgency.SOON)
                        .map(it -> new Reminder(work, it, due, true, true)));
        return step.filter(it -> whole.filter(one -> one.urgency().compareTo(it.urgency()) <= 0)
                        .isEmpty())
                .or(() -> whole);
    }

    private Optional<Reminder> below(
            Watch.Work work, Escalation rule, Instant now, List<Position> positions, Supplier<List<UnitId>> chain) {
        if (rule.urgency(work.begun(), work.due(), now)
                .filter(it -> it == Urgency.LATE)
                .isEmpty()) {
            return Optional.empty();
        }
        var leading = positions.stream().filter(access::leads).toList();
        var told = leading.isEmpty() ? List.<UnitId>of() : chain.get();
        return leading.stream().anyMatch(it -> told.contains(it.unit()))
                ? Optional.of(new Reminder(work, Urgency.LATE, work.due(), false, false))
                : Optional.empty();
    }

    private int superiors(Escalation rule, Watch.Work work, UnitTree tree, Instant now) {
        var unit = work.unit();
        var most = tree.above(unit).size() + 1;
        return rule.superiors(work.due(), now, most, calendars.hours(unit), calendars.of(unit));
    }

    private boolean leads(Position position, LocalDate today) {
        return position.heldOn(today) && access.leads(position);
    }
}
