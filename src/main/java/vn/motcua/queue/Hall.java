package vn.motcua.queue;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.filing.Counter;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.shared.Ids;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** What anybody meets in the hall of a one-stop: the device that gives out numbers, the screen on the wall, their number. */
@Service
public class Hall {

    private final Counter counter;
    private final Tickets tickets;
    private final Windows windows;
    private final Kiosks kiosks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Hall(
            Counter counter,
            Tickets tickets,
            Windows windows,
            Kiosks kiosks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.counter = counter;
        this.tickets = tickets;
        this.windows = windows;
        this.kiosks = kiosks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A number as its holder sees it.
     *
     * @param queue how long it waits; empty when it waits no more
     */
    public record Seen(Unit unit, Ticket ticket, Optional<Day.Wait> queue) {}

    /** The one-stop of that id as it stands in an address; what is none is not there. */
    public Unit oneStop(String id) {
        return Ids.of(id).flatMap(it -> counter.oneStop(new UnitId(it))).orElseThrow(Hall::notThere);
    }

    /** The queue of today. */
    public Day today(Unit unit) {
        return in(unit, () -> {
            var day = VietnamTime.dayOf(clock.instant());
            return new Day(tickets.of(unit.id(), day), windows.of(unit.id(), day));
        });
    }

    /** Refuses, as if it were not there, whoever has not the link of a device in use. */
    public void requireKiosk(Unit unit, String secret) {
        if (!in(unit, () -> kiosks.known(unit.id(), secret))) {
            throw notThere();
        }
    }

    /**
     * Gives out a number. The same command again gives the same one.
     *
     * @param secret of the device
     * @param priority whether they say that they may go first
     * @return the code under which its holder finds it
     */
    public String take(Unit unit, String secret, UUID command, Errand errand, boolean priority) {
        requireKiosk(unit, secret);
        var code = LinkSecret.derived(secret, command);
        return in(unit, () -> {
            if (!tickets.taken(command)) {
                var now = clock.instant();
                var day = VietnamTime.dayOf(now);
                tickets.endBefore(unit.id(), day, now);
                var no = tickets.number(unit.id(), day);
                tickets.add(unit.id(), day, Ticket.taken(no, errand, priority, now), code, command);
            }
            return code;
        });
    }

    /** The number behind that code; whoever has no such code finds nothing. */
    public Seen seen(Unit unit, String code) {
        return in(unit, () -> {
            var found = tickets.withCode(unit.id(), code).orElseThrow(Hall::notThere);
            var today = VietnamTime.dayOf(clock.instant());
            var ticket = found.ticket();
            if (ticket.state() != Ticket.State.WAITING) {
                return new Seen(unit, ticket, Optional.empty());
            }
            if (found.day().isBefore(today)) {
                return new Seen(unit, ticket.ended(), Optional.empty());
            }
            var day = new Day(tickets.of(unit.id(), today), windows.of(unit.id(), today));
            return new Seen(unit, ticket, Optional.of(day.waitOf(ticket)));
        });
    }

    private static Refused notThere() {
        return new Refused(AccessRefusal.NOT_THERE);
    }

    private <T> T in(Unit unit, Supplier<T> work) {
        return Scope.of(unit.tenant()).call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
