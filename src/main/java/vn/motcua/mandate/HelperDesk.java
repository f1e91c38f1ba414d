package vn.motcua.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.audit.Fields;
import vn.motcua.audit.Look;
import vn.motcua.audit.Purpose;
import vn.motcua.audit.Trail;
import vn.motcua.identity.Access;
import vn.motcua.identity.AccessRefusal;
import vn.motcua.identity.Accounts;
import vn.motcua.identity.People;
import vn.motcua.identity.Position;
import vn.motcua.identity.SignedIn;
import vn.motcua.organization.UnitId;
import vn.motcua.organization.Units;
import vn.motcua.shared.Refused;
import vn.motcua.shared.Text;
import vn.motcua.shared.VietnamTime;

/** Where whoever leads a unit names trusted helpers for it, and ends that. The tenant is that of the scope. */
@Service
@Transactional
public class HelperDesk {

    private static final int LONGEST_BODY = 200;
    private static final int YEARS_AT_MOST = 5;

    private final Helpers helpers;
    private final People people;
    private final Accounts accounts;
    private final Units units;
    private final Access access;
    private final Trail trail;
    private final Clock clock;

    HelperDesk(
            Helpers helpers, People people, Accounts accounts, Units units, Access access, Trail trail, Clock clock) {
        this.helpers = helpers;
        this.people = people;
        this.accounts = accounts;
        this.units = units;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Who is to be named.
     *
     * @param id made with the form, so that a form sent twice names one
     * @param number personal number of somebody who has signed in before
     * @param body to which they belong, in words
     * @param until last day
     */
    public record Wanted(UUID id, String number, String body, UnitId unit, LocalDate until) {}

    /** Those of the units that they lead. */
    @Transactional(readOnly = true)
    public List<HelperAppointment> named(SignedIn who) {
        access.mayArrange(who, Optional.empty()).orRefuse();
        return helpers.named(today()).stream()
                .filter(it -> access.mayArrange(who, Optional.of(it.unit())).permitted())
                .toList();
    }

    /** The units for which they may name somebody. */
    public List<UnitId> units(SignedIn who) {
        return units.tree().all().stream()
                .filter(it -> it.tenant().equals(who.tenant()))
                .map(it -> it.id())
                .filter(it -> access.mayArrange(who, Optional.of(it)).permitted())
                .toList();
    }

    /** Names one. A number that nobody has signed in with is refused like a wrong one, and the look is written down. */
    public void name(SignedIn who, Wanted wanted) {
        access.mayArrange(who, Optional.of(wanted.unit())).orRefuse();
        var today = today();
        var body = Text.clean(wanted.body());
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            throw new Refused(MandateRefusal.BODY_MISSING, LONGEST_BODY);
        }
        var last = today.plusYears(YEARS_AT_MOST);
        if (wanted.until().isBefore(today) || wanted.until().isAfter(last)) {
            throw new Refused(MandateRefusal.LAST_DAY_WRONG, YEARS_AT_MOST * 365, VietnamTime.day(last));
        }
        var person = people.withPersonalNumber(wanted.number())
                .orElseThrow(() -> new Refused(MandateRefusal.HELPER_UNKNOWN));
        var account = accounts.ofPerson(person.id()).orElseThrow(() -> new Refused(MandateRefusal.HELPER_UNKNOWN));
        helpers.name(
                new HelperAppointment(wanted.id(), account, person.name(), body, wanted.unit(), today, wanted.until()));
        changed(who, person.id().value(), "helper-named");
    }

    /** Ends it at once; no mandate of theirs as a helper gives anything from then on. */
    public void end(SignedIn who, UUID helper) {
        var found = named(who).stream()
                .filter(it -> it.id().equals(helper))
                .findFirst()
                .orElseThrow(() -> new Refused(AccessRefusal.NOT_THERE));
        helpers.end(helper, Objects.requireNonNull(clock.instant()));
        changed(who, found.account().value(), "helper-ended");
    }

    private void changed(SignedIn who, UUID subject, String act) {
        var as = access.mayArrange(who, Optional.empty()).orRefuse();
        trail.leave(new Look(
                who.account().value(),
                as.map(it -> it.id().value()),
                as.map(Position::role),
                Purpose.ADMINISTER,
                subject,
                act,
                Fields.of(Fields.RIGHTS)));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
