package vn.motcua.administration;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.administration.ChangeRequest.Kind;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.deadline.OpeningHours;
import vn.motcua.dossier.AgencyCalendars;
import vn.motcua.dossier.AgencyDay;
import vn.motcua.identity.IdentityRefusal;
import vn.motcua.identity.SignedIn.Administrator;
import vn.motcua.organization.Unit;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Phrase;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/**
 * An agency's own days and opening hours: proposed by one administrator with the document that says so, confirmed by
 * another. From then on they count for what is received. What was received before keeps its due moment until an
 * administrator has seen which moments would move and has them counted anew: {@link DueReviews}.
 */
@Service
public class CalendarChanges implements Effect {

    /** How many days one proposal names at most. */
    public static final int DAYS = 5;

    private final ChangeRequests changes;
    private final AgencyCalendars calendars;
    private final Units units;
    private final Trail trail;
    private final Clock clock;

    CalendarChanges(ChangeRequests changes, AgencyCalendars calendars, Units units, Trail trail, Clock clock) {
        this.changes = changes;
        this.calendars = calendars;
        this.units = units;
        this.trail = trail;
        this.clock = clock;
    }

    /** A unit with what is its own. */
    public record Own(Unit unit, List<AgencyDay> days) {}

    /** The units that have own days or hours. */
    @Transactional(readOnly = true)
    public List<Own> own(Administrator who) {
        return units.today(who.tenant()).stream()
                .map(it -> new Own(it, calendars.days(it.id())))
                .filter(it -> !it.days().isEmpty() || it.unit().openingHours().isPresent())
                .toList();
    }

