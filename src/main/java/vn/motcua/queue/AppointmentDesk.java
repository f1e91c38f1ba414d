package vn.motcua.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.catalogue.ProcedureRevision;
import vn.motcua.deadline.WorkingCalendar;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.filing.Counter;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.SignedIn;
import vn.motcua.identity.TenantAct;
import vn.motcua.messaging.Deliveries;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Scope;
import vn.motcua.shared.VietnamTime;

/** Books, changes and cancels appointments at one-stops; whoever arrives gets a number that goes first. */
@Service
public class AppointmentDesk {

    /** How many appointments somebody may have ahead of them. */
    static final int MOST = 3;

    private final Bookings appointments;
    private final Tickets tickets;
    private final Counter counter;
    private final QueueDesk queue;
    private final Catalogue catalogue;
    private final Units units;
    private final Access access;
    private final AgencyCalendars calendars;
    private final Deliveries deliveries;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private static final WorkingCalendar NATIONAL = WorkingCalendar.national();

    AppointmentDesk(
            Bookings appointments,
            Tickets tickets,
            Counter counter,
            QueueDesk queue,
            Catalogue catalogue,
            Units units,
            Access access,
            AgencyCalendars calendars,
            Deliveries deliveries,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.appointments = appointments;
        this.tickets = tickets;
        this.counter = counter;
        this.queue = queue;
        this.catalogue = catalogue;
        this.units = units;
        this.access = access;
        this.calendars = calendars;
        this.deliveries = deliveries;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A slot of a day.
     *
     * @param at when it begins, on the wall clock
     * @param free how many may still come
     */
    public record Slot(LocalDateTime at, int free) {}

    /** The one-stops that take appointments, by name. */
    public List<Unit> offered() {
        return units.tree().all().stream()
                .filter(it -> counter.oneStop(it.id()).isPresent())
                .filter(it -> in(it, Optional.empty(), () -> appointments.rule(it.id()))
                        .open())
                .sorted(Comparator.comparing(Unit::name))
                .toList();
    }

    /** The procedures that one comes for there, by name. */
    public List<ProcedureRevision> procedures(Unit unit) {
        return catalogue.runnable().stream()
                .filter(it -> it.runnableContent().receivedBy().equals(unit.kind()) && counter.offered(it))
                .toList();
    }

    /** The slots of a day that have not begun; none on a day off or too far ahead. */
    public List<Slot> slots(Unit unit, LocalDate day) {
        return in(unit, Optional.empty(), () -> free(unit, day));
    }

    /**
     * The days on which somebody may come there.
     *
     * @param unit where; empty while none is chosen: then the working days of the national calendar
     */
    public List<LocalDate> days(Optional<Unit> unit) {
        var today = today();
        var calendar = unit.map(it -> calendars.of(it.id())).orElse(NATIONAL);
        return IntStream.rangeClosed(0, SlotRule.DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .filter(it -> !calendar.rests(it))
                .toList();
    }

    /** All of theirs from today on, wherever they are, soonest first. */
    public List<Appointment> of(SignedIn.Applicant who) {
        return since(who, today());
    }

    /** All of theirs that are kept, also those that are over. */
    public List<Appointment> all(SignedIn.Applicant who) {
        return since(who, LocalDate.EPOCH);
    }

    private List<Appointment> since(SignedIn.Applicant who, LocalDate day) {
        var all = new ArrayList<Appointment>();
        units.tenants()
                .forEach(tenant -> all.addAll(new Scope(
                                tenant.id(), Optional.of(who.account().value()))
                        .call(() -> Objects.requireNonNull(
                                transaction.execute(_ -> appointments.of(who.account(), day))))));
        all.sort(Comparator.comparing(Appointment::at));
        return all;
    }

    /**
     * Books a place, or moves one of theirs to it. The same id again changes nothing.
     *
     * @param id of the appointment, made with the form
     * @param moved which of theirs is moved; empty for a new one
     */
    public void book(
            SignedIn.Applicant who, Unit unit, UUID id, Optional<UUID> moved, String procedure, LocalDateTime at) {
        var ahead = of(who).stream()
                .filter(it -> it.state() == Appointment.State.BOOKED)
                .toList();
        if (ahead.stream().anyMatch(it -> it.id().equals(id))) {
            return;
        }
        if (moved.isEmpty() && ahead.size() >= MOST) {
            throw new Refused(QueueRefusal.TOO_MANY_APPOINTMENTS, MOST);
        }
        if (moved.isEmpty()
                && procedures(unit).stream().noneMatch(it -> it.code().equals(procedure))) {
            throw new Refused(QueueRefusal.APPOINTMENT_FOR_WHAT);
        }
        in(unit, Optional.of(who), () -> {
            tickets.lock(unit.id(), at.toLocalDate());
            var slot = free(unit, at.toLocalDate()).stream()
                    .filter(it -> it.at().equals(at) && it.free() > 0)
                    .findFirst()
                    .orElseThrow(() -> new Refused(QueueRefusal.SLOT_NOT_FREE));
            var rule = appointments.rule(unit.id());
            var moment = slot.at().atZone(VietnamTime.ZONE).toInstant();
            var place = place(unit, moment, rule);
            if (moved.isPresent()) {
                deliveries.takeBack(AppointmentReminders.occasion(mine(who, unit, moved.get())));
                appointments.move(moved.get(), moment, place, rule.minutes());
            } else {
                appointments.add(
                        new Appointment(
                                id,
                                unit.id(),
                                moment,
                                place,
                                rule.minutes(),
                                procedure,
                                Appointment.State.BOOKED,
                                Optional.empty(),
                                clock.instant(),
                                0),
                        who.account());
            }
            return place;
        });
    }

    /** They will not come. */
    public void cancel(SignedIn.Applicant who, Unit unit, UUID id) {
        in(unit, Optional.of(who), () -> {
            var cancelled = mine(who, unit, id);
            appointments.cancel(id);
            deliveries.takeBack(AppointmentReminders.occasion(cancelled));
            return id;
        });
    }

    /** The file for a calendar. */
    public String file(SignedIn.Applicant who, Unit unit, UUID id, String summary, String description) {
        var found = in(unit, Optional.of(who), () -> mine(who, unit, id));
        return CalendarFile.of(
                found,
                new CalendarFile.Words(summary, unit.name() + ", " + unit.address(), description),
                clock.instant());
    }

    /** Who is expected today at the officer's one-stop; nobody is named. */
    public List<Appointment> expected(SignedIn.OfficerAt officer) {
        var unit = mine(officer);
        return in(unit, Optional.of(officer), () -> appointments.of(unit.id(), today()));
    }

    /** They are there: they get the next number, and go first. Arriving twice is arriving once. */
    public void arrives(SignedIn.OfficerAt officer, UUID id) {
        var unit = mine(officer);
        in(unit, Optional.of(officer), () -> {
            tickets.lock(unit.id(), today());
            var found = appointments.of(unit.id(), today()).stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
            if (found.state() == Appointment.State.BOOKED) {
                var no = tickets.number(unit.id(), today());
                tickets.add(
                        unit.id(),
                        today(),
                        Ticket.taken(no, Errand.FILE, true, clock.instant()),
                        LinkSecret.next(),
                        id);
                appointments.arrived(id, no);
            }
            return id;
        });
    }

    /** The one-stops that this officer leads, each with what it allows; not there for who leads nothing. */
    public List<Led> led(SignedIn.OfficerAt officer) {
        access.may(officer, TenantAct.ANSWER_QUESTIONS).orRefuse();
        return officer.positionsOn(today()).stream()
                .filter(access::leads)
                .flatMap(it -> units.subtree(it.unit()).stream())
                .distinct()
                .filter(it -> counter.oneStop(it.id()).isPresent())
                .map(it -> new Led(it, in(it, Optional.of(officer), () -> appointments.rule(it.id()))))
                .toList();
    }

    /** Sets how long slots are and how many places each has. What is booked stays booked. */
    public void allow(SignedIn.OfficerAt officer, UnitId unit, int minutes, int places) {
        var led = led(officer).stream()
                .filter(it -> it.unit().id().equals(unit))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        if (minutes < 5 || minutes > 240 || places < 0 || places > 50) {
            throw new Refused(QueueRefusal.SLOT_RULE_WRONG);
        }
        in(led.unit(), Optional.of(officer), () -> {
            appointments.rule(unit, new SlotRule(minutes, places), officer.name(), clock.instant());
            return unit;
        });
    }

    /** A one-stop with what it allows. */
    public record Led(Unit unit, SlotRule rule) {}

    private List<Slot> free(Unit unit, LocalDate day) {
        var now = VietnamTime.local(clock.instant());
        if (day.isBefore(now.toLocalDate()) || day.isAfter(now.toLocalDate().plusDays(SlotRule.DAYS_AHEAD))) {
            return List.of();
        }
        var rule = appointments.rule(unit.id());
        var taken = appointments.of(unit.id(), day).stream()
                .collect(Collectors.groupingBy(it -> VietnamTime.local(it.at()), Collectors.counting()));
        return rule.slots(day, calendars.hours(unit.id()), calendars.of(unit.id())).stream()
                .filter(it -> it.isAfter(now))
                .map(it -> new Slot(
                        it,
                        Math.max(0, rule.places() - taken.getOrDefault(it, 0L).intValue())))
                .toList();
    }

    private int place(Unit unit, Instant at, SlotRule rule) {
        var taken = appointments.of(unit.id(), VietnamTime.dayOf(at)).stream()
                .filter(it -> it.at().equals(at))
                .map(Appointment::place)
                .toList();
        return IntStream.rangeClosed(1, rule.places())
                .filter(it -> !taken.contains(it))
                .findFirst()
                .orElseThrow(() -> new Refused(QueueRefusal.SLOT_NOT_FREE));
    }

    private Appointment mine(SignedIn.Applicant who, Unit unit, UUID id) {
        return appointments
                .find(id, who.account())
                .filter(it -> it.unit().equals(unit.id()))
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
    }

    private Unit mine(SignedIn.OfficerAt officer) {
        return queue.unit(officer)
                .flatMap(units::unit)
                .orElseThrow(() -> new Refused(QueueRefusal.NO_COUNTER_OF_YOURS));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private <T> T in(Unit unit, Optional<SignedIn> who, Supplier<T> work) {
        return new Scope(unit.tenant(), who.map(it -> it.account().value()))
                .call(() -> Objects.requireNonNull(transaction.execute(_ -> work.get())));
    }
}
