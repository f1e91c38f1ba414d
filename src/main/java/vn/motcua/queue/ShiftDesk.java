package vn.motcua.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.dossier.DayCount;
import vn.motcua.filing.Counter;
import vn.motcua.identity.Access;
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

/** The end of a shift: the officer counts the drawer against what was recorded, once a day; whoever leads the unit sees it. */
@Service
public class ShiftDesk {

    private final QueueDesk queue;
    private final Shifts shifts;
    private final DayCount counts;
    private final CashBook cash;
    private final Counter counter;
    private final Units units;
    private final Access access;
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
            Trail trail,
            Clock clock) {
        this.queue = queue;
        this.shifts = shifts;
        this.counts = counts;
        this.cash = cash;
        this.counter = counter;
        this.units = units;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Today's shift of an officer.
     *
     * @param now as it is recorded now
     * @param closed as it was settled; empty while it was not
     */
    public record Today(Shift now, Optional<Shift.Closed> closed) {

        /** Cash that was taken after the shift had been settled. */
        public Dong after() {
            return closed.map(it -> new Dong(Math.max(
                            0, now.taken().amount() - it.shift().taken().amount())))
                    .orElse(Dong.ZERO);
        }
    }

    /**
     * A one-stop's day as whoever leads it sees it.
     *
     * @param open the names of those who sat at a window and have not settled the day
     */
    public record Overview(Unit unit, List<Shift.Closed> closed, List<String> open) {}

    /** Their own shift of today; refuses who works at no counter. */
    @Transactional(readOnly = true)
    public Today today(OfficerAt who) {
        var unit = mine(who);
        return new Today(recorded(who, unit), shifts.of(unit, day(), who.officer()));
    }

    /** Settles it. A day is settled once: who does so again sees what was settled. */
    @Transactional
    public void close(OfficerAt who, Dong counted, String reason) {
        var unit = mine(who);
        if (shifts.of(unit, day(), who.officer()).isPresent()) {
            return;
        }
        var closed = recorded(who, unit).close(counted, reason, clock.instant());
        if (shifts.add(unit, day(), who.officer(), closed)) {
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
                .forEach(it -> all.add(new Overview(it, shifts.of(it.id(), day), shifts.open(it.id(), day))));
        return List.copyOf(all);
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