    /** Proposes what was typed: the unit, up to {@value #DAYS} days, the hours, the document. */
    @Transactional
    public void propose(Administrator who, UUID id, Map<String, String> typed) {
        if (changes.exists(id)) {
            return;
        }
        var unit = unit(who, typed);
        document(typed);
        var days = days(unit, typed);
        days.stream()
                .filter(it -> it.day().isBefore(today()) || it.day().isAfter(AgencyCalendars.lastDay()))
                .findFirst()
                .ifPresent(_ -> {
                    throw wrongDay();
                });
        days.stream()
                .filter(it -> it.kind() == AgencyDay.Kind.OWN_HOURS && AgencyCalendars.nationalRest(it.day()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refused(AdministrationRefusal.OWN_HOURS_WRONG, VietnamTime.day(it.day()));
                });
        if (days.isEmpty() && hours(typed).isEmpty()) {
            throw new Refused(AdministrationRefusal.NOTHING_CHANGED);
        }
        changes.propose(new ChangeRequest(
                id,
                Kind.CHANGE_CALENDAR,
                unit.value(),
                new UnitOrder(id, typed).fields(),
                who.account().value(),
                clock.instant()));
        leave(who, unit.value(), "calendar-proposed");
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CHANGE_CALENDAR);
    }

    @Override
    public void confirm(Administrator who, ChangeRequest change) {
        var unit = unit(who, change.proposal());
        calendars.save(days(unit, change.proposal()));
        hours(change.proposal()).ifPresent(it -> units.open(unit, it.toString()));
        leave(who, unit.value(), "calendar-confirmed");
    }

    @Override
    public List<Phrase> said(ChangeRequest change) {
        var unit = new UnitId(change.about());
        var said = new ArrayList<Phrase>();
        said.add(Phrase.of(
                "administration.calendar.changeOf",
                units.unit(unit).map(Unit::name).orElse("")));
        days(unit, change.proposal()).forEach(it -> said.add(said(it)));
        hours(change.proposal()).ifPresent(it -> said.add(Phrase.of("administration.calendar.hoursOf", it.toString())));
        said.add(Phrase.of("administration.calendar.by", document(change.proposal())));
        return said;
    }

    /** The day in words, with its hours where it has some of its own. */
    public static Phrase said(AgencyDay own) {
        var key = "administration.calendar.day." + own.kind();
        var day = VietnamTime.day(own.day());
        return own.hours().isEmpty()
                ? Phrase.of(key, day, own.name())
                : Phrase.of(key + ".hours", day, own.name(), OpeningHours.written(own.hours()));
    }

    /** The last of the documents by which own days were set; empty for none. */
    @Transactional(readOnly = true)
    public String lastDocument(Administrator who) {
        return own(who).stream()
                .flatMap(it -> it.days().stream())
                .max(Comparator.comparing(AgencyDay::day))
                .map(AgencyDay::document)
                .orElse("");
    }

    private UnitId unit(Administrator who, Map<String, String> typed) {
        try {
            return Optional.of(UnitId.of(typed.getOrDefault("unit", "")))
                    .filter(it -> units.unit(it)
                            .filter(one -> one.tenant().equals(who.tenant()))
                            .isPresent())
                    .orElseThrow(() -> new Refused(IdentityRefusal.UNIT_UNKNOWN));
        } catch (IllegalArgumentException none) {
            throw new Refused(IdentityRefusal.UNIT_UNKNOWN);
        }
    }

    private static List<AgencyDay> days(UnitId unit, Map<String, String> typed) {
        var days = new HashMap<LocalDate, AgencyDay>();
        for (int i = 1; i <= DAYS; i++) {
            var day = Text.clean(typed.getOrDefault("day" + i, ""));
            var name = Text.clean(typed.getOrDefault("name" + i, ""));
            var hours = Text.clean(typed.getOrDefault("hours" + i, ""));
            if (day.isEmpty() && name.isEmpty() && hours.isEmpty()) {
                continue;
            }
            if (name.isEmpty() || name.length() > 200) {
                throw wrongDay();
            }
            try {
                var on = LocalDate.parse(day);
                var kind = kind(typed.getOrDefault("kind" + i, ""));
                days.put(on, new AgencyDay(unit, on, kind, name, document(typed), hoursOf(on, kind, hours)));
            } catch (DateTimeException none) {
                throw wrongDay();
            }
        }
        return days.values().stream()
                .sorted(Comparator.comparing(AgencyDay::day))
                .toList();
    }

    /** The hours of one day, typed beside its kind; refuses such as cannot be read or do not go with it. */
    private static List<OpeningHours.Session> hoursOf(LocalDate day, AgencyDay.Kind kind, String typed) {
        var may = switch (kind) {
            case OWN_HOURS -> !typed.isEmpty();
            case WORKED -> true;
            case CLOSED, NATIONAL -> typed.isEmpty();
        };
        try {
            if (may) {
                return typed.isEmpty() ? List.of() : OpeningHours.sessionsOf(typed);
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            var refused = new Refused(AdministrationRefusal.OWN_HOURS_WRONG, VietnamTime.day(day));
            refused.initCause(wrong);
            throw refused;
        }
        throw new Refused(AdministrationRefusal.OWN_HOURS_WRONG, VietnamTime.day(day));
    }

    private static AgencyDay.Kind kind(String typed) {
        return Stream.of(AgencyDay.Kind.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(CalendarChanges::wrongDay);
    }

    private static Optional<OpeningHours> hours(Map<String, String> typed) {
        var text = Text.clean(typed.getOrDefault("hours", ""));
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(OpeningHours.parse(text));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException wrong) {
            var refused = new Refused(AdministrationRefusal.HOURS_WRONG);
            refused.initCause(wrong);
            throw refused;
        }
    }

    private static String document(Map<String, String> typed) {
        return new UnitOrder(new UUID(0, 0), typed).decision();
    }

    private static Refused wrongDay() {
        return new Refused(AdministrationRefusal.OWN_DAY_WRONG, VietnamTime.day(AgencyCalendars.lastDay()));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private void leave(Administrator who, UUID about, String act) {
        trail.leave(new Look(
                who.account().value(),
                Optional.empty(),
                Optional.empty(),
                Purpose.ADMINISTER,
                about,
                act,
                Fields.of(Fields.RIGHTS)));
    }
}
