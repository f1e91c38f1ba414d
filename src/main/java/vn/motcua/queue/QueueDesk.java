package vn.motcua.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.filing.Counter;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * The officer's side of the queue. Each act names the number that the officer saw at their window: when it is another one by
 * now, because the act was sent twice, nothing happens. Two officers who call at once get two numbers.
 */
@Service
public class QueueDesk {

    private static final int LONGEST_NAME = 60;

    private final Counter counter;
    private final Tickets tickets;
    private final Windows windows;
    private final Kiosks kiosks;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    QueueDesk(
            Counter counter, Tickets tickets, Windows windows, Kiosks kiosks, Access access, Trail trail, Clock clock) {
        this.counter = counter;
        this.tickets = tickets;
        this.windows = windows;
        this.kiosks = kiosks;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * The one-stop at whose counter this officer works today: of several the one where they sit at a window, else the first; empty
     * when they work at none.
     */
    @Transactional(readOnly = true)
    public Optional<UnitId> unit(OfficerAt who) {
        var units = units(who);
        return units.size() < 2
                ? units.stream().findFirst()
                : units.stream()
                        .filter(it -> windows.of(it, today()).stream()
                                .anyMatch(window -> window.officer().equals(who.officer())))
                        .findFirst()
                        .or(() -> units.stream().findFirst());
    }

    /** All one-stops at whose counters they work today. */
    public List<UnitId> units(OfficerAt who) {
        return counter.stations(who).stream().map(Position::unit).distinct().toList();
    }

    /** The same with what they are called. */
    public List<Unit> oneStops(OfficerAt who) {
        return units(who).stream().flatMap(it -> counter.oneStop(it).stream()).toList();
    }

    /** Whether they lead a unit, and so see how counters did. */
    public boolean leads(OfficerAt who) {
        return who.positionsOn(today()).stream().anyMatch(access::leads);
    }

    /** The queue of today at that one-stop. */
    @Transactional(readOnly = true)
    public Day today(UnitId unit) {
        return day(unit, today());
    }

    /** The same at the one-stop where they sit, or at the first of theirs. */
    @Transactional
    public void sit(OfficerAt who, int no, Set<Errand> errands) {
        sit(who, mine(who), no, errands);
    }

    /**
     * They sit at that window of that one-stop from now on; who was at another one of theirs has been served, and at another
     * one-stop they sit no more.
     */
    @Transactional
    public void sit(OfficerAt who, UnitId unit, int no, Set<Errand> errands) {
        var all = units(who);
        if (!all.contains(unit)) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        if (no < 1 || no > Window.HIGHEST) {
            throw new Refused(QueueRefusal.WINDOW_NUMBER_WRONG, Window.HIGHEST);
        }
        if (errands.isEmpty()) {
            throw new Refused(QueueRefusal.WINDOW_WITHOUT_ERRAND);
        }
        tickets.lock(unit, today());
        day(unit, today()).windows().stream()
                .filter(it -> it.no() == no && !it.officer().equals(who.officer()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(QueueRefusal.WINDOW_TAKEN, it.name());
                });
        if (day(unit, today()).of(who.officer()).filter(it -> it.no() == no).isEmpty()) {
            finish(unit, who);
        }
        all.stream().filter(it -> !it.equals(unit)).forEach(it -> {
            tickets.lock(it, today());
            finish(it, who);
            windows.leave(it, today(), who.officer());
        });
        windows.take(unit, today(), new Window(no, who.officer(), who.name(), errands));
    }

    /** They leave their window; who is at it has been served. */
    @Transactional
    public void leave(OfficerAt who) {
        var unit = mine(who);
        tickets.lock(unit, today());
        finish(unit, who);
        windows.leave(unit, today(), who.officer());
    }

    /** Calls whose turn it is; who was at the window has been served. */
    @Transactional
    public void next(OfficerAt who, int seen) {
        var unit = mine(who);
        tickets.lock(unit, today());
        tickets.endBefore(unit, today(), clock.instant());
        var day = day(unit, today());
        var window = window(day, who);
        if (at(day, window) != seen) {
            return;
        }
        finish(unit, who);
        day.next(window).ifPresent(it -> save(unit, who, it.called(window.no(), clock.instant())));
    }

    /** Calls the same number again. */
    @Transactional
    public void again(OfficerAt who, int seen) {
        change(who, seen, window -> it -> it.called(window.no(), clock.instant()));
    }

    /** Nobody came. */
    @Transactional
    public void absent(OfficerAt who, int seen) {
        change(who, seen, _ -> it -> it.absent(clock.instant()));
    }

    /** Served. */
    @Transactional
    public void done(OfficerAt who, int seen) {
        change(who, seen, _ -> it -> it.done(clock.instant()));
    }

    /** Hands the number at the window on to another one, where somebody sits. */
    @Transactional
    public void move(OfficerAt who, int seen, int other) {
        var day = today(mine(who));
        var own = window(day, who).no();
        if (other == own || day.windows().stream().noneMatch(it -> it.no() == other)) {
            throw new Refused(QueueRefusal.NOBODY_AT_THAT_WINDOW);
        }
        change(who, seen, _ -> it -> it.movedTo(other));
    }

    /** Who was absent came after all and waits again. */
    @Transactional
    public void back(OfficerAt who, int no) {
        var unit = mine(who);
        tickets.lock(unit, today());
        day(unit, today())
                .ticket(no)
                .filter(it -> it.state() == Ticket.State.ABSENT)
                .ifPresent(it -> save(unit, who, it.back()));
    }

    /** The devices that give out numbers there. */
    @Transactional(readOnly = true)
    public List<Kiosk> kiosks(OfficerAt who) {
        return kiosks.of(mine(who));
    }

    /**
     * Makes the link of a device. Its secret is told this once and kept as a digest.
     *
     * @param id made with the form, so that a form sent twice makes one link
     * @return the secret; empty when that link was made before
     */
    @Transactional
    public Optional<String> addKiosk(OfficerAt who, UUID id, String typed) {
        var unit = mine(who);
        var name = Text.clean(typed);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused(QueueRefusal.DEVICE_NAME_WRONG, LONGEST_NAME);
        }
        var secret = LinkSecret.next();
        if (!kiosks.add(unit, id, name, secret, who.name(), clock.instant())) {
            return Optional.empty();
        }
        left(who, id, "kiosk-link-made");
        return Optional.of(secret);
    }

