package vn.motcua.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DayCount;
import vn.motcua.filing.Counter;
import vn.motcua.identity.Access;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.Officer;
import vn.motcua.identity.Officers;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn.OfficerAt;
import vn.motcua.identity.TenantAct;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.payment.CashBook;
import vn.motcua.shared.Dong;
import vn.motcua.shared.Refused;
import vn.motcua.shared.VietnamTime;

/** The end of a shift: the officer counts the drawer against what was recorded, and once more what came after; whoever leads the unit sees it. */
@Service
public class ShiftDesk {

    private final QueueDesk queue;
    private final Shifts shifts;
    private final DayCount counts;
    private final CashBook cash;
    private final Counter counter;
    private final Units units;
    private final Access access;
    private final Officers officers;
    private final Accounts accounts;
    private final Trail trail;
    private final Clock clock;

    ShiftDesk(
            QueueDesk queue,
            Shifts shifts,
            DayCount counts,
            CashBook cash,
            Counter counter,
            Units units,
            Access access,
            Officers officers,
            Accounts accounts,
            Trail trail,
            Clock clock) {
        this.queue = queue;
        this.shifts = shifts;
        this.counts = counts;
        this.cash = cash;
        this.counter = counter;
        this.units = units;
        this.access = access;
        this.officers = officers;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Today's shift of an officer.
     *
     * @param closed as it was settled, first to last; none while it was not
     * @param open what is still to be settled; empty where it was settled and no cash was taken since
     */
    public record Today(List<Shift.Closed> closed, Optional<Shift> open) {

        /** Keeps its own copy. */
        public Today {
            closed = List.copyOf(closed);
        }

        /** Which closing of the day would be the next, from 1. */
        public int turn() {
            return closed.size() + 1;
        }
    }

    /**
     * A one-stop's day as whoever leads it sees it.
     *
     * @param open the names of those who sat at a window and have not settled the day, or took cash that is not settled
     */
    public record Overview(Unit unit, List<Shift.Closed> closed, List<String> open) {}

    /** Their own shift of today; refuses who works at no counter. */
    @Transactional(readOnly = true)
    public Today today(OfficerAt who) {
        var unit = mine(who);
        return settled(who, unit);
    }

    private Today settled(OfficerAt who, UnitId unit) {
        var closed = shifts.of(unit, day(), who.officer());
        var rest = recorded(who, unit).without(closed);
        return new Today(
                closed,
                Optional.of(rest).filter(it -> closed.isEmpty() || !it.taken().equals(Dong.ZERO)));
    }

    /**
     * Settles it, and once more what was taken afterwards.
     *
     * @param turn which closing of the day it is, from 1; one that was made already stays as it is
     */
    @Transactional
    public void close(OfficerAt who, int turn, Dong counted, String reason) {
        var unit = mine(who);
        var today = settled(who, unit);
        if (turn != today.turn() || today.open().isEmpty()) {
            return;
        }
        var closed = today.open().get().close(counted, reason, clock.instant());
        if (shifts.add(unit, day(), who.officer(), turn, closed)) {
            var as = counter.stations(who).stream().findFirst();
            trail.leave(new Look(
                    who.account().value(),
                    as.map(it -> it.id().value()),
                    as.map(Position::role),
                    Purpose.SETTLE,
                    who.officer().value(),
                    closed.difference() == 0 ? "shift-closed" : "shift-closed-with-difference",
                    Fields.of(Fields.HISTORY)));
        }
    }

    /** That day at the one-stops they lead; not there for who leads nothing. */
    @Transactional(readOnly = true)
    public List<Overview> led(OfficerAt who, LocalDate day) {
        access.may(who, TenantAct.ANSWER_QUESTIONS).orRefuse();
        var all = new ArrayList<Overview>();
        who.positionsOn(day()).stream()
                .filter(access::leads)
                .flatMap(it -> units.subtree(it.unit()).stream())
                .distinct()
                .filter(it -> counter.oneStop(it.id()).isPresent())
                .forEach(it -> all.add(new Overview(it, shifts.of(it.id(), day), open(it.id(), day))));
        return List.copyOf(all);
    }

    /** Who sat at a window and has settled nothing; also who took cash, wherever they sat, and has not settled all of it. */
    private List<String> open(UnitId unit, LocalDate day) {
        var took = officers.in(unit).stream()
                .filter(it -> accounts.of(it.id())
                        .filter(account -> cash.taken(account, day).amount() > shifts.settled(day, it.id()))
                        .isPresent())
                .map(Officer::name);
        return Stream.concat(shifts.open(unit, day).stream(), took)
                .distinct()
                .sorted()
                .toList();
    }

    private Shift recorded(OfficerAt who, UnitId unit) {
        var done = counts.of(who.account(), day());
        return new Shift(
                who.name(),
                shifts.served(unit, day(), who.officer()),
                done.received(),
                done.handedOver(),
                cash.taken(who.account(), day()));
    }

    private UnitId mine(OfficerAt who) {
        return queue.unit(who).orElseThrow(() -> new Refused(QueueRefusal.NO_COUNTER_OF_YOURS));
    }

    private LocalDate day() {
        return VietnamTime.dayOf(clock.instant());
    }
}