    /** The link of that device opens nothing any more. */
    @Transactional
    public void endKiosk(OfficerAt who, UUID id) {
        if (!kiosks.end(mine(who), id, clock.instant())) {
            throw new Refused(AccessRefusal.NOT_THERE);
        }
        left(who, id, "kiosk-link-ended");
    }

    private void change(OfficerAt who, int seen, java.util.function.Function<Window, UnaryOperator<Ticket>> change) {
        var unit = mine(who);
        tickets.lock(unit, today());
        var day = day(unit, today());
        var window = window(day, who);
        day.at(window.no())
                .filter(it -> it.no() == seen)
                .ifPresent(it -> save(unit, who, change.apply(window).apply(it)));
    }

    private void finish(UnitId unit, OfficerAt who) {
        var day = day(unit, today());
        day.of(who.officer()).flatMap(it -> day.at(it.no())).ifPresent(it -> save(unit, who, it.done(clock.instant())));
    }

    private void save(UnitId unit, OfficerAt who, Ticket ticket) {
        tickets.save(unit, today(), ticket, who.officer());
    }

    private static int at(Day day, Window window) {
        return day.at(window.no()).map(Ticket::no).orElse(0);
    }

    private static Window window(Day day, OfficerAt who) {
        return day.of(who.officer()).orElseThrow(() -> new Refused(QueueRefusal.NO_WINDOW_YET));
    }

    private Day day(UnitId unit, LocalDate day) {
        return new Day(tickets.of(unit, day), windows.of(unit, day));
    }

    private UnitId mine(OfficerAt who) {
        return unit(who).orElseThrow(() -> new Refused(QueueRefusal.NO_COUNTER_OF_YOURS));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private void left(OfficerAt who, UUID subject, String act) {
        var as = counter.stations(who).stream().findFirst();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.ADMINISTER,
                subject,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
